/** Links that the stored dates do not keep. Work that has begun is past asking. */
import { formatDay, isDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { durationWords } from "#shared/domain/words.ts";
import { TINY } from "./axis.ts";
import { type Clash, clash, quoted } from "./clash.ts";
import { predecessorDay } from "./drivers.ts";
import { moveFix, unlinkFix } from "./fixes.ts";
import { groupOfPoint } from "./groups.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import { linkBound } from "./placing.ts";
import { isHeld } from "./planInput.ts";
import { type StoredSchedule, storedScheduleOf } from "./planSchedule.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";
import { lagWords } from "./why.ts";
import { allowedDay } from "./whyStored.ts";

export function brokenLinks(plan: Plan): readonly Clash[] {
  const schedule = storedScheduleOf(plan);
  if (!schedule) return [];
  const { network, places } = schedule;
  const { offsets, link } = network.incoming;
  const clashes: Clash[] = [];
  for (let index = 0; index < network.size; index++) {
    for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
      const days = linkBound(network, places, row) - (places.at[2 * index] as number);
      const found = days > TINY ? brokenLink(plan, schedule, index, link[row] as number, days) : null;
      if (found) clashes.push(found);
    }
  }
  return clashes;
}

function brokenLink(
  plan: Plan,
  schedule: StoredSchedule,
  index: number,
  linkIndex: number,
  days: number,
): Clash | null {
  const { network, places } = schedule;
  const { id, join } = network.activities[index] as ScheduleActivity;
  const link = network.links[linkIndex] as ScheduleLink;
  const item = plan.tasks.get(id) ?? plan.milestones.get(id);
  if (join || !item || link.id === undefined || isHeld(item)) return null;
  const fromId = groupOfPoint(link.from) ?? link.from;
  const linkId = link.id;
  const words = (): string => {
    const end = link.type === "SS" || link.type === "SF" ? "the start" : "the end";
    const placed = { network, sides: places.sides, early: places.at };
    const day = formatDay(predecessorDay(placed, linkIndex), "short");
    const verb = item.kind === "milestone" ? "comes" : "starts";
    return `${quoted(plan, id)} ${held(item)}${verb} ${working(days)} before ${end} of ${quoted(plan, fromId)} (${day})${lagWords(link.lag, link.lagKind)} allows`;
  };
  const fixes = () => {
    const to = allowedDay(schedule, index, fitted(network, index, furthestBound(network, places, index)));
    return [...(isDay(to) ? [moveFix(item, to)] : []), unlinkFix(linkId)];
  };
  const key = `link-not-kept ${linkId} ${id}`;
  return clash({ key, kind: "link-not-kept", itemIds: [id, fromId], days }, words, fixes);
}

function held({ isPinned, constraint }: { isPinned: boolean; constraint: { kind: string } | null }): string {
  if (isPinned) return "is pinned and ";
  return constraint?.kind === "MSO" || constraint?.kind === "MFO" ? "has a must-date and " : "";
}

function working(days: number): string {
  return durationWords(Math.ceil(days * 2 - TINY) / 2).replace(" ", " working ");
}
