/**
 * GanttProject's `.gan` files (XML; read as ganttproject's own parser does, see the files beside this one).
 * Dates equal the file's to the day: tasks keep their start, and their last day follows from the duration in
 * working days of the file's own calendar.
 */
import { addDays, type Day, earliest, latest } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { createRoadmap, type Roadmap } from "#shared/domain/roadmap.ts";
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { readAllocations } from "./gan-allocations.ts";
import { readBaselines } from "./gan-baselines.ts";
import { readCalendar } from "./gan-calendar.ts";
import { isGroup, isPlaceable, readItems, taskFields, topTasks } from "./gan-items.ts";
import { readLinks } from "./gan-links.ts";
import { readPeople, type WorkSpan, withDaysOff } from "./gan-people.ts";
import { GAN_TOPICS, type GanLosses } from "./gan-report.ts";
import {
  attribute,
  childrenNamed,
  dayOf,
  dedented,
  linkOf,
  nameWithin,
  numberOf,
  textWithin,
} from "./gan-text.ts";
import { Losses } from "./losses.ts";
import { bringAll, checkRows } from "./project-report.ts";
import type { ImportReport } from "./report.ts";
import { parseXml, type XmlElement } from "./xml.ts";

export interface ImportContext {
  newId(): Id;
  /** The present instant, ISO 8601 UTC. */
  now(): string;
  readonly today: Day;
  /** Names the roadmap when the file does not: the file's own name. */
  readonly fallbackName?: string;
}

export interface Imported {
  readonly plan: Plan;
  readonly report: ImportReport;
}

const OTHER_WORK = "Other work";

/** Reads a `.gan` file. Refused with a sentence: what is not XML, not GanttProject's, or holds no tasks. */
export function parseGan(text: unknown, ctx: ImportContext): Result<Imported> {
  const root = parseXml(text, "a GanttProject file");
  if (!root.ok) return root;
  const project = root.value;
  const top = topTasks(project);
  if (project.name !== "project") return refuse("foreign", "This is not a GanttProject file.");
  if (top.length === 0) return refuse("no-tasks", "This GanttProject file holds no tasks.");
  const tasks = allTasks(top);
  const size = checkRows(tasks.length);
  if (!size.ok) return size;
  if (!tasks.some((task) => dayOf(attribute(task, "start")) !== null)) {
    return refuse("no-dates", "No task in this GanttProject file has a start date that can be read.");
  }
  const imported = readProject(project, top, ctx);
  const problem = checkPlan(imported.plan)[0];
  return problem ? refuse(problem.code, problem.message) : ok(imported);
}

function readProject(project: XmlElement, top: readonly XmlElement[], ctx: ImportContext): Imported {
  const report: GanLosses = new Losses(GAN_TOPICS);
  const newId = () => ctx.newId();
  const tasks = allTasks(top);
  const bySource = sourceIds(tasks, report);
  const roadmap = readRoadmap(project, tasks, ctx, report);
  const shared = { roadmapId: roadmap.id, newId, report };
  const people = readPeople(project, roadmap.id, newId, report);
  const allocations = readAllocations(project, people, (id) => bySource.has(id), report);
  const ownerIds = new Map([...bySource].map(([id, task]) => [task, id]));
  const looseName = top.some(isGroup) ? OTHER_WORK : roadmap.name;
  const { items, itemOf, loose } = readItems(top, looseName, {
    ...shared,
    fields: taskFields(project, report),
    allocationsOf: (task) => allocations.get(ownerIds.get(task) ?? "") ?? [],
    startDate: roadmap.startDate,
  });
  const bySourceId = new Map(
    [...bySource].flatMap(([id, task]): [string, PlanItem][] => {
      const item = itemOf.get(task);
      return item ? [[id, item]] : [];
    }),
  );
  const links = readLinks(itemOf, { ...shared, bySourceId });
  const rows = [...people.people, ...items, ...links];
  const live = planFromEntities(roadmap, rows);
  const baselines = readBaselines(project, { plan: live, bySourceId, newId, now: () => ctx.now(), report });
  const team = withDaysOff(people, project, workSpans(live), report);
  const plan = planFromEntities(roadmap, [...team, ...items, ...links, ...baselines]);
  leaveGroupDates(plan, itemOf, report);
  bringAll(plan, loose, `Items outside any group, now in the stage “${looseName}”`, report);
  return { plan, report: report.finish(programName(project)) };
}

function workSpans(plan: Plan): WorkSpan[] {
  return outlineOf(plan).inOrder.flatMap(({ item, isGroup: holds, start, finish }) => {
    if (item.kind !== "task" || holds || start === null || finish === null) return [];
    return item.assignments.map(({ personId }) => ({ personId, start, finish }));
  });
}

/** Every task of the file, containers before what they hold. */
function allTasks(top: readonly XmlElement[]): XmlElement[] {
  const tasks: XmlElement[] = [];
  const stack = [...top].reverse();
  for (let task = stack.pop(); task; task = stack.pop()) {
    tasks.push(task);
    stack.push(...childrenNamed(task, "task").reverse());
  }
  return tasks;
}

/** Tasks by their number in the file; of two with the same number the first has it. */
function sourceIds(tasks: readonly XmlElement[], report: GanLosses): Map<string, XmlElement> {
  const ids = new Map<string, XmlElement>();
  for (const task of tasks) {
    const id = attribute(task, "id").trim();
    if (!isPlaceable(task)) report.leave("unreadableDate", attribute(task, "name"));
    if (id === "" || ids.has(id)) report.leave("sharedId", attribute(task, "name"));
    else ids.set(id, task);
  }
  return ids;
}

function readRoadmap(
  project: XmlElement,
  tasks: readonly XmlElement[],
  ctx: ImportContext,
  report: GanLosses,
): Roadmap {
  const own = nameWithin(attribute(project, "name"), report);
  const name = own || nameWithin(ctx.fallbackName ?? "", report) || "Imported roadmap";
  const companyName = nameWithin(attribute(project, "company"), report) || name;
  const description = childrenNamed(project, "description").map((d) => dedented(d.text));
  const roadmap = createRoadmap({
    id: ctx.newId(),
    companyName,
    vision: textWithin([...description, linkOf(project)], report),
    startDate: earliest(tasks.flatMap((task) => dayOf(attribute(task, "start")) ?? [])) ?? ctx.today,
    ceoId: null,
    cooId: null,
    createdAt: ctx.now(),
    calendar: readCalendar(project, report),
  });
  return { ...roadmap, name };
}

/**
 * GanttProject stores dates of groups; here they follow from what a group holds. Reports where the two differ.
 * Ends are compared as GanttProject keeps them, as the working day on which what follows can start: a milestone
 * on Monday and a task that ends on Friday end alike.
 */
function leaveGroupDates(plan: Plan, itemOf: ReadonlyMap<XmlElement, PlanItem>, report: GanLosses): void {
  const calendar = calendarTable(plan.roadmap.calendar);
  const spans = heldSpans(plan);
  for (const [task, item] of itemOf) {
    const [start, duration] = [dayOf(attribute(task, "start")), numberOf(task, "duration")];
    const span = spans.get(item.id);
    if (!isGroup(task) || !span || start === null || duration === null) continue;
    if (calendar.onOrAfter(start) !== span.start || endOf(calendar, start, duration) !== span.end) {
      report.leave("groupDates", item.name);
    }
  }
}

interface Span {
  readonly start: Day;
  readonly end: Day;
}

function heldSpans(plan: Plan): Map<Id, Span> {
  const calendar = calendarTable(plan.roadmap.calendar);
  const spans = new Map<Id, Span>();
  for (const { item, parent, children } of [...outlineOf(plan).inOrder].reverse()) {
    if (children.length === 0 && item.kind !== "stage") {
      const start = item.kind === "task" ? item.start : item.date;
      const end = endOf(calendar, start, item.kind === "task" ? item.durationDays : 0);
      spans.set(item.id, { start: calendar.onOrAfter(start), end });
    }
    const span = spans.get(item.id);
    if (!span || !parent) continue;
    const outer = spans.get(parent.item.id) ?? span;
    spans.set(parent.item.id, {
      start: earliest([span.start, outer.start]) ?? span.start,
      end: latest([span.end, outer.end]) ?? span.end,
    });
  }
  return spans;
}

function endOf(calendar: CalendarTable, start: Day, durationDays: number): Day {
  return calendar.onOrAfter(durationDays > 0 ? addDays(calendar.finishOf(start, durationDays), 1) : start);
}

function programName(project: XmlElement): string {
  const version = attribute(project, "version").trim();
  return /^\d[\w.]{0,20}$/.test(version) ? `GanttProject ${version}` : "GanttProject";
}
