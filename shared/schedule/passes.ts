/**
 * The critical path method (Kelley & Walker 1959; precedence diagrams: Moder, Phillips & Davis 1983): a forward
 * and a backward pass over a network in topological order. Time and memory are linear in activities and links.
 *
 * - Early dates: as soon as links, dates and actuals allow. Scheduled dates differ only for work that is to lie as
 *   late as possible: it uses up its free float and moves nothing else.
 * - Late dates: as late as possible without moving the plan's end or breaking a latest date.
 * - Total float is late less early finish; free float is how far the early finish can slip before any successor's
 *   early dates, the plan's end or its own latest date must. Both in working days of the activity's own calendar.
 */
import { DONE, FITTED, STARTED } from "./anchors.ts";
import { endInstant, fitBackward, isWhole, latestStartBy, positionAt, startInstant, TINY } from "./axis.ts";
import type { ScheduleInput } from "./input.ts";
import { type Latest, latestBySuccessors, settlePoint } from "./latest.ts";
import { buildNetwork, type Network, type NetworkProblem } from "./network.ts";
import { emptyPlaces, type Places, place } from "./placing.ts";

/** Ends as in `Places.at`: `2 * i` start, `2 * i + 1` finish, positions in the activity's calendar. */
export interface Schedule {
  readonly network: Network;
  readonly early: Float64Array;
  readonly late: Float64Array;
  /** What the plan shows: the early dates, but for work placed as late as possible. */
  readonly scheduled: Float64Array;
  readonly sides: Uint8Array;
  readonly totalFloat: Float64Array;
  readonly freeFloat: Float64Array;
  /** 1 where the total float is zero or less and work is still to do. */
  readonly isCritical: Uint8Array;
  /** The plan's end as an instant of axis.ts; `endDay` of dates.ts says which day shows it. */
  readonly end: number;
}

export type ScheduleOutcome =
  | { readonly ok: true; readonly value: Schedule }
  | { readonly ok: false; readonly problem: NetworkProblem };

/** Builds the network and passes over it. */
export function schedule(input: ScheduleInput): ScheduleOutcome {
  const network = buildNetwork(input);
  return network.ok ? { ok: true, value: solve(network.value) } : network;
}

/** Both passes over a built network. */
export function solve(network: Network): Schedule {
  const places = forwardPass(network);
  const end = lastInstant(network, places);
  const floats: Floats = {
    late: new Float64Array(2 * network.size),
    latePoints: new Float64Array(network.isPlainOut.includes(0) ? 2 * network.size : 0),
    totalFloat: new Float64Array(network.size),
    freeFloat: new Float64Array(network.size),
    isCritical: new Uint8Array(network.size),
  };
  const ends = endPerCalendar(network, end);
  backwardPass(network, places, ends, floats);
  const { late, totalFloat, freeFloat, isCritical } = floats;
  const scheduled = network.isAlap.includes(1) ? placedLate(network, places, ends) : places.at;
  return {
    network,
    early: places.at,
    late,
    scheduled,
    sides: places.sides,
    totalFloat,
    freeFloat,
    isCritical,
    end: end.instant,
  };
}

function forwardPass(network: Network): Places {
  const places = emptyPlaces(network);
  const { at } = places;
  const { size, isPlainIn, floor, duration } = network;
  const { offsets, end, distance } = network.incoming;
  for (let i = 0; i < size; i++) {
    if (isPlainIn[i] === 0) {
      place(network, places, i);
      continue;
    }
    let start = floor[i] as number;
    const last = offsets[i + 1] as number;
    for (let row = offsets[i] as number; row < last; row++) {
      const bound = (at[end[row] as number] as number) + (distance[row] as number);
      if (bound > start) start = bound;
    }
    at[2 * i] = start;
    at[2 * i + 1] = start + (duration[i] as number);
  }
  return places;
}

interface PlanEnd {
  readonly instant: number;
  /** Whether a point at the opening of a day comes last. */
  readonly isOpening: boolean;
}

/** The end of the last activity as an instant, shared by all calendars. */
function lastInstant(network: Network, { at, sides }: Places): PlanEnd {
  const { size, calendarOf, duration } = network;
  const lasts = new Float64Array(network.axes.length).fill(Number.NEGATIVE_INFINITY);
  const who = new Int32Array(network.axes.length);
  for (let i = 0; i < size; i++) {
    const calendar = calendarOf[i] as number;
    const finish = at[2 * i + 1] as number;
    const last = lasts[calendar] as number;
    if (finish > last || (finish === last && duration[i] === 0 && sides[i] === 0)) {
      lasts[calendar] = finish;
      who[calendar] = i;
    }
  }
  let end = { instant: Number.NEGATIVE_INFINITY, isOpening: false };
  for (const [calendar, axis] of network.axes.entries()) {
    const finish = lasts[calendar] as number;
    if (finish === Number.NEGATIVE_INFINITY) continue;
    const i = who[calendar] as number;
    const isOpening = duration[i] === 0 && sides[i] === 0;
    const instant = isOpening ? startInstant(axis, finish) : endInstant(axis, finish);
    if (instant > end.instant || (isOpening && instant === end.instant)) end = { instant, isOpening };
  }
  return end;
}

/** The latest positions of each calendar that do not lie after the plan's end. */
interface PlanEnds {
  readonly close: Float64Array;
  /** For points at the opening of a day. */
  readonly open: Float64Array;
}

function endPerCalendar(network: Network, { instant, isOpening }: PlanEnd): PlanEnds {
  return {
    close: Float64Array.from(network.axes, (axis) => positionAt(axis, instant)),
    open: Float64Array.from(network.axes, (axis) => {
      const position = latestStartBy(axis, instant, network.step);
      const isTied = Math.abs(startInstant(axis, position) - instant) <= TINY && isWhole(position);
      return isTied && !isOpening ? position - network.step : position;
    }),
  };
}

interface Floats extends Latest, Pick<Schedule, "totalFloat" | "freeFloat" | "isCritical"> {}

function backwardPass(network: Network, places: Places, ends: PlanEnds, floats: Floats): void {
  const { at } = places;
  const { late, totalFloat, freeFloat, isCritical } = floats;
  const { size, isPlainOut, duration, calendarOf } = network;
  const { offsets, end, distance } = network.outgoing;
  const { close } = ends;
  const tiny = TINY;
  for (let i = size - 1; i >= 0; i--) {
    const latest = close[calendarOf[i] as number] as number;
    if (isPlainOut[i] === 0) {
      settle(network, places, ends, floats, i);
      continue;
    }
    let finish = latest;
    let free = latest;
    const last = offsets[i + 1] as number;
    for (let row = offsets[i] as number; row < last; row++) {
      const other = end[row] as number;
      const away = distance[row] as number;
      const bound = (late[other] as number) + away;
      const freeBound = (at[other] as number) + away;
      if (bound < finish) finish = bound;
      if (freeBound < free) free = freeBound;
    }
    const earlyFinish = at[2 * i + 1] as number;
    const room = finish - earlyFinish;
    late[2 * i] = finish - (duration[i] as number);
    late[2 * i + 1] = finish;
    totalFloat[i] = room;
    // Below zero only by rounding; a test that nearly always says the same costs least.
    const slack = free - earlyFinish;
    freeFloat[i] = slack < 0 ? 0 : slack;
    if (room <= tiny) isCritical[i] = 1;
  }
}

/** One step back with everything that can complicate it: look-ups, caps, points, and what has happened. */
function settle(network: Network, places: Places, ends: PlanEnds, floats: Floats, i: number): void {
  const { late, totalFloat, freeFloat, isCritical } = floats;
  const earlyFinish = places.at[2 * i + 1] as number;
  const latest = ends.close[network.calendarOf[i] as number] as number;
  const isDone = network.state[i] === DONE;
  if ((network.duration[i] as number) === 0 && network.state[i] !== STARTED) {
    const position = isDone ? earlyFinish : latestOfPoint(network, places, ends, floats, i);
    late[2 * i] = position;
    late[2 * i + 1] = position;
  } else {
    const asked = latestBySuccessors(network, places, floats, i, 1);
    let finish = Math.min(latest, asked, network.cap[i] as number);
    const start = lateStart(network, places, i, finish - (network.duration[i] as number));
    finish = lateFinish(network, places, i, finish, start);
    late[2 * i] = start;
    late[2 * i + 1] = finish;
    // Begun, though it takes no time: what it waits for at its finish asks for it as of a point.
    if (network.duration[i] === 0) floats.latePoints.fill(finish, 2 * i, 2 * i + 2);
  }
  const room = (late[2 * i + 1] as number) - earlyFinish;
  const bySuccessors = latestBySuccessors(network, places, null, i, 1);
  const free = Math.min(latest, network.cap[i] as number, bySuccessors) - earlyFinish;
  totalFloat[i] = room;
  freeFloat[i] = isDone || free < 0 ? 0 : free;
  isCritical[i] = !isDone && room <= TINY ? 1 : 0;
}

/** The day of a latest date counts whole: a point at the opening of the next day is after it. */
function latestOfPoint(network: Network, places: Places, ends: PlanEnds, floats: Floats, i: number): number {
  const calendar = network.calendarOf[i] as number;
  const cap = network.cap[i] as number;
  const close = Math.min(
    ends.close[calendar] as number,
    cap,
    latestBySuccessors(network, places, floats, i, 1),
  );
  const open = Math.min(
    ends.open[calendar] as number,
    cap - network.step,
    latestBySuccessors(network, places, floats, i, 0),
  );
  return settlePoint(network, places, floats, i, close, open);
}

function lateStart(network: Network, { at }: Places, index: number, start: number): number {
  const state = network.state[index];
  if (state === DONE || state === STARTED) return at[2 * index] as number;
  return state === FITTED ? fitBackward(start, network.duration[index] as number) : start;
}

function lateFinish(network: Network, { at }: Places, index: number, finish: number, start: number): number {
  const state = network.state[index];
  if (state === DONE) return at[2 * index + 1] as number;
  if (state === STARTED) return finish;
  return state === FITTED ? start + (network.duration[index] as number) : finish;
}

/** Moves work that is to lie as late as possible back into its free float, last first. A point keeps its side. */
function placedLate(network: Network, { at: early, sides }: Places, ends: PlanEnds): Float64Array {
  const places = { at: early.slice(), sides };
  const { at } = places;
  for (let i = network.size - 1; i >= 0; i--) {
    if (network.isAlap[i] !== 1) continue;
    const days = network.duration[i] as number;
    const opens = days === 0 && sides[i] === 0;
    const finish = Math.min(
      (opens ? ends.open : ends.close)[network.calendarOf[i] as number] as number,
      (network.cap[i] as number) - (opens ? network.step : 0),
      latestBySuccessors(network, places, null, i, sides[i] as number),
    );
    const start = network.fitsDays ? fitBackward(finish - days, days) : finish - days;
    if (start <= (at[2 * i] as number)) continue;
    at[2 * i] = start;
    at[2 * i + 1] = start + days;
  }
  return at;
}
