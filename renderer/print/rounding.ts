/** Tenths of a point are finer than any printer sets a line. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** For shapes of few points, whose corners must meet. */
export function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
