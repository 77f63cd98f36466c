/** All links of a plan kept at once: whatever starts too early moves just as far as it must. */
import { type Change, composeChanges, createChange, type EditContext } from "#shared/domain/change.ts";
import { dayFromNumber } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { changed } from "#shared/domain/operations/context.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { count } from "#shared/domain/words.ts";
import { HELD } from "./anchors.ts";
import { TINY } from "./axis.ts";
import { brokenLinks } from "./brokenLinks.ts";
import { shownDay } from "./dates.ts";
import { withFollowers } from "./follow.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { type Places, place } from "./placing.ts";
import { storedScheduleOf } from "./planSchedule.ts";
import { isHistory, setPlace } from "./resolve.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";

export const KEEP_LINKS = "Keep all links";

/** What moves along by its own rule can push others again; it comes to rest long before this. */
const MAX_ROUNDS = 20;

export interface KeptLinks {
  readonly change: Result<Change>;
  /** Links that were not kept and are now. */
  readonly kept: number;
  /** Links left as they are, because what they lead to is pinned or has a must-date. */
  readonly left: number;
}

/** Worked out once per plan value: what it would move is shown before it is done. */
const known = new WeakMap<Plan, KeptRows>();

interface KeptRows extends Pick<KeptLinks, "kept" | "left"> {
  readonly updated: Change["updated"];
}

export function keptLinks(plan: Plan, ctx: EditContext): KeptLinks {
  const rows = known.get(plan) ?? keptRows(plan, ctx);
  known.set(plan, rows);
  const { updated, kept, left } = rows;
  return { change: changed(ctx, KEEP_LINKS, { updated }), kept, left };
}

function keptRows(plan: Plan, ctx: EditContext): KeptRows {
  const changes: Change[] = [];
  let at = plan;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const rows = pushedRows(at);
    if (rows.length === 0) break;
    const change = withFollowers(at, createChange(ctx, KEEP_LINKS, { updated: rows }));
    changes.push(change);
    at = applyChange(at, change);
  }
  const { updated } = composeChanges(ctx, KEEP_LINKS, changes);
  const left = brokenLinks(at, ctx.today()).length;
  return { updated, kept: brokenLinks(plan, ctx.today()).length - left, left };
}

/** `Done: 5 links are kept again. 2 were left: what they lead to is pinned or has a must-date.` */
export function keptWords({ kept, left }: KeptLinks): string {
  const words = `Done: ${count(kept, "link")} ${kept === 1 ? "is" : "are"} kept again.`;
  if (left === 0) return words;
  return `${words} ${left.toLocaleString("en")} ${left === 1 ? "was" : "were"} left: what they lead to is pinned or has a must-date.`;
}

/** Each row that its links allow only later, moved to there, those before it first. */
function pushedRows(plan: Plan): [from: Task | Milestone, to: Task | Milestone][] {
  const schedule = storedScheduleOf(plan);
  if (!schedule) return [];
  const { network } = schedule;
  const places = { at: schedule.places.at.slice(), sides: schedule.places.sides.slice() };
  const rows: [Task | Milestone, Task | Milestone][] = [];
  for (let index = 0; index < network.size; index++) {
    if (!push(network, places, index)) continue;
    const { id } = network.activities[index] as ScheduleActivity;
    const day = dayFromNumber(shownDay(network, places.sides, places.at, index, 0));
    const task = plan.tasks.get(id);
    const milestone = plan.milestones.get(id);
    if (task && task.start !== day) rows.push([task, { ...task, start: day }]);
    else if (milestone && milestone.date !== day) rows.push([milestone, { ...milestone, date: day }]);
  }
  return rows;
}

/** Whether it is an item and moved. Activities stand in the network before what waits for them. */
function push(network: Network, places: Places, index: number): boolean {
  if ((network.activities[index] as ScheduleActivity).join) {
    place(network, places, index);
    return false;
  }
  if (isHistory(network, index) || network.state[index] === HELD) return false;
  const bound = furthestBound(network, places, index);
  if (bound - (places.at[2 * index] as number) <= TINY) return false;
  const start = fitted(network, index, bound);
  const finish = start + (network.duration[index] as number);
  setPlace(places, index, { start, finish, side: places.sides[index] as number });
  return true;
}
