/** Where the forward pass puts one activity, given the ends placed before it. */
import { FITTED, PLAIN, POINT, STARTED } from "./anchors.ts";
import { fitForward, isWhole, TINY, wholeBelow } from "./axis.ts";
import { boundAcross, sideAcross } from "./bounds.ts";
import type { ScheduleLink } from "./input.ts";
import type { Network } from "./network.ts";

/** The ends of all activities: `at[2 * i]` is the start, `at[2 * i + 1]` the finish, in the activity's calendar. */
export interface Places {
  readonly at: Float64Array;
  /** 1 when a point lies at the end of its day (it shows that day), 0 when at the beginning. */
  readonly sides: Uint8Array;
}

export function emptyPlaces(network: Network): Places {
  return { at: new Float64Array(2 * network.size), sides: new Uint8Array(network.size) };
}

/**
 * Earliest start that the incoming link in `row` allows where everything lies. A point that lies at the close of a
 * day is only after the opening of a day when it lies at the close of that day: a milestone on a Friday does not wait
 * for what begins on the Monday.
 */
export function linkBound(network: Network, places: Places, row: number): number {
  const bound = positionBound(network, places, row);
  const to = network.linkTo[network.incoming.link[row] as number] as number;
  if ((network.duration[to] as number) > 0 || places.sides[to] === 0) return bound;
  if (!isWhole(places.at[2 * to] as number) || linkSide(network, places, row) === 1) return bound;
  return wholeBelow(bound) + 1;
}

/** Earliest position that the incoming link in `row` allows, whichever part of a day it is. */
export function positionBound(network: Network, places: Places, row: number): number {
  const end = network.incoming.end[row] as number;
  return end >= 0
    ? (places.at[end] as number) + (network.incoming.distance[row] as number)
    : boundAcross(network, places.at, places.sides, row);
}

/** Earliest start that dates and all incoming links allow. */
export function earliestStart(network: Network, places: Places, index: number): number {
  const last = network.incoming.offsets[index + 1] as number;
  let start = network.floor[index] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const bound = positionBound(network, places, row);
    if (bound > start) start = bound;
  }
  return start;
}

/** Puts activity `index` where dates and links want it. Everything it depends on is in place already. */
export function place(network: Network, places: Places, index: number): void {
  const state = network.state[index];
  if (state === POINT) {
    placePoint(network, places, index);
    return;
  }
  const days = network.duration[index] as number;
  let start: number;
  let finish: number;
  if (state === PLAIN || state === FITTED) {
    start = earliestStart(network, places, index);
    if (state === FITTED) start = fitForward(start, days);
    finish = start + days;
  } else {
    start = network.fixedStart[index] as number;
    finish = network.fixedFinish[index] as number;
    if (state === STARTED) finish = Math.max(finish, heldByFinishLinks(network, places, index));
    places.sides[index] = network.floorAtEnd[index] as number;
  }
  places.at[2 * index] = start;
  places.at[2 * index + 1] = finish;
}

/** Links to its start no longer hold work that has begun; links to its finish still do. */
function heldByFinishLinks(network: Network, places: Places, index: number): number {
  let finish = Number.NEGATIVE_INFINITY;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const { type } = network.links[network.incoming.link[row] as number] as ScheduleLink;
    if (type !== "FF" && type !== "SF") continue;
    finish = Math.max(finish, positionBound(network, places, row) + (network.duration[index] as number));
  }
  return finish;
}

/**
 * A point takes the side of the day from what drives it: the end of the day its predecessor ends on, the
 * beginning of the day its predecessor starts on. Of two drivers at one position the opening of a day is the later,
 * as the close of the last working day comes before it.
 */
function placePoint(network: Network, places: Places, index: number): void {
  const any = network.isFirstOf[index] === 1;
  let best = any ? Number.POSITIVE_INFINITY : (network.floor[index] as number);
  let side = network.floorAtEnd[index] as number;
  const last = network.incoming.offsets[index + 1] as number;
  for (let row = network.incoming.offsets[index] as number; row < last; row++) {
    const bound = positionBound(network, places, row);
    if (any ? bound < best - TINY : bound > best + TINY) {
      best = bound;
      side = linkSide(network, places, row);
    } else if (Math.abs(bound - best) <= TINY) {
      const itsSide = linkSide(network, places, row);
      side = any ? Math.max(side, itsSide) : Math.min(side, itsSide);
    }
  }
  if (best === Number.POSITIVE_INFINITY) best = network.floor[index] as number;
  places.at[2 * index] = best;
  places.at[2 * index + 1] = best;
  places.sides[index] = side;
}

/** The part of a day at which the incoming link in `row` puts a point: 1 the close, 0 the opening. */
function linkSide(network: Network, places: Places, row: number): number {
  const index = network.incoming.link[row] as number;
  const from = network.linkFrom[index] as number;
  const isPoint = (network.duration[from] as number) === 0;
  const leaves = isPoint ? (places.sides[from] as number) : 1 - (network.leavesStart[index] as number);
  return (network.incoming.end[row] as number) >= 0 ? leaves : sideAcross(network, places.at, row, leaves);
}
