/**
 * Tasks of a GanttProject file as stages, milestones and tasks. A top-level task that holds others becomes a
 * stage; top-level tasks that hold nothing stand together in stages of their own, where they stood; below, a
 * task that holds others is a group and `meeting="true"` marks a milestone. `start` is the first day and
 * `duration` counts working days of the file's calendar (ganttproject, TaskTagHandler).
 */
import { generateNKeysBetween } from "fractional-indexing";
import type { Constraint } from "#shared/domain/constraint.ts";
import type { Day } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { createMilestone, type Milestone } from "#shared/domain/milestone.ts";
import { createStage, type Stage } from "#shared/domain/stage.ts";
import { createTask, MAX_DURATION_DAYS, type Task } from "#shared/domain/task.ts";
import { type Allocation, accountableOf, assignmentsOf, ownerOf } from "./gan-allocations.ts";
import { definedFields, fieldLines } from "./gan-fields.ts";
import type { GanLosses } from "./gan-report.ts";
import {
  attribute,
  childrenNamed,
  dayOf,
  dedented,
  isTrue,
  linkOf,
  nameWithin,
  numberOf,
  textWithin,
} from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

export interface ItemContext {
  readonly roadmapId: Id;
  readonly newId: () => Id;
  readonly report: GanLosses;
  readonly fields: ReturnType<typeof definedFields>;
  readonly allocationsOf: (task: XmlElement) => readonly Allocation[];
  /** Start of groups that have none of their own. */
  readonly startDate: Day;
}

export interface GanItems {
  readonly items: readonly PlanItem[];
  /** Which item a source task became. */
  readonly itemOf: ReadonlyMap<XmlElement, PlanItem>;
  /** How many top-level items stand in stages that the file does not have. */
  readonly loose: number;
}

export function topTasks(project: XmlElement): XmlElement[] {
  return childrenNamed(project, "tasks").flatMap((home) => childrenNamed(home, "task"));
}

export function taskFields(project: XmlElement, report: GanLosses): ItemContext["fields"] {
  const homes = childrenNamed(project, "tasks").flatMap((home) => childrenNamed(home, "taskproperties"));
  return definedFields(homes, "taskproperty", "defaultvalue", report);
}

/** A task that stands on no readable day and holds nothing cannot be placed in time. */
export function isPlaceable(task: XmlElement): boolean {
  return isGroup(task) || dayOf(attribute(task, "start")) !== null;
}

export function isGroup(task: XmlElement): boolean {
  return childrenNamed(task, "task").length > 0;
}

type Slot = { readonly group: XmlElement } | { readonly loose: XmlElement[] };

export function readItems(top: readonly XmlElement[], looseName: string, ctx: ItemContext): GanItems {
  const slots = slotsOf(top);
  const keys = generateNKeysBetween(null, null, slots.length);
  const items: PlanItem[] = [];
  const itemOf = new Map<XmlElement, PlanItem>();
  const queue: { readonly parentId: Id; readonly tasks: readonly XmlElement[] }[] = [];
  slots.forEach((slot, i) => {
    const stage =
      "group" in slot
        ? stageFrom(slot.group, keys[i] as string, ctx)
        : looseStage(looseName, keys[i] as string, ctx);
    items.push(stage);
    if ("group" in slot) itemOf.set(slot.group, stage);
    queue.push({
      parentId: stage.id,
      tasks: "group" in slot ? childrenNamed(slot.group, "task") : slot.loose,
    });
  });
  for (let head = 0; head < queue.length; head++) {
    const { parentId, tasks } = queue[head] as (typeof queue)[number];
    const siblings = tasks.filter(isPlaceable);
    const orders = generateNKeysBetween(null, null, siblings.length);
    siblings.forEach((task, i) => {
      const item = itemFrom(task, parentId, orders[i] as string, ctx);
      items.push(item);
      itemOf.set(task, item);
      if (isGroup(task)) queue.push({ parentId: item.id, tasks: childrenNamed(task, "task") });
    });
  }
  const loose = slots.reduce((n, slot) => n + ("loose" in slot ? slot.loose.length : 0), 0);
  return { items, itemOf, loose };
}

/** Top-level tasks in their order, with each run of tasks that hold nothing put together. */
function slotsOf(top: readonly XmlElement[]): Slot[] {
  const slots: Slot[] = [];
  for (const task of top.filter(isPlaceable)) {
    const last = slots.at(-1);
    if (isGroup(task)) slots.push({ group: task });
    else if (last && "loose" in last) last.loose.push(task);
    else slots.push({ loose: [task] });
  }
  return slots;
}

function looseStage(name: string, order: string, ctx: ItemContext): Stage {
  return createStage({
    id: ctx.newId(),
    roadmapId: ctx.roadmapId,
    order,
    name: nameWithin(name, ctx.report),
  });
}

function stageFrom(task: XmlElement, order: string, ctx: ItemContext): Stage {
  const common = commonFields(task, ctx);
  leaveEarliestStart(task, common.name, ctx);
  if (isTrue(task, "meeting")) ctx.report.leave("milestoneGroup", common.name);
  for (const { person } of ctx.allocationsOf(task)) {
    ctx.report.leave("stageAssignment", `${person.name} on ${common.name}`);
  }
  return createStage({ ...common, order });
}

function itemFrom(task: XmlElement, parentId: Id, order: string, ctx: ItemContext): Milestone | Task {
  const milestone = isTrue(task, "meeting");
  if (milestone && !isGroup(task)) return milestoneFrom(task, parentId, order, ctx);
  const common = commonFields(task, ctx);
  if (milestone) ctx.report.leave("milestoneGroup", common.name);
  const allocations = ctx.allocationsOf(task);
  const progressPct = progressOf(task, common.name, ctx.report);
  return createTask({
    ...common,
    parentId,
    order,
    start: dayOf(attribute(task, "start")) ?? ctx.startDate,
    constraint: earliestStartOf(task, common.name, ctx),
    durationDays: durationOf(task, common.name, ctx.report),
    assignments: assignmentsOf(allocations),
    accountableId: accountableOf(allocations, common.name, ctx.report),
    progressPct,
    status: progressPct === 100 ? "done" : progressPct === 0 ? "not-started" : "in-progress",
  });
}

/** Files from before 2.1 give milestones a day of duration; the point in time is the day they start. */
function milestoneFrom(task: XmlElement, parentId: Id, order: string, ctx: ItemContext): Milestone {
  const common = commonFields(task, ctx);
  const date = dayOf(attribute(task, "start")) ?? ctx.startDate;
  if ((numberOf(task, "duration") ?? 0) > 1) ctx.report.leave("milestoneLength", common.name);
  const allocations = ctx.allocationsOf(task);
  return createMilestone({
    ...common,
    parentId,
    order,
    date,
    constraint: earliestStartOf(task, common.name, ctx),
    ownerId: ownerOf(allocations, common.name, ctx.report),
    reachedOn: progressOf(task, common.name, ctx.report) === 100 ? date : null,
  });
}

function commonFields(task: XmlElement, { roadmapId, newId, report, fields }: ItemContext) {
  const name = nameWithin(attribute(task, "name"), report);
  const link = linkOf(task);
  const notes = textWithin(
    [
      ...childrenNamed(task, "notes").map((notes) => dedented(notes.text)),
      link === "" ? "" : `Link: ${link}`,
      ...fieldLines(task, fields, "customproperty", "taskproperty-id"),
    ],
    report,
  );
  if (attribute(task, "color") !== "" || attribute(task, "shape") !== "") report.leave("colour");
  if (!["", "1"].includes(attribute(task, "priority").trim())) report.leave("priority", name);
  if ((numberOf(task, "cost-manual-value") ?? 0) !== 0) report.leave("cost", name);
  return { id: newId(), roadmapId, name, notes };
}

/** GanttProject's one rule for dates: not before. Its kind is 1; older files leave the kind out. */
function earliestStartOf(task: XmlElement, name: string, { report }: ItemContext): Constraint | null {
  const text = attribute(task, "thirdDate").trim();
  const kind = attribute(task, "thirdDate-constraint").trim();
  if (text === "" || kind === "0") return null;
  const date = isGroup(task) ? null : dayOf(text);
  if (date !== null) return { kind: "SNET", date };
  report.leave("earliestStart", name);
  return null;
}

function leaveEarliestStart(task: XmlElement, name: string, ctx: ItemContext): void {
  if (attribute(task, "thirdDate").trim() !== "") ctx.report.leave("earliestStart", name);
}

function durationOf(task: XmlElement, name: string, report: GanLosses): number {
  const days = numberOf(task, "duration");
  if (days !== null && days >= 0 && days <= MAX_DURATION_DAYS) return days;
  report.leave("duration", name);
  return days === null || days < 0 ? 1 : MAX_DURATION_DAYS;
}

function progressOf(task: XmlElement, name: string, report: GanLosses): number {
  if (attribute(task, "complete").trim() === "") return 0;
  const progress = numberOf(task, "complete");
  if (progress !== null && progress >= 0 && progress <= 100) return progress;
  report.leave("progress", name);
  return Math.min(Math.max(progress ?? 0, 0), 100);
}
