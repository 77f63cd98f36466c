/** What another working calendar does to a plan, to be said before it is taken. */
import type { Change } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, itemById, type Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { dateOf, finishOf, startOf } from "#shared/domain/taskDates.ts";
import { count } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { withFollowers } from "./follow.ts";

export interface CalendarEffect {
  /** Items that lie on a day which is off then, and move to the next that is worked. */
  readonly onDaysOff: number;
  /** Items that move because of others, by their links. */
  readonly following: number;
  /** Tasks that stay where they begin, take in more days off, and end later. */
  readonly longer: number;
  /** Tasks that stay where they begin and take in fewer. */
  readonly shorter: number;
}

/** Counts what a change of the roadmap's calendar, or of somebody's days off, moves and stretches, its followers among them. */
export function calendarEffect(plan: Plan, change: Change): CalendarEffect {
  const effect = { onDaysOff: 0, following: 0, longer: 0, shorter: 0 };
  const after = applyChange(plan, withFollowers(plan, change));
  if (after.roadmap.calendar === plan.roadmap.calendar && after.people === plan.people) return effect;
  for (const { item, isGroup } of outlineOf(plan).inOrder) {
    const then = itemById(after, item.id);
    if (isGroup || item.kind === "stage" || !then || then.kind === "stage") continue;
    const calendar = calendarFor(after, then);
    if (startDay(item) !== startDay(then)) {
      if (calendar.isWorking(startDay(item))) effect.following++;
      else effect.onDaysOff++;
    } else if (item.kind === "task" && then.kind === "task") {
      const [was, is] = [finishOf(item, calendarFor(plan, item)), finishOf(then, calendar)];
      if (is > was) effect.longer++;
      else if (is < was) effect.shorter++;
    }
  }
  return effect;
}

/** `12 items fall on days off and will move; 4 more follow them; 3 tasks will end later.` */
export function effectSentence({ onDaysOff, following, longer, shorter }: CalendarEffect): string {
  const falls = onDaysOff === 1 ? "falls on a day off" : "fall on days off";
  const follows = following === 1 ? "follows by its links" : "follow by their links";
  const parts = [
    onDaysOff > 0 && `${count(onDaysOff, "item")} ${falls} and will move`,
    following > 0 &&
      (onDaysOff > 0
        ? `${following} more ${follows}`
        : `${count(following, "item")} will move by ${following === 1 ? "its" : "their"} links`),
    longer > 0 && `${count(longer, "task")} will end later`,
    shorter > 0 && `${count(shorter, "task")} will end earlier`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "No date in the plan changes." : `${parts.join("; ")}.`;
}

function startDay(item: Task | Milestone): Day {
  return item.kind === "task" ? startOf(item) : dateOf(item);
}
