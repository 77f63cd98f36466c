/** What another working calendar does to a plan, to be said before it is taken. */
import type { Change } from "#shared/domain/change.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { dateOf, finishOf, startOf } from "#shared/domain/taskDates.ts";
import { count } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";

export interface CalendarEffect {
  /** Open tasks and milestones that lie on a day which is off then, and was not. */
  readonly onDaysOff: number;
  /** Open tasks of the others that take in more days off, and end later. */
  readonly longer: number;
  /** Open tasks that take in fewer. */
  readonly shorter: number;
}

/** Counts what a change of the roadmap's calendar touches; O(n) in the items, links left aside. */
export function calendarEffect(plan: Plan, change: Change): CalendarEffect {
  const effect = { onDaysOff: 0, longer: 0, shorter: 0 };
  const after = applyChange(plan, change);
  if (after.roadmap.calendar === plan.roadmap.calendar) return effect;
  for (const node of outlineOf(plan).inOrder) {
    const { item } = node;
    if (item.kind === "stage" || node.isGroup || isFinished(node)) continue;
    const [was, is] = [calendarFor(plan, item), calendarFor(after, item)];
    const start = item.kind === "task" ? startOf(item) : dateOf(item);
    const hasBegun = item.kind === "task" && item.actualStart !== null;
    if (!hasBegun && was.isWorking(start) && !is.isWorking(start)) effect.onDaysOff++;
    else if (item.kind === "task") {
      const [before, then] = [finishOf(item, was), finishOf(item, is)];
      if (then > before) effect.longer++;
      else if (then < before) effect.shorter++;
    }
  }
  return effect;
}

/** `12 items fall on days off and will move; 3 tasks will end later.` */
export function effectSentence({ onDaysOff, longer, shorter }: CalendarEffect): string {
  const parts = [
    onDaysOff > 0 &&
      `${count(onDaysOff, "item")} ${onDaysOff === 1 ? "falls" : "fall"} on days off and will move`,
    longer > 0 && `${count(longer, "task")} will end later`,
    shorter > 0 && `${count(shorter, "task")} will end earlier`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "No date in the plan changes." : `${parts.join("; ")}.`;
}
