/** Where the dates that a plan stores put everything. */
import { type Day, dayNumber } from "#shared/domain/day.ts";
import { DONE } from "./anchors.ts";
import { endPosition, fitForward, startPosition, TINY, wholeBelow } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { emptyPlaces, linkBound, type Places, place } from "./placing.ts";
import { type Placed, setPlace } from "./resolve.ts";

/**
 * The places of stored dates: the start of a task, the date of a milestone. Null leaves it at the project start. The
 * ends of groups follow from what is inside.
 */
export function storedPlaces(network: Network, startOf: (id: string) => Day | null): Places {
  const places = emptyPlaces(network);
  for (let i = 0; i < network.size; i++) placeStored(network, places, i, startOf);
  return places;
}

/** The same, from the places of a network that differs in the activities named. */
export function storedPlacesFrom(
  before: Places,
  network: Network,
  changed: ReadonlyMap<string, unknown>,
  startOf: (id: string) => Day | null,
): Places {
  if (network.fitsDays) return storedPlaces(network, startOf);
  const places = { at: before.at.slice(), sides: before.sides.slice() };
  for (const id of changed.keys()) placeStored(network, places, network.indexOf.get(id) as number, startOf);
  for (const index of network.joins) place(network, places, index);
  return places;
}

function placeStored(
  network: Network,
  places: Places,
  index: number,
  startOf: (id: string) => Day | null,
): void {
  const { id, isMilestone, join } = network.activities[index] as ScheduleActivity;
  if (join) {
    place(network, places, index);
    return;
  }
  if (network.state[index] === DONE) {
    setPlace(places, index, donePlace(network, index));
    return;
  }
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  const day = dayNumber(startOf(id) ?? network.input.projectStart);
  const start = isMilestone
    ? endPosition(axis, day)
    : withinDay(network, places, index, startPosition(axis, day));
  const finish = start + (network.duration[index] as number);
  setPlace(places, index, { start, finish, side: isMilestone ? 1 : 0 });
}

/** Where finished work really lay. */
export function donePlace(network: Network, index: number): Placed {
  const side = network.activities[index]?.isMilestone ? 1 : 0;
  return {
    start: network.fixedStart[index] as number,
    finish: network.fixedFinish[index] as number,
    side,
  };
}

/**
 * Stored dates are whole days; work of part of a day begins when that which its links wait for on the same day is
 * over, so that what comes after it counts from there.
 */
export function withinDay(network: Network, places: Places, index: number, start: number): number {
  if (!network.fitsDays || (network.duration[index] as number) === 0) return start;
  let begins = start;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const bound = fitted(network, index, linkBound(network, places, row));
    if (bound > begins && bound < wholeBelow(start) + 1 - TINY) begins = bound;
  }
  return begins;
}

/** A start moved on to where work of the activity's length may begin. */
export function fitted(network: Network, index: number, start: number): number {
  if ((network.duration[index] as number) === 0) return Math.ceil(start - TINY);
  return network.fitsDays ? fitForward(start, network.duration[index] as number) : start;
}

/** The earliest start that all links allow; minus infinity without any. */
export function furthestBound(network: Network, places: Places, index: number): number {
  const { offsets } = network.incoming;
  let start = Number.NEGATIVE_INFINITY;
  for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++)
    start = Math.max(start, linkBound(network, places, row));
  return start;
}
