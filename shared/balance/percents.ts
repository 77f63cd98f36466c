/**
 * Whole numbers that add up to `sum` in the proportions of `parts` (largest remainders). All 0 where the parts are 0.
 * Rounded one by one, shares that stand side by side would come to 99 or 101.
 */
export function apportion(parts: readonly number[], sum: number): readonly number[] {
  const total = parts.reduce((all, part) => all + part, 0);
  if (total <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * sum);
  const floors = exact.map(Math.floor);
  let left = sum - floors.reduce((all, floor) => all + floor, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    left--;
  }
  return floors;
}
