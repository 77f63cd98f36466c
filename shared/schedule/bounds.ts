/**
 * Links that cannot be followed by one addition: between calendars, or with elapsed lags. A position is turned
 * into an instant, carried over, and turned back. A working lag counts in the successor's calendar.
 *
 * Backward is the exact inverse: the latest position from which going forward still lands in time.
 */
import { endInstant, latestStartBy, positionAt, startInstant } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleLink } from "./input.ts";
import type { Network } from "./network.ts";

function axisOf(network: Network, index: number): WorkingDays {
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

/** Latest finish of the predecessor that an outgoing link (row of `outgoing`) allows. */
export function boundBack(network: Network, at: Float64Array, sides: Uint8Array, row: number): number {
  const index = network.outgoing.link[row] as number;
  const link = network.links[index] as ScheduleLink;
  const end = ~(network.outgoing.end[row] as number);
  const from = network.linkFrom[index] as number;
  const leavesStart = link.type === "SS" || link.type === "SF";
  const axis = axisOf(network, from);
  const elapsed = link.lagKind === "elapsed" ? link.lag : 0;
  const position = (at[end] as number) - (link.lag - elapsed);
  const instant = startInstant(axisOf(network, end >> 1), position) - elapsed;
  const closes = closesDay(network, 2 * from + (leavesStart ? 0 : 1), sides);
  const reached = closes ? positionAt(axis, instant) : latestStartBy(axis, instant);
  return leavesStart ? reached + (network.duration[from] as number) : reached;
}
