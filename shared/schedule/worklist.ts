/** A set of activity numbers that is emptied in rising order: what changed, still to be looked at. */
export interface Worklist {
  add(index: number): void;
  /** The lowest number in the set at or after the last one taken, taken out; -1 when there is none. */
  take(): number;
}

/** One bit per activity; taking skips 32 at a time, so a sweep over a large plan costs next to nothing. */
export function createWorklist(size: number): Worklist {
  const words = new Int32Array((size >> 5) + 1);
  let low = 0;
  let high = -1;
  return {
    add(index) {
      const word = index >> 5;
      words[word] = (words[word] as number) | (1 << (index & 31));
      if (word < low) low = word;
      if (word > high) high = word;
    },
    take() {
      for (; low <= high; low++) {
        const bits = words[low] as number;
        if (bits === 0) continue;
        const bit = 31 - Math.clz32(bits & -bits);
        words[low] = bits & (bits - 1);
        return (low << 5) + bit;
      }
      low = 0;
      high = -1;
      return -1;
    },
  };
}
