/** Repeatable randomness: the same seed gives the same run, so a failing seed can be kept. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  pick<T>(from: readonly T[]): T | undefined;
  /** One to three of the list, repeats possible. */
  some<T>(from: readonly T[]): T[];
}

/** Mulberry32 (T. Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)] as T;
  const some = <T>(from: readonly T[]): T[] =>
    from.length === 0 ? [] : [...new Set(Array.from({ length: whole(1, 3) }, () => pick(from)))];
  return { next, whole, pick, some };
}
