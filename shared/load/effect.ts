/** What an edit would make of people's weeks, before it is done. */
import type { Change } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { halfHours, type WeekLoad, weekLoadOf } from "./load.ts";

/** One person's week. */
export interface PersonWeek {
  readonly personId: Id | null;
  readonly week: Day;
}

export interface WeekEffect extends PersonWeek {
  readonly before: WeekLoad;
  readonly after: WeekLoad;
}

/** Of the weeks asked about those that the change, with all that follows from it, makes different. Hours. */
export function effectOf(
  plan: Plan,
  change: Change,
  today: Day,
  asked: readonly PersonWeek[],
): readonly WeekEffect[] {
  const next = applyChange(plan, withFollowers(plan, change));
  return asked.flatMap(({ personId, week }) => {
    const before = weekLoadOf(plan, today, personId, week);
    const after = weekLoadOf(next, today, personId, week);
    const isSame =
      halfHours(before.hours) === halfHours(after.hours) &&
      halfHours(before.capacity) === halfHours(after.capacity);
    return isSame ? [] : [{ personId, week, before, after }];
  });
}
