/** Reads how long something takes, as people type it: `5`, `2.5`, `3 days`, `2w`. */

const PATTERN = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(d|days?|w|wks?|weeks?)?$/i;

/** Working days, or null when it cannot be read. A week has `daysPerWeek` of them. */
export function parseDuration(text: string, daysPerWeek: number): number | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const number = Number((match[1] as string).replace(",", "."));
  return /^w/i.test(match[2] ?? "") ? number * daysPerWeek : number;
}

/** A percentage from 0 to 100, with or without its sign; null when it cannot be read. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})\s*%?$/.exec(text.trim());
  const number = Number(match?.[1]);
  return match && number <= 100 ? number : null;
}
