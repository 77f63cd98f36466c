/** What a comparison says, for columns, lists, bars and screen readers. */
import type { Baseline } from "./baseline.ts";
import type { Comparison, ItemComparison } from "./compare.ts";
import { type Day, dayOfInstant, formatDayNear } from "./day.ts";
import { cutText, type Id } from "./fields.ts";
import { count, isBlank } from "./words.ts";

/** Working days by which an item's last day moved; or that it is new, or had no dates then or has none now. */
export type Moved = number | "new" | "undated";

/** What the column says of an item of the plan. */
export function movedOf({ byId }: Comparison, id: Id): Moved {
  const item = byId.get(id);
  return item ? (item.varianceDays ?? "undated") : "new";
}

/** `+5 d`, `−2 d`, `0`, `new`; `–` without dates. Signed, so that colour is never needed. */
export function movedSign(moved: Moved): string {
  if (moved === "new") return "new";
  if (moved === "undated") return "–";
  if (moved === 0) return "0";
  return `${moved > 0 ? "+" : "−"}${Math.abs(moved).toLocaleString("en")}\u00a0d`;
}

/** `5 days later`, `2 days earlier`, `not moved`: working days. */
export function movedWords(moved: Moved): string {
  if (moved === "new") return "new";
  if (moved === "undated") return "without dates to compare";
  return moved === 0 ? "not moved" : `${count(Math.abs(moved), "day")} ${moved > 0 ? "later" : "earlier"}`;
}

/** `5 days later than in “As agreed”`: what the screen reader hears of a row. */
export function movedSince(moved: Moved, baseline: Baseline): string {
  const name = `“${baselineName(baseline)}”`;
  if (moved === "new") return `new since ${name}`;
  if (moved === "undated") return `no dates to compare with ${name}`;
  return moved === 0 ? `where it was in ${name}` : `${movedWords(moved)} than in ${name}`;
}

/** The same of an item that stood in both: by its last day, or else that only its first moved. */
export function itemMoved(
  { varianceDays, startVarianceDays, changes }: ItemComparison,
  baseline: Baseline,
): string {
  if (varianceDays !== 0) return movedSince(varianceDays ?? "undated", baseline);
  if (startVarianceDays !== null && startVarianceDays !== 0)
    return `starts ${movedSince(startVarianceDays, baseline)}`;
  if (!changes.includes("moved")) return movedSince(0, baseline);
  return `moved by less than a working day since “${baselineName(baseline)}”`;
}

/** The same of any item of the plan. */
export function movedSinceWords({ byId, baseline }: Comparison, id: Id): string {
  const item = byId.get(id);
  return item ? itemMoved(item, baseline) : movedSince("new", baseline);
}

/** As much of a name as a sentence can take. */
const LONGEST_NAME = 60;

/** The name within a sentence or a title; a file may hold a baseline without one. */
export function baselineName({ name }: Pick<Baseline, "name">): string {
  if (isBlank(name)) return "Untitled baseline";
  const whole = name.trim();
  return whole.length <= LONGEST_NAME ? whole : `${cutText(whole, LONGEST_NAME).trimEnd()}…`;
}

/** The day it was frozen where the program runs: `5 Jan`, or `5 Jan 2026` in another year. */
export function frozenOn({ frozenAt }: Pick<Baseline, "frozenAt">, today: Day): string {
  return formatDayNear(dayOfInstant(new Date(frozenAt)), today);
}
