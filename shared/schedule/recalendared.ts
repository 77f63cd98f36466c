/** What new working days do to a plan: the plan's calendar, days off, or other people for a task. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarFor, workCalendarOf } from "#shared/domain/workingTime.ts";
import { HELD } from "./anchors.ts";
import { TINY } from "./axis.ts";
import type { Network } from "./network.ts";
import { linkBound, type Places } from "./placing.ts";
import type { StoredSchedule } from "./planSchedule.ts";
import { isHistory } from "./resolve.ts";

function axisAt(network: Network, index: number) {
  return network.axes[network.calendarOf[index] as number];
}

/** `now`, but with everything that is worked on the same days as before where it lay before. */
export function placedBefore(before: StoredSchedule, network: Network, now: Places): Places {
  if (network.indexOf === before.network.indexOf && network.calendarOf === before.network.calendarOf)
    return before.places;
  const places = { at: now.at.slice(), sides: now.sides.slice() };
  for (let i = 0; i < network.size; i++) {
    const was = before.network.indexOf.get(network.activities[i]?.id ?? "");
    if (was === undefined || axisAt(before.network, was) !== axisAt(network, i)) continue;
    places.at[2 * i] = before.places.at[2 * was] as number;
    places.at[2 * i + 1] = before.places.at[2 * was + 1] as number;
    places.sides[i] = before.places.sides[was] as number;
  }
  return places;
}

/** The links that were kept before and are not any longer, as indices into the links of the network after. */
export function brokenByCalendar(before: StoredSchedule | null, network: Network, now: Places): number[] {
  if (!before) return [];
  const keys = keptLinkKeys(before);
  return linksThat(network, now, false).filter((index) => keys.has(linkKey(network, index)));
}

const kept = new WeakMap<StoredSchedule, ReadonlySet<string>>();

/** The links of a plan that are kept, by `linkKey`; once per schedule. */
export function keptLinkKeys(schedule: StoredSchedule): ReadonlySet<string> {
  let keys = kept.get(schedule);
  if (!keys) {
    const { network, places } = schedule;
    keys = new Set(linksThat(network, places, true).map((index) => linkKey(network, index)));
    kept.set(schedule, keys);
  }
  return keys;
}

/** A link of the network, the same in another network of the plan: links to what a group holds are several. */
export function linkKey(network: Network, index: number): string {
  const { id, from, to } = network.links[index] ?? {};
  return `${id}\n${from}\n${to}`;
}

/** The links of a network that are kept, or that are not. */
function linksThat(network: Network, places: Places, isKept: boolean): number[] {
  const { offsets, link } = network.incoming;
  const found: number[] = [];
  for (let i = 0; i < network.size; i++) {
    for (let row = offsets[i] as number; row < (offsets[i + 1] as number); row++) {
      const short = linkBound(network, places, row) - (places.at[2 * i] as number) > TINY;
      if (short !== isKept) found.push(link[row] as number);
    }
  }
  return found;
}

/** Open work that began on a working day which is one no longer, with the day it begins on now. */
export function* movedOffDaysOff(before: Plan, after: Plan, network: Network): Iterable<[Id, Day]> {
  for (const task of after.tasks.values()) {
    const was = before.tasks.get(task.id);
    const index = network.indexOf.get(task.id);
    if (!was || index === undefined || isHistory(network, index) || network.state[index] === HELD) continue;
    if (workCalendarOf(before, was) === workCalendarOf(after, task)) continue;
    const start = calendarFor(after, task).onOrAfter(task.start);
    if (start !== task.start && calendarFor(before, was).isWorking(task.start)) yield [task.id, start];
  }
}
