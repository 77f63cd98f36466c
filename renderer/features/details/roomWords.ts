/** Room to slip in plain words: how far, what moves first, and what sets the limit. */
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { durationWords } from "#shared/domain/words.ts";
import { analysisOf } from "#shared/schedule/analysis.ts";
import { HELD } from "#shared/schedule/anchors.ts";
import { quoted } from "#shared/schedule/clash.ts";
import { groupOfPoint } from "#shared/schedule/groups.ts";
import type { ScheduleActivity } from "#shared/schedule/input.ts";
import { holdsBack } from "#shared/schedule/latest.ts";
import type { Schedule } from "#shared/schedule/passes.ts";
import { linkBound } from "#shared/schedule/placing.ts";
import { roomOf } from "#shared/schedule/room.ts";

export interface RoomWords {
  readonly words: string;
  /** The items they may name. */
  readonly itemIds: readonly Id[];
  readonly isLate: boolean;
}

/** Null for what is finished or holds others, and in plans whose links lead in a loop. */
export function roomWords(plan: Plan, id: Id): RoomWords | null {
  const room = roomOf(plan, id);
  if (!room) return null;
  const { totalDays, freeDays, limitId } = room;
  const limit = limitWords(plan, id, limitId);
  const said = (words: string, ...itemIds: (Id | null)[]): RoomWords => ({
    words,
    itemIds: itemIds.flatMap((itemId) => itemId ?? []),
    isLate: totalDays < 0,
  });
  if (totalDays < 0) return said(`${workingDays(-totalDays)} too late for ${limit.goal}`, limitId);
  if (room.isCritical) {
    const none = limitId === null ? "On the critical path" : "No room";
    return said(`${none}: any slip ${limit.slip}`, limitId);
  }
  const first = freeDays < totalDays ? firstToMove(plan, id) : null;
  if (!first || first.id === limitId)
    return said(`${workingDays(totalDays)} before ${limit.before}`, limitId);
  const start = freeDays > 0 ? `${workingDays(freeDays)} before ${first.before}` : `Any slip ${first.slip}`;
  return said(
    `${start}; ${freeDays > 0 ? durationWords(totalDays) : workingDays(totalDays)} before ${limit.before}`,
    first.id,
    limitId,
  );
}

/** What happens to another item, as the sentences need it. */
interface Effect {
  /** After `any slip`. */
  readonly slip: string;
  readonly before: string;
}

interface Limit extends Effect {
  /** After `too late for`. */
  readonly goal: string;
}

function limitWords(plan: Plan, id: Id, limitId: Id | null): Limit {
  if (limitId === null)
    return { slip: "moves the plan’s end", before: "the plan ends later", goal: "the plan’s end" };
  const item = plan.tasks.get(limitId) ?? plan.milestones.get(limitId);
  if (limitId !== id) return { ...effectOn(plan, limitId), goal: quoted(plan, limitId) };
  const goal = item?.constraint?.date ? "its own rule" : "its own promise";
  return { slip: `breaks ${goal}`, before: `${goal} is broken`, goal };
}

/** What is pinned, ruled or promised does not move: it is missed. */
function effectOn(plan: Plan, id: Id): Effect {
  const item = itemById(plan, id);
  const isFixed = item?.kind !== "stage" && item && (item.isPinned || item.deadline || item.constraint?.date);
  const name = quoted(plan, id);
  return isFixed
    ? { slip: `is too late for ${name}`, before: `it is too late for ${name}` }
    : { slip: `moves ${name}`, before: `${name} has to move` };
}

/** What has to move first when the item slips by more than its free float; what is held in its place cannot. */
function firstToMove(plan: Plan, id: Id): (Effect & { readonly id: Id }) | null {
  const schedule = analysisOf(plan);
  const index = schedule?.network.indexOf.get(id);
  const to = schedule && index !== undefined ? tightestSuccessor(schedule, index) : -1;
  if (!schedule || to < 0) return null;
  const activity = schedule.network.activities[to] as ScheduleActivity;
  const itemId = groupOfPoint(activity.id) ?? activity.id;
  const name = quoted(plan, itemId);
  return schedule.network.state[to] === HELD
    ? { id: itemId, slip: `is too late for ${name}`, before: `it is too late for ${name}` }
    : { id: itemId, slip: `moves ${name}`, before: `${name} has to move` };
}

/** Whatever its link leaves the fewest working days; -1 when nothing waits for the item. */
function tightestSuccessor({ network, early, sides }: Schedule, index: number): number {
  const { outgoing, incoming } = network;
  const places = { at: early, sides };
  let least = Number.POSITIVE_INFINITY;
  let tightest = -1;
  for (let out = outgoing.offsets[index] as number; out < (outgoing.offsets[index + 1] as number); out++) {
    if (!holdsBack(network, places, out, index)) continue;
    const link = outgoing.link[out] as number;
    const to = network.linkTo[link] as number;
    for (let row = incoming.offsets[to] as number; row < (incoming.offsets[to + 1] as number); row++) {
      const slack = (early[2 * to] as number) - linkBound(network, places, row);
      if (incoming.link[row] !== link || slack >= least) continue;
      least = slack;
      tightest = to;
    }
  }
  return tightest;
}

function workingDays(days: number): string {
  return durationWords(days).replace(" ", " working ");
}
