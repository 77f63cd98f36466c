/** What a drag on the timeline would move besides the bars in hand, before it is dropped. Nothing is changed. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { editEntity, finishTaskOn, shiftItems, startTaskOn } from "#shared/domain/operations/edit.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { dateOf, finishOf, startOf } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { type Follower, followersOf } from "#shared/schedule/follow.ts";
import type { Span } from "./bar.ts";

/** A drag as it would be dropped. `days` are calendar days, `day` is a day number. */
export type DateDrag =
  | { readonly kind: "shift"; readonly ids: readonly Id[]; readonly days: number }
  | { readonly kind: "start" | "finish" | "milestone"; readonly id: Id; readonly day: number };

/** Where an item would stand that follows the drag (day numbers). */
export interface DragFollower extends Span {
  readonly id: Id;
  /** Calendar days it would move, negative when earlier; never 0. */
  readonly days: number;
}

/** The change of a preview is never kept, so nothing in it needs to be its own. */
const THROWN_AWAY: EditContext = {
  newId: () => "preview",
  now: () => "1970-01-01T00:00:00.000Z",
  today: () => "1970-01-01",
  author: "",
  sessionId: null,
};

/** What the drop would move by the links besides what it places; empty when the drop would be refused. */
export function dragFollowers(plan: Plan, drag: DateDrag): readonly DragFollower[] {
  const change = changeOf(plan, drag);
  if (!change.ok) return [];
  return followersOf(plan, change.value).map(([from, to]): DragFollower => {
    const start = dayNumber(firstDay(to));
    const finish = to.kind === "task" ? dayNumber(finishOf(to, calendarFor(plan, to))) : start;
    return { id: to.id, start, finish, days: start - dayNumber(firstDay(from)) };
  });
}

function changeOf(plan: Plan, drag: DateDrag): Result<Change> {
  if (drag.kind === "shift") return shiftItems(plan, THROWN_AWAY, drag.ids, drag.days);
  const day = dayFromNumber(drag.day);
  if (drag.kind === "start") return startTaskOn(plan, THROWN_AWAY, drag.id, day);
  if (drag.kind === "finish") return finishTaskOn(plan, THROWN_AWAY, drag.id, day);
  return editEntity(plan, THROWN_AWAY, "milestone", drag.id, { date: day });
}

function firstDay(row: Follower[0]) {
  return row.kind === "task" ? startOf(row) : dateOf(row);
}
