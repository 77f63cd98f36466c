/** Rows that their links allow only later, moved on to there. */
import type { Change } from "#shared/domain/change.ts";
import { dayFromNumber, isDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { HELD } from "./anchors.ts";
import { TINY } from "./axis.ts";
import { shownDay } from "./dates.ts";
import { withFollowers } from "./follow.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { linkBound, type Places, place } from "./placing.ts";
import { storedScheduleOf } from "./planSchedule.ts";
import { keptLinkKeys, linkKey } from "./recalendared.ts";
import { isHistory, setPlace } from "./resolve.ts";
import { fitted } from "./storedPlaces.ts";

export type MovedRow = readonly [from: Task | Milestone, to: Task | Milestone];

/** What may move, and by which links (keys as in recalendared.ts); everything where nothing is said. */
export interface Pushing {
  readonly ids?: ReadonlySet<Id>;
  readonly links?: ReadonlySet<string>;
}

/**
 * Each row that its links allow only later, just as far as it must, those before it first. What has begun, is pinned
 * or has a must-date stays, and so does what would leave the calendar.
 */
export function pushedRows(plan: Plan, pushing: Pushing = {}): readonly MovedRow[] {
  const schedule = storedScheduleOf(plan);
  if (!schedule) return [];
  const { network } = schedule;
  const places = { at: schedule.places.at.slice(), sides: schedule.places.sides.slice() };
  const rows: MovedRow[] = [];
  for (let index = 0; index < network.size; index++) {
    if (!push(network, places, index, pushing)) continue;
    const { id } = network.activities[index] as ScheduleActivity;
    const day = dayFromNumber(shownDay(network, places.sides, places.at, index, 0));
    const task = plan.tasks.get(id);
    const milestone = plan.milestones.get(id);
    if (!isDay(day)) continue;
    if (task && task.start !== day) rows.push([task, { ...task, start: day }]);
    else if (milestone && milestone.date !== day) rows.push([milestone, { ...milestone, date: day }]);
  }
  return rows;
}

/** What is pushed can push others through what follows in between; it comes to rest long before this. */
const MAX_ROUNDS = 20;

/** Moves that keep each other's links, and those of what follows them, where these were kept before. */
export function inOrder(plan: Plan, moves: readonly MovedRow[]): readonly MovedRow[] {
  const schedule = storedScheduleOf(plan);
  if (!schedule || moves.length === 0) return moves;
  const ids = new Set(moves.map(([{ id }]) => id));
  const links = keptLinkKeys(schedule);
  let rows = moves;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const pushed = pushedRows(planFollowing(plan, rows), { ids, links });
    if (pushed.length === 0) break;
    const last = new Map(pushed.map(([, to]) => [to.id, to]));
    rows = rows.map(([from, to]) => [from, last.get(to.id) ?? to]);
  }
  return rows;
}

/** The plan with these rows and what follows them. */
export function planFollowing(plan: Plan, rows: readonly MovedRow[]): Plan {
  return applyChange(plan, withFollowers(plan, setting(rows)));
}

/** A change that is only tried. */
function setting(updated: readonly MovedRow[]): Change {
  return {
    ...{ id: "", label: "", at: "", author: "", sessionId: null, group: null },
    ...{ added: [], updated, removed: [] },
  };
}

/** Whether it is an item and moved. Activities stand in the network before what waits for them. */
function push(network: Network, places: Places, index: number, { ids, links }: Pushing): boolean {
  const { id, join } = network.activities[index] as ScheduleActivity;
  if (join) {
    place(network, places, index);
    return false;
  }
  if (isHistory(network, index) || network.state[index] === HELD || ids?.has(id) === false) return false;
  const bound = boundBy(network, places, index, links);
  if (bound - (places.at[2 * index] as number) <= TINY) return false;
  const start = fitted(network, index, bound);
  const finish = start + (network.duration[index] as number);
  setPlace(places, index, { start, finish, side: places.sides[index] as number });
  return true;
}

function boundBy(
  network: Network,
  places: Places,
  index: number,
  links: ReadonlySet<string> | undefined,
): number {
  const { offsets, link } = network.incoming;
  let bound = Number.NEGATIVE_INFINITY;
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
    if (links?.has(linkKey(network, link[row] as number)) === false) continue;
    bound = Math.max(bound, linkBound(network, places, row));
  }
  return bound;
}
