/** A network in which some activities got other dates or durations: the same links in the same order. */
import { type Anchors, anchorsAt } from "./anchors.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";
import { hasPartDays, type LinkRows, type Network, plainInAt, plainOutAt } from "./network.ts";

/**
 * Null when an activity changes in a way that changes what its links mean: another calendar, work that becomes a point,
 * the first part of a day or the last one. Costs a copy of the typed arrays that come to hold another value, and a
 * look at each link of what changed.
 */
export function patchedNetwork(
  network: Network,
  input: ScheduleInput,
  updates: ReadonlyMap<string, ScheduleActivity>,
): Network | null {
  const activities = [...network.activities];
  let { duration } = network;
  const indices: number[] = [];
  for (const [id, activity] of updates) {
    const index = network.indexOf.get(id);
    if (index === undefined || !isAlike(network, activities[index] as ScheduleActivity, activity))
      return null;
    activities[index] = activity;
    if (!activity.isMilestone)
      duration = withValue(duration, network.duration, index, Math.max(0, activity.durationDays));
    indices.push(index);
  }
  const losesParts = indices.some((index) => !Number.isInteger(network.duration[index]));
  if (losesParts && !hasPartDays({ duration, links: network.links })) return null;
  const lasts = indices.filter((index) => duration[index] !== network.duration[index]);
  const parts = { ...network, ...withDistances(network, duration, lasts), input, activities, duration };
  const anchored = { ...parts, ...withAnchors(parts, indices) };
  return { ...anchored, ...withPlain(anchored, indices) };
}

/** The array with `value` at `index`: itself where it has it, else its own copy of the array it shares. */
function withValue<T extends Float64Array | Uint8Array>(
  array: T,
  shared: T,
  index: number,
  value: number,
): T {
  if (Object.is(array[index], value)) return array;
  const own = array === shared ? (array.slice() as T) : array;
  own[index] = value;
  return own;
}

function withAnchors(network: Network, indices: readonly number[]): Anchors {
  let anchors: Anchors = network;
  for (const index of indices) {
    const at = anchorsAt(network, index);
    anchors = {
      state: withValue(anchors.state, network.state, index, at.state),
      floor: withValue(anchors.floor, network.floor, index, at.floor),
      floorAtEnd: withValue(anchors.floorAtEnd, network.floorAtEnd, index, at.floorAtEnd),
      fixedStart: withValue(anchors.fixedStart, network.fixedStart, index, at.fixedStart),
      fixedFinish: withValue(anchors.fixedFinish, network.fixedFinish, index, at.fixedFinish),
      cap: withValue(anchors.cap, network.cap, index, at.cap),
      isAlap: withValue(anchors.isAlap, network.isAlap, index, at.isAlap),
      isPinned: withValue(anchors.isPinned, network.isPinned, index, at.isPinned),
    };
  }
  return anchors;
}

/** What changed, and for the way back also what it follows. */
function withPlain(network: Network, indices: readonly number[]) {
  const { incoming, outgoing, linkFrom } = network;
  let { isPlainIn, isPlainOut } = network;
  const setOut = (index: number): void => {
    isPlainOut = withValue(isPlainOut, network.isPlainOut, index, plainOutAt(network, outgoing, index));
  };
  for (const index of indices) {
    isPlainIn = withValue(isPlainIn, network.isPlainIn, index, plainInAt(network, incoming, index));
    setOut(index);
    const last = incoming.offsets[index + 1] as number;
    for (let row = incoming.offsets[index] as number; row < last; row++)
      setOut(linkFrom[incoming.link[row] as number] as number);
  }
  return { isPlainIn, isPlainOut };
}

function withDistances(
  network: Network,
  duration: Float64Array,
  indices: readonly number[],
): Pick<Network, "incoming" | "outgoing"> {
  if (indices.length === 0) return network;
  const incoming = { ...network.incoming, distance: network.incoming.distance.slice() };
  const outgoing = { ...network.outgoing, distance: network.outgoing.distance.slice() };
  for (const index of indices) setDistances(network, incoming, outgoing, duration, index);
  return { incoming, outgoing };
}

function isAlike(network: Network, was: ScheduleActivity, is: ScheduleActivity): boolean {
  if (was.calendar !== is.calendar || was.isMilestone !== is.isMilestone || was.join || is.join) return false;
  if (was.isMilestone) return true;
  return (
    was.durationDays > 0 === is.durationDays > 0 && (network.fitsDays || Number.isInteger(is.durationDays))
  );
}

/** Links to its finish, and from its start, are stored with its duration in them. */
function setDistances(
  { links }: Network,
  incoming: LinkRows,
  outgoing: LinkRows,
  duration: Float64Array,
  index: number,
): void {
  const days = duration[index] as number;
  for (let row = incoming.offsets[index] as number; row < (incoming.offsets[index + 1] as number); row++) {
    const { type, lag } = links[incoming.link[row] as number] as ScheduleLink;
    incoming.distance[row] = lag - (type === "FF" || type === "SF" ? days : 0);
  }
  for (let row = outgoing.offsets[index] as number; row < (outgoing.offsets[index + 1] as number); row++) {
    const { type, lag } = links[outgoing.link[row] as number] as ScheduleLink;
    outgoing.distance[row] = (type === "SS" || type === "SF" ? days : 0) - lag;
  }
}
