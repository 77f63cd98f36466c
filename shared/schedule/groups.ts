/**
 * Links to and from groups (stages, tasks with tasks below them), by the rules of summary tasks: a link from a group
 * hangs on its first start (SS, SF) or its last finish (FS, FF); a link to a group holds every task inside.
 *
 * The engine knows only activities. The ends of a group that links hang on become points, so that a link between two
 * large groups costs as many links as the groups have tasks, not their product.
 */
import { type Day, earliest, latest } from "#shared/domain/day.ts";
import { datesOf } from "./dates.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";
import type { Schedule } from "./passes.ts";

export interface ScheduleGroup {
  readonly id: string;
  /** The activities inside, at any depth; groups themselves not counted. */
  readonly leafIds: readonly string[];
}

const START = "start-of:";
const FINISH = "finish-of:";

/** The group a point of this module stands for, or null for an activity. For naming the steps of a reason. */
export function groupOfPoint(activityId: string): string | null {
  for (const mark of [START, FINISH]) if (activityId.startsWith(mark)) return activityId.slice(mark.length);
  return null;
}

/** The same plan with every link that names a group led to or from what is inside; links to empty groups drop out. */
export function withGroups(input: ScheduleInput, groups: readonly ScheduleGroup[]): ScheduleInput {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const points = new Map<string, ScheduleActivity>();
  const links: ScheduleLink[] = [];
  for (const link of input.links) {
    const from = sourceOf(link, byId, points, links);
    if (from === null) continue;
    for (const to of byId.get(link.to)?.leafIds ?? [link.to]) links.push({ ...link, from, to });
  }
  return { ...input, activities: [...input.activities, ...points.values()], links };
}

function sourceOf(
  link: ScheduleLink,
  groups: ReadonlyMap<string, ScheduleGroup>,
  points: Map<string, ScheduleActivity>,
  links: ScheduleLink[],
): string | null {
  const group = groups.get(link.from);
  if (!group) return link.from;
  if (group.leafIds.length === 0) return null;
  const hangsOnStart = link.type === "SS" || link.type === "SF";
  const id = `${hangsOnStart ? START : FINISH}${group.id}`;
  if (points.has(id)) return id;
  points.set(id, { id, durationDays: 0, isMilestone: true, join: hangsOnStart ? "any" : "all" });
  const type = hangsOnStart ? "SS" : "FS";
  for (const from of group.leafIds) links.push({ from, to: id, type, lag: 0, lagKind: "working" });
  return id;
}

export interface GroupDates {
  readonly start: Day;
  readonly finish: Day;
  /** The least float inside, in working days. */
  readonly totalFloat: number;
  readonly isCritical: boolean;
}

/** What a group shows of its activities; null when none of them is scheduled. */
export function rollUp(schedule: Schedule, leafIds: readonly string[]): GroupDates | null {
  const inside = leafIds.flatMap((id) => datesOf(schedule, id) ?? []);
  const [first] = inside;
  if (!first) return null;
  return {
    start: earliest(inside.map((dates) => dates.start)) ?? first.start,
    finish: latest(inside.map((dates) => dates.finish)) ?? first.finish,
    totalFloat: inside.reduce((least, dates) => Math.min(least, dates.totalFloat), first.totalFloat),
    isCritical: inside.some((dates) => dates.isCritical),
  };
}
