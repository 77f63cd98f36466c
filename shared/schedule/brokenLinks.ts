/** Links that the stored dates do not keep. Work that has begun is past asking. */
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { durationWords } from "#shared/domain/words.ts";
import { TINY } from "./axis.ts";
import { type Clash, clash, quoted } from "./clash.ts";
import { predecessorDay } from "./drivers.ts";
import { moveFix, onDay, unlinkFix } from "./fixes.ts";
import { groupOfPoint } from "./groups.ts";
import type { ScheduleActivity, ScheduleLink } from "./input.ts";
import { linkBound } from "./placing.ts";
import { isHeld } from "./planInput.ts";
import { type StoredSchedule, storedScheduleOf } from "./planSchedule.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";
import { lagWords } from "./why.ts";
import { allowedDay } from "./whyStored.ts";

/** `near`: years other than its are told. In reading order of what is too early. */
export function brokenLinks(plan: Plan, near: Day): readonly Clash[] {
  const schedule = storedScheduleOf(plan);
  if (!schedule) return [];
  const { network, places } = schedule;
  const { offsets, link } = network.incoming;
  const clashes: Clash[] = [];
  for (let index = 0; index < network.size; index++) {
    for (let row = offsets[index] as number; row < (offsets[index + 1] as number); row++) {
      const days = linkBound(network, places, row) - (places.at[2 * index] as number);
      const found =
        days > TINY
          ? brokenLink(plan, schedule, index, { linkIndex: link[row] as number, days, near })
          : null;
      if (found) clashes.push(found);
    }
  }
  const { byId } = outlineOf(plan);
  const codeOf = (clash: Clash): string => byId.get(clash.itemIds[0] as string)?.wbsCode ?? "";
  return clashes.sort((a, b) => readingOrder.compare(codeOf(a), codeOf(b)));
}

const readingOrder = new Intl.Collator("en", { numeric: true });

function brokenLink(
  plan: Plan,
  schedule: StoredSchedule,
  index: number,
  { linkIndex, days, near }: { linkIndex: number; days: number; near: Day },
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
    const day = formatDayNear(predecessorDay(placed, linkIndex), near);
    const verb = item.kind === "milestone" ? "comes" : "starts";
    return `${quoted(plan, id)} ${held(item)}${verb} ${working(days)} before ${end} of ${quoted(plan, fromId)} (${day})${lagWords(link.lag, link.lagKind)} allows`;
  };
  const fixes = () => {
    const to = allowedDay(schedule, index, fitted(network, index, furthestBound(network, places, index)));
    return [...onDay(to, (day) => moveFix(item, day, near)), unlinkFix(linkId)];
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
