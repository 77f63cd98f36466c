/** Open work that lies before the as-of date: what is left of it can only be done from that day on. */
import { type Day, formatDayNear, isDay } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { changed } from "#shared/domain/operations/context.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { MAX_DURATION_DAYS, type Task } from "#shared/domain/task.ts";
import { startOf } from "#shared/domain/taskDates.ts";
import { count } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import type { Clash, Fix } from "./clash.ts";
import { isHeld } from "./planInput.ts";
import { inOrder, type MovedRow } from "./pushed.ts";

/**
 * `open`: the tasks and milestones still to come. One clash for all of them. What waits for others of them by a link
 * that was kept comes after these.
 */
export function leftBehind(
  plan: Plan,
  open: readonly OutlineNode[],
  asOf: Day,
  today: Day,
): readonly Clash[] {
  const moves = open.flatMap(({ item }): MovedRow[] => {
    const to = item.kind === "stage" ? null : broughtUp(plan, item, asOf);
    return to && item.kind !== "stage" ? [[item, to]] : [];
  });
  if (moves.length === 0) return [];
  const day = formatDayNear(asOf, today);
  const should = moves.length === 1 ? "was due to begin or end" : "were due to begin or end";
  return [
    {
      key: "left-behind",
      kind: "left-behind",
      words: `${count(moves.length, "item")} ${should} before ${day} and ${moves.length === 1 ? "has" : "have"} not`,
      itemIds: moves.map(([{ id }]) => id),
      days: 0,
      fixes: [moveUp(`Move what is left to ${day}${moves.length === 1 ? "" : " or after"}`, moves)],
    },
  ];
}

function moveUp(label: string, moves: readonly MovedRow[]): Fix {
  return { label, apply: (plan, ctx) => changed(ctx, label, { updated: inOrder(plan, moves) }) };
}

/** Null when it is not behind, or somebody pinned it. */
function broughtUp(plan: Plan, item: Task | Milestone, asOf: Day): Task | Milestone | null {
  if (item.isPinned) return null;
  if (item.kind === "milestone") return item.date < asOf ? { ...item, date: asOf } : null;
  const calendar = calendarFor(plan, item);
  if (!isHeld(item)) {
    const start = calendar.onOrAfter(asOf);
    return item.start < asOf && start > item.start && isDay(start) ? { ...item, start } : null;
  }
  if (calendar.finishOf(startOf(item), item.durationDays) >= asOf) return null;
  const left = Math.max(0.5, Math.ceil(item.durationDays * (1 - item.progressPct / 100) * 2) / 2);
  const durationDays = Math.min(MAX_DURATION_DAYS, calendar.workingDaysBetween(startOf(item), asOf) + left);
  return durationDays > item.durationDays ? { ...item, durationDays } : null;
}
