/**
 * Links of a GanttProject file. A `depend` stands in the predecessor and names the successor; type 1 is
 * start-to-start, 2 finish-to-start, 3 finish-to-finish, 4 start-to-finish, and without a type 2 is meant
 * (DependencyTagHandler). `difference` is the gap in working days: ConstraintImpl.shift moves dates with
 * GPCalendarCalc.shiftDate, which steps over days off, backwards for a lead.
 */
import { createDependency, type Dependency, type DependencyType } from "#shared/domain/dependency.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import { parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { closingLinks } from "#shared/domain/invariants.ts";
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed, numberOf } from "./gan-text.ts";
import { holds } from "./row-links.ts";
import type { XmlElement } from "./xml.ts";

const TYPES: Readonly<Record<string, DependencyType>> = { "1": "SS", "2": "FS", "3": "FF", "4": "SF" };
const MAX_LAG = 10_000;

export interface LinkContext {
  readonly roadmapId: Id;
  readonly newId: () => Id;
  readonly report: GanLosses;
  readonly bySourceId: ReadonlyMap<string, PlanItem>;
}

/** Links in the order of the file; those that a plan cannot have are reported with both ends. */
export function readLinks(itemOf: ReadonlyMap<XmlElement, PlanItem>, ctx: LinkContext): Dependency[] {
  const parents = new Map([...itemOf.values()].map((item) => [item.id, parentIdOf(item)]));
  const sound = new Map<string, Dependency>();
  for (const [task, from] of itemOf) {
    // Nothing in the file can mean a task without a number of its own, but its links still lead somewhere.
    for (const depend of childrenNamed(task, "depend")) {
      const to = ctx.bySourceId.get(attribute(depend, "id").trim());
      const trouble = troubleWith(from, to, parents, sound);
      if (trouble || !to) ctx.report.leave(trouble ?? "unknownLink", pairName(from, to));
      else sound.set(pairKey(from, to), linkFrom(depend, from, to, ctx));
    }
  }
  const names = new Map([...itemOf.values()].map((item) => [item.id, item]));
  const closing = new Set(closingLinks(sound.values()));
  for (const { fromId, toId } of closing) {
    const from = names.get(fromId);
    if (from) ctx.report.leave("loopLink", pairName(from, names.get(toId)));
  }
  return [...sound.values()].filter((link) => !closing.has(link));
}

function troubleWith(
  from: PlanItem,
  to: PlanItem | undefined,
  parents: ReadonlyMap<Id, Id | null>,
  sound: ReadonlyMap<string, Dependency>,
) {
  if (!to) return "unknownLink";
  if (to === from) return "selfLink";
  if (holds(parents, from.id, to.id) || holds(parents, to.id, from.id)) return "nestedLink";
  return sound.has(pairKey(from, to)) ? "repeatedLink" : null;
}

function linkFrom(depend: XmlElement, from: PlanItem, to: PlanItem, ctx: LinkContext): Dependency {
  const number = attribute(depend, "type").trim() || "2";
  const type = Object.hasOwn(TYPES, number) ? TYPES[number] : undefined;
  if (!type) ctx.report.leave("linkType", pairName(from, to));
  const gap = attribute(depend, "difference").trim() === "" ? 0 : numberOf(depend, "difference");
  const inRange = gap !== null && Math.abs(gap) <= MAX_LAG;
  if (!inRange) ctx.report.leave("linkGap", pairName(from, to));
  if (attribute(depend, "hardness").trim() === "Rubber") ctx.report.leave("rubber", pairName(from, to));
  return createDependency({
    id: ctx.newId(),
    roadmapId: ctx.roadmapId,
    fromId: from.id,
    toId: to.id,
    type: type ?? "FS",
    lagDays: inRange ? gap : 0,
    lagKind: "working",
  });
}

function pairKey(from: PlanItem, to: PlanItem): string {
  return `${from.id}\n${to.id}`;
}

function pairName(from: PlanItem, to: PlanItem | undefined): string {
  return `${from.name} → ${to?.name ?? "?"}`;
}
