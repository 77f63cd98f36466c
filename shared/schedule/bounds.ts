/**
 * Links that cannot be followed by one addition: between calendars, or with elapsed lags. A position is turned
 * into an instant, carried over, and turned back. A working lag counts in the successor's calendar.
 *
 * Backward is the exact inverse: the latest position from which going forward still lands in time.
 */
import {
  endInstant,
  isWhole,
  isWorked,
  latestStartBy,
  positionAt,
  startInstant,
  TINY,
  wholeBelow,
} from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleLink } from "./input.ts";
import type { Network } from "./network.ts";

/** The calendar that an activity is worked by. */
export function axisOf(network: Network, index: number): WorkingDays {
  return network.axes[network.calendarOf[index] as number] as WorkingDays;
}

/** Whether `end` of an activity, at its position, lies at the close of a day rather than at the opening of one. */
function closesDay(network: Network, end: number, sides: Uint8Array): boolean {
  const index = end >> 1;
  const isFinish = (end & 1) === 1;
  return (network.duration[index] as number) === 0 ? sides[index] === 1 : isFinish;
}

function reachesFinish(link: ScheduleLink): boolean {
  return link.type === "FF" || link.type === "SF";
}

/** Earliest start of the successor that an incoming link (row of `incoming`) allows. */
export function boundAcross(network: Network, at: Float64Array, sides: Uint8Array, row: number): number {
  const index = network.incoming.link[row] as number;
  const link = network.links[index] as ScheduleLink;
  const end = ~(network.incoming.end[row] as number);
  const to = network.linkTo[index] as number;
  const axis = axisOf(network, end >> 1);
  const position = at[end] as number;
  const instant = closesDay(network, end, sides) ? endInstant(axis, position) : startInstant(axis, position);
  const elapsed = link.lagKind === "elapsed" ? link.lag : 0;
  const reached = positionAt(axisOf(network, to), instant + elapsed) + (link.lag - elapsed);
  return reachesFinish(link) ? reached - (network.duration[to] as number) : reached;
}

/**
 * The part of a day at which a link that cannot be followed by one addition (row of `incoming`) puts a point: 1 the
 * close, 0 the opening. What happens on a day that the point's calendar does not work is over when the next worked
 * day opens; a lag counts from then, to the close of its last day.
 */
export function sideAcross(network: Network, at: Float64Array, row: number, leaves: number): number {
  const index = network.incoming.link[row] as number;
  const link = network.links[index] as ScheduleLink;
  const end = ~(network.incoming.end[row] as number);
  const axis = axisOf(network, end >> 1);
  const position = at[end] as number;
  const elapsed = link.lagKind === "elapsed" ? link.lag : 0;
  const instant = (leaves === 1 ? endInstant(axis, position) : startInstant(axis, position)) + elapsed;
  const target = axisOf(network, network.linkTo[index] as number);
  const isClose = leaves === 1 && isWhole(instant);
  if (isWorked(target, wholeBelow(instant) - (isClose ? 1 : 0))) return leaves;
  return link.lag - elapsed > 0 ? 1 : 0;
}

/**
 * Latest finish of the predecessor from which an outgoing link (row of `outgoing`) still lets the successor's end lie
 * at `close`, or a point at the opening of a day at `open`. `side` is the part of the day at which the link leaves the
 * predecessor: 1 the close, 0 the opening.
 */
export function latestFinish(
  network: Network,
  row: number,
  close: number,
  open: number,
  side: number,
): number {
  if (close === Number.POSITIVE_INFINITY) return close;
  const raw = network.outgoing.end[row] as number;
  const to = (raw < 0 ? ~raw : raw) >> 1;
  const isPoint = (network.duration[to] as number) === 0;
  if (raw >= 0) {
    return (isPoint && side === 0 ? open : close) + (network.outgoing.distance[row] as number);
  }
  const index = network.outgoing.link[row] as number;
  const link = network.links[index] as ScheduleLink;
  const from = network.linkFrom[index] as number;
  const axis = axisOf(network, from);
  const elapsed = link.lagKind === "elapsed" ? link.lag : 0;
  const lag = link.lag - elapsed;
  const target = axisOf(network, to);
  const instant = isPoint
    ? latestBefore(network, target, close - lag, open - lag, lag, side)
    : startInstant(target, close - lag);
  const by = instant - elapsed;
  const reached = side === 1 ? positionAt(axis, by) : latestStartBy(axis, by);
  return network.leavesStart[index] === 1 ? reached + (network.duration[from] as number) : reached;
}

/** The latest instant that `sideAcross` and the count of worked days still lead to within the limits. */
function latestBefore(
  { step }: Network,
  axis: WorkingDays,
  close: number,
  open: number,
  lag: number,
  side: number,
): number {
  const opening = startInstant(axis, open);
  const closing = startInstant(axis, close);
  if (open >= close) return opening;
  if (side === 1) return lag > 0 ? closing : Math.max(opening, endInstant(axis, close));
  const hasDaysOff = closing - 1 >= endInstant(axis, close) - TINY;
  return lag > 0 && hasDaysOff ? closing - step : opening;
}
