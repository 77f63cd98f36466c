/** A network in which some activities got other dates or durations: the same links in the same order. */
import { setAnchors } from "./anchors.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";
import { hasPartDays, type LinkRows, type Network, plainIn, plainOut } from "./network.ts";

/**
 * Null when an activity changes in a way that changes what its links mean: another calendar, work that becomes a point,
 * the first part of a day or the last one. Costs a copy of the typed arrays, and a look at each link of what changed.
 */
export function patchedNetwork(
  network: Network,
  input: ScheduleInput,
  updates: ReadonlyMap<string, ScheduleActivity>,
): Network | null {
  const activities = [...network.activities];
  const duration = network.duration.slice();
  const indices: number[] = [];
  for (const [id, activity] of updates) {
    const index = network.indexOf.get(id);
    if (index === undefined || !isAlike(network, activities[index] as ScheduleActivity, activity))
      return null;
    activities[index] = activity;
    if (!activity.isMilestone) duration[index] = Math.max(0, activity.durationDays);
    indices.push(index);
  }
  const losesParts = indices.some((index) => !Number.isInteger(network.duration[index]));
  if (losesParts && !hasPartDays({ duration, links: network.links })) return null;
  const incoming = { ...network.incoming, distance: network.incoming.distance.slice() };
  const outgoing = { ...network.outgoing, distance: network.outgoing.distance.slice() };
  for (const index of indices) setDistances(network, incoming, outgoing, duration, index);
  const anchors = {
    state: network.state.slice(),
    floor: network.floor.slice(),
    floorAtEnd: network.floorAtEnd.slice(),
    fixedStart: network.fixedStart.slice(),
    fixedFinish: network.fixedFinish.slice(),
    cap: network.cap.slice(),
    isAlap: network.isAlap.slice(),
    isPinned: network.isPinned.slice(),
  };
  const parts = { ...network, input, activities, duration, incoming, outgoing };
  for (const index of indices) setAnchors(anchors, parts, index);
  return {
    ...parts,
    ...anchors,
    isPlainIn: plainIn(anchors, incoming),
    isPlainOut: plainOut(anchors, outgoing),
  };
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
