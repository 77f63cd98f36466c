import { expect, it } from "vitest";
import { apportion } from "#shared/balance/percents.ts";

it("adds up to what is divided, nothing of nothing included", () => {
  expect(apportion([48.2, 0.1, 8.3], 57)).toEqual([49, 0, 8]);
  expect(apportion([1, 1, 1], 100)).toEqual([34, 33, 33]);
  expect(apportion([0, 0], 100)).toEqual([0, 0]);
  expect(apportion([2, 0], 0)).toEqual([0, 0]);
  for (let n = 1; n < 40; n++) {
    const parts = Array.from({ length: n }, (_, i) => (i * 7919) % 101);
    const sum = apportion(parts, 100).reduce((a, b) => a + b, 0);
    expect(sum).toBe(n === 1 ? 0 : 100);
  }
});
