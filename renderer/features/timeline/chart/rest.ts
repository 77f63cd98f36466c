/** Nothing has moved for this long: the chart rests. */
const REST_MS = 120;

/** Calls back once the chart rests. Counted from the next frame on, so that a slow first one is not kept waiting. */
export class Rest {
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly settle: () => void) {}

  later(): void {
    this.stop();
    this.#frame = requestAnimationFrame(() => {
      this.#timer = setTimeout(this.settle, REST_MS);
    });
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }
}
