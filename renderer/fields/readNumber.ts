/**
 * Reads a number as people type it: `5`, `2,5`, `10 days`, `2w`, `-1`, `40%`. A unit's first letter is looked up in
 * `units`; letters that are not there are taken for the field's own unit. Null when it is not a number.
 */
export function readNumber(text: string, units: Readonly<Record<string, number>> = {}): number | null {
  const match = /^([+-]?\d{0,9}(?:[.,]\d{1,4})?)\s*(%|[a-z]+\.?)?$/i.exec(text.trim().replace("−", "-"));
  const digits = match?.[1]?.replace(",", ".") ?? "";
  if (!/\d/.test(digits)) return null;
  const number = Number(digits) * (units[match?.[2]?.[0]?.toLowerCase() ?? ""] ?? 1);
  return Number.isFinite(number) ? Number(number.toFixed(4)) : null;
}
