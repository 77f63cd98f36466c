/** Arrow keys among the findings, whatever group they stand in. */
export function isFindingKey(element: HTMLElement): boolean {
  return element.dataset.finding !== undefined;
}

/** Moves the focus from one finding to another; false for keys that move nothing. */
export function moveAmong(holder: HTMLElement, from: HTMLElement, key: string): boolean {
  const all = [...holder.querySelectorAll<HTMLElement>("[data-finding]")];
  const to = placeFor(key, all.indexOf(from), all.length);
  if (to === null) return false;
  all[to]?.focus();
  return true;
}

function placeFor(key: string, at: number, total: number): number | null {
  if (key === "ArrowDown") return Math.min(total - 1, at + 1);
  if (key === "ArrowUp") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? total - 1 : null;
}
