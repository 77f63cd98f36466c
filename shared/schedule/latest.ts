/**
 * How late an activity may be, given how late its successors may be.
 *
 * A point lies at the close of a day or at the opening of the next working day: one position, but two days, and on
 * another calendar two positions. So how late a point may be is kept for either side, and what waits at the opening
 * of a day may have less room than what waits at the close of the one before.
 */
import { DONE, HELD, STARTED } from "./anchors.ts";
import { isWhole, TINY } from "./axis.ts";
import { latestFinish } from "./bounds.ts";
import type { Network } from "./network.ts";
import type { Places } from "./placing.ts";

export interface Latest {
  /** Ends as in `Places.at`. */
  readonly late: Float64Array;
  /** Of points: `2 * i` the latest position at the opening of a day, `2 * i + 1` at the close of one. */
  readonly latePoints: Float64Array;
}

/**
 * Latest finish of activity `index` that its successors allow: where they may be at the latest, or with `latest` null
 * where they are. Infinity when none does. For a point, when it lies at `side` of a day.
 */
export function latestBySuccessors(
  network: Network,
  places: Places,
  latest: Latest | null,
  index: number,
  side: number,
): number {
  let finish = Number.POSITIVE_INFINITY;
  const isPoint = (network.duration[index] as number) === 0;
  const at = places.at[2 * index + 1] as number;
  const early = isPoint && side === 0 ? within(network, at, places.sides[index] as number) : at;
  const last = network.outgoing.offsets[index + 1] as number;
  for (let row = network.outgoing.offsets[index] as number; row < last; row++) {
    if (!holdsBack(network, places, row, index)) continue;
    const leaves = isPoint ? side : linkLeaves(network, row);
    const bound = latestBySuccessor(network, places, latest, row, leaves);
    finish = Math.min(finish, keepsPace(network, places, latest, row) ? Math.max(bound, early) : bound);
  }
  return finish;
}

/** Latest finish that lets the successor of the outgoing link in `row` stay where it is. */
export function boundBack(network: Network, at: Float64Array, sides: Uint8Array, row: number): number {
  const from = network.linkFrom[network.outgoing.link[row] as number] as number;
  const side = (network.duration[from] as number) === 0 ? (sides[from] as number) : linkLeaves(network, row);
  return latestBySuccessor(network, { at, sides }, null, row, side);
}

function linkLeaves(network: Network, row: number): number {
  return 1 - (network.leavesStart[network.outgoing.link[row] as number] as number);
}

function endOf(network: Network, row: number): number {
  const raw = network.outgoing.end[row] as number;
  return raw < 0 ? ~raw : raw;
}

/** What is held in its place stays there; what leads nowhere that counts (backwardFrom) sets no limit. */
function latestBySuccessor(
  network: Network,
  places: Places,
  latest: Latest | null,
  row: number,
  side: number,
): number {
  const end = endOf(network, row);
  const to = end >> 1;
  const counts = latest === null || latest.late[end] !== Number.POSITIVE_INFINITY;
  const stays = latest === null || (network.state[to] === HELD && counts);
  if ((network.duration[to] as number) > 0) {
    const limit = (stays ? places.at[end] : latest.late[end]) as number;
    return latestFinish(network, row, limit, limit, side);
  }
  const at = places.at[end] as number;
  const close = stays ? at : (latest.latePoints[2 * to + 1] as number);
  const open = stays
    ? within(network, at, places.sides[to] as number)
    : (latest.latePoints[2 * to] as number);
  return latestFinish(network, row, close, open, side);
}

/** Latest opening of a day that is not after a point at `position` on side `its`. */
function within({ step }: Network, position: number, its: number): number {
  return its === 0 || !isWhole(position) ? position : position - step;
}

/**
 * Whether a link with look-ups is met with room to spare where its ends are early. Going back over a day that is not
 * worked gives a whole position; a start in the middle of the day before it may be later than that, and good.
 */
function keepsPace(network: Network, { at, sides }: Places, latest: Latest | null, row: number): boolean {
  const raw = network.outgoing.end[row] as number;
  if (raw >= 0 || latest === null) return false;
  const end = ~raw;
  const to = end >> 1;
  const state = network.state[to];
  if (state === HELD || state === STARTED) return false;
  const isPoint = (network.duration[to] as number) === 0;
  const late = isPoint ? latest.latePoints[2 * to + (sides[to] as number)] : latest.late[end];
  return (late as number) >= (at[end] as number);
}

/**
 * Whether a link (row of `outgoing`) still decides how late its predecessor `index` may be: not once its ends are
 * history, not when a pin has overruled it, and of the links to the start of a group only those of its first work.
 */
export function holdsBack(network: Network, places: Places, row: number, index: number): boolean {
  const end = endOf(network, row);
  const to = end >> 1;
  const leavesStart = linkLeaves(network, row) === 0;
  const reachesStart = (end & 1) === 0;
  if (network.state[to] === DONE || (network.state[to] === STARTED && reachesStart)) return false;
  if (network.state[index] === DONE || (network.state[index] === STARTED && leavesStart)) return false;
  const { at, sides } = places;
  if (network.isPinned[to] === 1 && boundBack(network, at, sides, row) < (at[2 * index + 1] as number) - TINY)
    return false;
  if (network.isFirstOf[to] === 0) return true;
  return leavesStart && (at[2 * index] as number) - (at[2 * to] as number) <= TINY;
}

/**
 * Notes how late a point may be, `close` and `open` of a day, and gives its latest position: at the close of a day,
 * unless it is early at an opening that is too late already.
 */
export function settlePoint(
  network: Network,
  { at, sides }: Places,
  latest: Latest,
  index: number,
  close: number,
  open: number,
): number {
  const early = at[2 * index] as number;
  const its = sides[index] as number;
  const isLate = early > (its === 1 ? close : open) + TINY;
  // What it may wait for anyhow, as it lies there: its successors are placed in time.
  const least = isLate ? Number.NEGATIVE_INFINITY : early;
  latest.latePoints[2 * index] = Math.max(
    Math.min(open, close),
    isLate ? least : within(network, early, its),
  );
  latest.latePoints[2 * index + 1] = Math.max(close, least);
  return isLate && its === 0 ? Math.min(open, close) : Math.max(close, least);
}
