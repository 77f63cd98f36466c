/**
 * Microsoft Project's XML files (MSPDI). Dates equal the file's to the day; what Groundwork has no place for is
 * reported. Its own files come back as they were, but for what docs/exchange.md names.
 */
import { type Day, earliest } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { createRoadmap, type Roadmap } from "#shared/domain/roadmap.ts";
import { type Assignment, createTask } from "#shared/domain/task.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import type { ImportContext, Imported } from "./gan.ts";
import { Losses } from "./losses.ts";
import { readBaselines } from "./mspdi-baselines.ts";
import { openingTime, readCalendar } from "./mspdi-calendars.ts";
import { type MspdiPeople, readAssignments, readPeople } from "./mspdi-people.ts";
import { MSPDI_TOPICS, type MspdiLosses } from "./mspdi-report.ts";
import { rowFrom, type SourceTask, sourceTasks, type TaskReading } from "./mspdi-tasks.ts";
import { all, dayIn, minutesIn, numberIn, textOf } from "./mspdi-text.ts";
import { bringAll, checkRows } from "./project-report.ts";
import { linkRows } from "./row-links.ts";
import { placeRows } from "./rows.ts";
import { cleanText } from "./text.ts";
import { parseXml, type XmlElement } from "./xml.ts";

const OTHER_WORK = "Other work";
const LOOSE = "Items outside any stage, now in a stage of their own";

/** Reads a Microsoft Project XML file. Refused with a sentence: what is not XML, or not Microsoft Project's. */
export function parseMspdi(text: unknown, ctx: ImportContext): Result<Imported> {
  const root = parseXml(text, "a Microsoft Project file");
  if (!root.ok) return root;
  if (root.value.name !== "Project") return refuse("foreign", "This is not a Microsoft Project file.");
  const size = checkRows(all(root.value, "Tasks", "Task").length);
  if (!size.ok) return size;
  const imported = readProject(root.value, ctx);
  const problem = checkPlan(imported.plan)[0];
  return problem ? refuse(problem.code, problem.message) : ok(imported);
}

function readProject(project: XmlElement, ctx: ImportContext): Imported {
  const losses: MspdiLosses = new Losses(MSPDI_TOPICS);
  const newId = (): Id => ctx.newId();
  const tasks = sourceTasks(project, losses);
  const firstDay = firstDayOf(project, tasks) ?? ctx.today;
  const roadmap = readRoadmap(project, firstDay, ctx, losses);
  const people = readPeople(project, roadmap.id, newId, losses);
  const bySource = sourceIds(tasks, losses);
  const reading = taskReading(project, { roadmap, people, bySource, losses });
  const rows = tasks.map((task) => rowFrom(task, reading));
  const placed = placeRows(rows, {
    roadmapId: roadmap.id,
    newId,
    firstDay,
    looseName: rows.some(({ kind }) => kind === "stage") ? OTHER_WORK : roadmap.name,
    onMilestoneGroup: (name) => losses.leave("milestoneGroup", name),
  });
  const itemOf = new Map<SourceTask, PlanItem>();
  tasks.forEach((task, i) => {
    const row = rows[i];
    const item = row && placed.itemOf.get(row);
    if (item) itemOf.set(task, item);
  });
  const found = new Map(
    [...bySource].flatMap(([uid, task]) => {
      const item = itemOf.get(task);
      return item ? [[uid, item] as const] : [];
    }),
  );
  const links = linkRows({
    roadmapId: roadmap.id,
    newId,
    itemOf: placed.itemOf,
    find: (uid) => found.get(uid),
    leave: (topic, name) => losses.leave(topic, name),
  });
  const live = planFromEntities(roadmap, [...people.people, ...placed.items, ...links]);
  const baselines = readBaselines({ plan: live, itemOf, newId, now: () => ctx.now(), losses });
  const plan = planFromEntities(roadmap, [...people.people, ...placed.items, ...links, ...baselines]);
  if (plan.tasks.size + plan.milestones.size + plan.stages.size === 0) losses.leave("noTasks");
  bringAll(plan, placed.loose, LOOSE, losses);
  return { plan, report: losses.finish("Microsoft Project") };
}

function firstDayOf(project: XmlElement, tasks: readonly SourceTask[]): Day | null {
  return dayIn(project, "StartDate") ?? earliest(tasks.flatMap(({ body }) => dayIn(body, "Start") ?? []));
}

function readRoadmap(project: XmlElement, startDate: Day, ctx: ImportContext, losses: MspdiLosses): Roadmap {
  const named = (text: string): string => cutText(cleanText(text).trim(), MAX_NAME);
  const title = named(textOf(project, "Title"));
  const file = named(textOf(project, "Name").replace(/\.(xml|mpp)$/i, ""));
  const name = title || file || named(ctx.fallbackName ?? "") || "Imported roadmap";
  const roadmap = createRoadmap({
    id: ctx.newId(),
    companyName: named(textOf(project, "Company")) || name,
    vision: "",
    startDate,
    ceoId: null,
    cooId: null,
    createdAt: ctx.now(),
    calendar: readCalendar(project, losses),
  });
  const currency = textOf(project, "CurrencyCode");
  return {
    ...roadmap,
    name,
    statusDate: dayIn(project, "StatusDate"),
    ...(/^[A-Z]{3}$/.test(currency) ? { currency } : {}),
  };
}

/** Tasks by their number in the file; of two with the same number the first has it. */
function sourceIds(tasks: readonly SourceTask[], losses: MspdiLosses): Map<string, SourceTask> {
  const ids = new Map<string, SourceTask>();
  for (const task of tasks) {
    const uids = new Set([textOf(task.body, "UID"), textOf(task.head, "UID")]);
    const isNew = [...uids].every((uid) => uid !== "" && !ids.has(uid));
    if (!isNew) losses.leave("sharedId", textOf(task.head, "Name"));
    for (const uid of uids) if (uid !== "" && !ids.has(uid)) ids.set(uid, task);
  }
  return ids;
}

interface Read {
  readonly roadmap: Roadmap;
  readonly people: MspdiPeople;
  readonly bySource: ReadonlyMap<string, SourceTask>;
  readonly losses: MspdiLosses;
}

function taskReading(project: XmlElement, { roadmap, people, bySource, losses }: Read): TaskReading {
  const team = planFromEntities(roadmap, people.people);
  const assignments = readAssignments(project, people, (uid) => bySource.has(uid), losses);
  const byName = new Map<string, Id>();
  for (const { name, id } of people.people) if (!byName.has(name)) byName.set(name, id);
  const perDay = numberIn(project, "MinutesPerDay") ?? 480;
  const sample = createTask({
    id: "t",
    roadmapId: roadmap.id,
    parentId: "p",
    order: "a",
    name: "",
    start: roadmap.startDate,
  });
  return {
    minutesPerDay: perDay > 0 && perDay <= 1_440 ? perDay : 480,
    opens: openingTime(project),
    projectCalendarUid: textOf(project, "CalendarUID"),
    calendarFor: (does: readonly Assignment[]) => calendarFor(team, { ...sample, assignments: does }),
    assignmentsOf: (uid) => assignments.get(uid) ?? [],
    personNamed: (name) => byName.get(name) ?? null,
    durationOf: (uid) => {
      const task = bySource.get(uid);
      return task ? minutesIn(task.body, "Duration") : null;
    },
    losses,
  };
}
