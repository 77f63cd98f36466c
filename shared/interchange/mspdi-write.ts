/**
 * A plan as Microsoft Project XML (MSPDI). Elements stand in the order of the published schema, since Project reads no
 * other. A day of work runs from 08:00 to 17:00 with an hour's break, as in Project's own standard calendar.
 */
import type { BaselineItem } from "#shared/domain/baseline.ts";
import { type Day, earliest, latest } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { linksInto } from "./links-into.ts";
import { HOURS_PER_DAY, MARK_ALIAS, MARK_FIELD } from "./mspdi-words.ts";
import { STANDARD_CALENDAR_UID, writeCalendars } from "./mspdi-write-calendars.ts";
import { writeTask } from "./mspdi-write-task.ts";
import { element, textElement as text, type XmlPart } from "./xml-write.ts";

/** A row of the file; a milestone that holds tasks has two of them. */
export interface MspdiRow {
  readonly uid: number;
  readonly node: OutlineNode;
  readonly level: number;
  readonly outlineNumber: string;
  readonly role: "plain" | "holder" | "point";
}

export interface MspdiPlan {
  readonly plan: Plan;
  readonly rows: readonly MspdiRow[];
  /** The row that links to an item lead to. */
  readonly uidOf: ReadonlyMap<Id, number>;
  readonly linksTo: ReadonlyMap<Id, readonly Dependency[]>;
  readonly people: readonly Person[];
  readonly resourceUidOf: ReadonlyMap<Id, number>;
  /** The newest first, no more than the format has room for. */
  readonly baselines: readonly ReadonlyMap<Id, BaselineItem>[];
}

/** Project keeps a baseline and ten further ones. */
export const MAX_BASELINES = 11;

export interface WriteContext {
  /** The present instant, ISO 8601 UTC. */
  now(): string;
}

export function writeMspdi(plan: Plan, ctx: WriteContext): string {
  const of = arranged(plan);
  const project = element("Project", [
    ...head(plan, ctx),
    element("ExtendedAttributes", [
      element("ExtendedAttribute", [
        text("FieldID", MARK_FIELD),
        text("FieldName", "Text30"),
        text("Alias", MARK_ALIAS),
      ]),
    ]),
    writeCalendars(of),
    element(
      "Tasks",
      of.rows.map((row, i) => writeTask(row, i + 1, of)),
    ),
    element(
      "Resources",
      of.people.map((person, i) => resource(person, i + 1)),
    ),
    element("Assignments", assignments(of)),
  ]);
  const named = project.replace("<Project>", '<Project xmlns="http://schemas.microsoft.com/project">');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${named}\n`;
}

function arranged(plan: Plan): MspdiPlan {
  const rows = rowsOf(plan);
  const people = livePeople(plan);
  return {
    plan,
    rows,
    uidOf: new Map(rows.filter(({ role }) => role !== "holder").map(({ uid, node }) => [node.item.id, uid])),
    linksTo: linksInto(plan),
    people,
    resourceUidOf: new Map(people.map(({ id }, i) => [id, i + 1])),
    baselines: [...plan.baselines.values()]
      .sort((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1))
      .slice(0, MAX_BASELINES)
      .map(({ items }) => new Map(items.map((item) => [item.id, item]))),
  };
}

/** Rows in reading order; a milestone that holds tasks stands behind them, inside a summary of its name. */
function rowsOf(plan: Plan): MspdiRow[] {
  const rows: MspdiRow[] = [];
  const closing: { readonly depth: number; readonly row: Omit<MspdiRow, "uid"> }[] = [];
  const put = (row: Omit<MspdiRow, "uid">): void => void rows.push({ ...row, uid: rows.length + 1 });
  const close = (depth: number): void => {
    while (closing.length > 0 && (closing.at(-1)?.depth ?? 0) >= depth) {
      const last = closing.pop();
      if (last) put(last.row);
    }
  };
  for (const node of outlineOf(plan).inOrder) {
    close(node.depth);
    const row = { node, level: node.depth + 1, outlineNumber: node.wbsCode };
    const holds = node.item.kind === "milestone" && node.children.length > 0;
    put({ ...row, role: holds ? "holder" : "plain" });
    if (!holds) continue;
    const outlineNumber = `${node.wbsCode}.${node.children.length + 1}`;
    closing.push({ depth: node.depth, row: { node, level: row.level + 1, outlineNumber, role: "point" } });
  }
  close(0);
  return rows;
}

function head({ roadmap, ...rest }: Plan, ctx: WriteContext): XmlPart[] {
  const plan = { roadmap, ...rest };
  const span = planSpan(outlineOf(plan));
  const start = earliest([roadmap.startDate, ...(span ? [span.start] : [])]) ?? roadmap.startDate;
  const finish = latest([start, ...(span ? [span.finish] : [])]) ?? start;
  const now = ctx.now().slice(0, 19);
  const week = roadmap.calendar.workingWeekdays.length * HOURS_PER_DAY * 60;
  return [
    text("SaveVersion", 14),
    text("Name", `${roadmap.name}.xml`),
    text("Title", roadmap.name),
    text("Company", roadmap.companyName),
    text("CreationDate", roadmap.createdAt.slice(0, 19)),
    text("LastSaved", now),
    text("ScheduleFromStart", true),
    text("StartDate", opens(start)),
    text("FinishDate", closes(finish)),
    text("FYStartDate", 1),
    text("CriticalSlackLimit", 0),
    text("CurrencyCode", roadmap.currency),
    text("CalendarUID", STANDARD_CALENDAR_UID),
    text("DefaultStartTime", "08:00:00"),
    text("DefaultFinishTime", "17:00:00"),
    text("MinutesPerDay", HOURS_PER_DAY * 60),
    text("MinutesPerWeek", week),
    text("DaysPerMonth", 20),
    text("DefaultTaskType", 1),
    text("DurationFormat", 7),
    text("WorkFormat", 2),
    text("HonorConstraints", true),
    text("NewTasksEffortDriven", false),
    text("NewTasksEstimated", false),
    text("WeekStartDay", 1),
    roadmap.statusDate === null ? "" : text("StatusDate", closes(roadmap.statusDate)),
    text("NewTasksAreManual", false),
  ];
}

export function opens(day: Day): string {
  return `${day}T08:00:00`;
}

export function closes(day: Day): string {
  return `${day}T17:00:00`;
}

/** Hours as `PT12H30M0S`; whole minutes. */
export function hoursText(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

function resource({ name, role, hoursPerWeek, notes }: Person, uid: number): XmlPart {
  return element("Resource", [
    text("UID", uid),
    text("ID", uid),
    text("Name", name),
    text("Type", 1),
    text("IsNull", false),
    role === "" ? "" : text("Group", role),
    text("MaxUnits", hoursPerWeek / 40),
    text("CalendarUID", STANDARD_CALENDAR_UID + uid),
    notes === "" ? "" : text("Notes", notes),
  ]);
}

function assignments({ plan, rows, resourceUidOf }: MspdiPlan): XmlPart[] {
  const parts: XmlPart[] = [];
  const calendar = calendarTable(plan.roadmap.calendar);
  for (const { uid, node, role } of rows) {
    const { item, start, finish } = node;
    if (item.kind === "stage" || role === "holder") continue;
    const days = item.kind === "task" && start && finish ? calendar.workingDaysBetween(start, finish) + 1 : 0;
    const doers =
      item.kind === "task"
        ? item.assignments
        : item.ownerId === null
          ? []
          : [{ personId: item.ownerId, allocationPct: 100 }];
    for (const { personId, allocationPct } of doers) {
      const resourceUid = resourceUidOf.get(personId);
      if (resourceUid === undefined) continue;
      const hours = (item.kind === "task" ? (node.days ?? days) : 0) * HOURS_PER_DAY * (allocationPct / 100);
      parts.push(
        element("Assignment", [
          text("UID", parts.length + 1),
          text("TaskUID", uid),
          text("ResourceUID", resourceUid),
          text("Units", allocationPct / 100),
          text("Work", hoursText(hours)),
        ]),
      );
    }
  }
  return parts;
}
