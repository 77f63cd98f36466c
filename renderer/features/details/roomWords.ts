/** Room to slip in plain words: how far, what moves first, and what sets the limit. */
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { durationWords, nameOrUntitled } from "#shared/domain/words.ts";
import { analysisOf } from "#shared/schedule/analysis.ts";
import { HELD } from "#shared/schedule/anchors.ts";
import { TINY } from "#shared/schedule/axis.ts";
import { groupOfPoint } from "#shared/schedule/groups.ts";
import type { ScheduleActivity } from "#shared/schedule/input.ts";
import { holdsBack } from "#shared/schedule/latest.ts";
import type { Schedule } from "#shared/schedule/passes.ts";
import { linkBound } from "#shared/schedule/placing.ts";
import { roomOf } from "#shared/schedule/room.ts";

export interface RoomWords {
  readonly words: string;
  /** The item named in them, as it stands there. */
  readonly names: { readonly id: Id; readonly quoted: string } | null;
  readonly tone: "plain" | "critical" | "late";
}

/** Null for what is finished or holds others, and in plans whose links lead in a loop. */
export function roomWords(plan: Plan, id: Id): RoomWords | null {
  const schedule = analysisOf(plan);
  const index = schedule?.network.indexOf.get(id);
  const room = roomOf(plan, id);
  if (!schedule || index === undefined || !room) return null;
  const limit = limitOf(plan, schedule, index);
  const named = (words: string, names: RoomWords["names"], tone: RoomWords["tone"]): RoomWords => ({
    words,
    names: names && words.includes(names.quoted) ? names : null,
    tone,
  });
  const { totalDays, freeDays } = room;
  if (totalDays < 0)
    return named(`${workingDays(-totalDays)} too late for ${limit.tooLateFor}`, limit.names, "late");
  if (room.isCritical) return named(`On the critical path: any slip ${limit.moves}`, limit.names, "critical");
  const end = `${workingDays(totalDays)} before ${limit.before}`;
  if (freeDays >= totalDays) return named(end, limit.names, "plain");
  const first = firstToMove(plan, schedule, index);
  const until = `${durationWords(totalDays)} before ${limit.before}`;
  const words =
    freeDays > 0
      ? `${workingDays(freeDays)} before ${first?.before ?? "anything else has to move"}; ${until}`
      : `Any slip ${first?.moves ?? "moves what follows"}; ${until}`;
  return named(words, first?.names ?? limit.names, "plain");
}

/** What an item must not be later for, as three sentences need it. */
interface Limit {
  readonly moves: string;
  readonly before: string;
  readonly tooLateFor: string;
  readonly names: RoomWords["names"];
}

const PLAN_END: Limit = {
  moves: "moves the plan's end",
  before: "the plan ends later",
  tooLateFor: "the plan's end",
  names: null,
};

/** Follows the links that leave it no more room to the item that sets the limit; the plan's end when none does. */
function limitOf(plan: Plan, schedule: Schedule, start: number): Limit {
  const { network, late } = schedule;
  for (let index = start; index >= 0; index = tightest(schedule, index)) {
    const isHeld = index !== start && network.state[index] === HELD;
    const isCapped = (network.cap[index] as number) <= (late[2 * index + 1] as number) + TINY;
    if (isHeld || isCapped) return limitAt(plan, schedule, index, index === start);
  }
  return PLAN_END;
}

function limitAt(plan: Plan, { network }: Schedule, index: number, isOwn: boolean): Limit {
  const names = nameOf(plan, (network.activities[index] as ScheduleActivity).id);
  if (isOwn || !names)
    return {
      moves: "breaks its own rule",
      before: "its own rule is broken",
      tooLateFor: "its own rule",
      names: null,
    };
  const { quoted } = names;
  return {
    moves: `is too late for ${quoted}`,
    before: `it is too late for ${quoted}`,
    tooLateFor: quoted,
    names,
  };
}

/** What has no more room than the item leaves it; -1 when the plan's end or its own rule comes first. */
function tightest(schedule: Schedule, index: number): number {
  const { network, totalFloat } = schedule;
  let least = (totalFloat[index] as number) + HALF_DAY;
  let next = -1;
  for (const { to, slack } of successorsOf(schedule, index)) {
    const room = slack + (network.state[to] === HELD ? 0 : (totalFloat[to] as number));
    if (room > least) continue;
    least = room;
    next = to;
  }
  return next;
}

/** Whatever has to move first when the item slips by more than its free float; what is pinned cannot. */
function firstToMove(plan: Plan, schedule: Schedule, index: number) {
  const first = successorsOf(schedule, index).reduce<Successor | null>(
    (best, next) => (best === null || next.slack < best.slack ? next : best),
    null,
  );
  const { network } = schedule;
  const names = first && nameOf(plan, (network.activities[first.to] as ScheduleActivity).id);
  if (!first || !names) return null;
  const { quoted } = names;
  return network.state[first.to] === HELD
    ? { names, before: `it is too late for ${quoted}`, moves: `is too late for ${quoted}` }
    : { names, before: `${quoted} has to move`, moves: `moves ${quoted}` };
}

/** Calendars differ by parts of a day. */
const HALF_DAY = 0.5;

interface Successor {
  readonly to: number;
  /** Working days between where it lies and where the link would allow it. */
  readonly slack: number;
}

/** What still waits for the item. */
function successorsOf({ network, early, sides }: Schedule, index: number): readonly Successor[] {
  const { outgoing, incoming } = network;
  const places = { at: early, sides };
  const found: Successor[] = [];
  for (let out = outgoing.offsets[index] as number; out < (outgoing.offsets[index + 1] as number); out++) {
    if (!holdsBack(network, places, out, index)) continue;
    const link = outgoing.link[out] as number;
    const to = network.linkTo[link] as number;
    for (let row = incoming.offsets[to] as number; row < (incoming.offsets[to + 1] as number); row++) {
      if (incoming.link[row] === link)
        found.push({ to, slack: (early[2 * to] as number) - linkBound(network, places, row) });
    }
  }
  return found;
}

function nameOf(plan: Plan, activityId: string): RoomWords["names"] {
  const id = groupOfPoint(activityId) ?? activityId;
  const item = itemById(plan, id);
  return item && { id, quoted: `'${nameOrUntitled(item.name, item.kind)}'` };
}

function workingDays(days: number): string {
  return durationWords(days).replace(" ", " working ");
}
