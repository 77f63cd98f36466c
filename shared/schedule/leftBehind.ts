/** Open work that lies before the as-of date: what is left of it can only be done from that day on. */
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { startOf } from "#shared/domain/taskDates.ts";
import { count } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import type { Clash } from "./clash.ts";
import { rowsFix } from "./fixes.ts";
import { isHeld } from "./planInput.ts";

type Move = readonly [from: Task | Milestone, to: Task | Milestone];

/** `open`: the tasks and milestones still to come. One clash for all of them. */
export function leftBehind(
  plan: Plan,
  open: readonly OutlineNode[],
  asOf: Day,
  today: Day,
): readonly Clash[] {
  const moves = open.flatMap(({ item }): Move[] => {
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
      fixes: [rowsFix(`Move what is left to ${day}`, moves)],
    },
  ];
}

/** Null when it is not behind, or somebody pinned it. */
function broughtUp(plan: Plan, item: Task | Milestone, asOf: Day): Task | Milestone | null {
  if (item.isPinned) return null;
  if (item.kind === "milestone") return item.date < asOf ? { ...item, date: asOf } : null;
  const calendar = calendarFor(plan, item);
  if (!isHeld(item)) {
    const start = calendar.onOrAfter(asOf);
    return item.start < asOf && start > item.start ? { ...item, start } : null;
  }
  if (calendar.finishOf(startOf(item), item.durationDays) >= asOf) return null;
  const left = Math.max(0.5, Math.ceil(item.durationDays * (1 - item.progressPct / 100) * 2) / 2);
  return { ...item, durationDays: calendar.workingDaysBetween(startOf(item), asOf) + left };
}
