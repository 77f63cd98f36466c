/** Tasks of a Microsoft Project file as rows of a plan: their first and last days are those of the file. */
import type { Constraint } from "#shared/domain/constraint.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { HEALTHS, type Health } from "#shared/domain/milestone.ts";
import { type Assignment, MAX_DURATION_DAYS, TASK_STATUSES, type TaskStatus } from "#shared/domain/task.ts";
import type { CalendarTable } from "#shared/schedule/calendar.ts";
import type { MspdiLosses } from "./mspdi-report.ts";
import { all, dayIn, isOn, minutesIn, numberIn, textOf, timeIn } from "./mspdi-text.ts";
import { CONSTRAINTS, LINK_TYPES, MARK_ALIAS, MARK_FIELD } from "./mspdi-words.ts";
import type { PlanRow, RowLink } from "./rows.ts";
import type { XmlElement } from "./xml.ts";

/** A task of the file; of a milestone that holds tasks, the summary and the milestone itself as one. */
export interface SourceTask {
  /** What holds its place, name and notes. */
  readonly head: XmlElement;
  /** What holds its dates, links and people. */
  readonly body: XmlElement;
  readonly level: number;
  readonly isHolder: boolean;
  readonly marks: ReadonlySet<string>;
}

export interface TaskReading {
  readonly minutesPerDay: number;
  /** `08:00`: a finish at that time is the end of the day before. */
  readonly opens: string;
  readonly projectCalendarUid: string;
  readonly calendarFor: (assignments: readonly Assignment[]) => CalendarTable;
  readonly assignmentsOf: (uid: string) => readonly Assignment[];
  readonly personNamed: (name: string) => Id | null;
  readonly durationOf: (uid: string) => number | null;
  readonly losses: MspdiLosses;
}

/** Tasks in the order of the file, without the project's own summary and blank rows. */
export function sourceTasks(project: XmlElement, losses: MspdiLosses): SourceTask[] {
  const markField = markFieldOf(project);
  const elements = all(project, "Tasks", "Task").filter((task) => {
    const isBlank = isOn(task, "IsNull");
    if (isBlank) losses.leave("blank");
    return !isBlank && !(numberIn(task, "OutlineLevel") === 0 && textOf(task, "UID") === "0");
  });
  const tasks: { head: XmlElement; body: XmlElement; level: number; marks: ReadonlySet<string> }[] = [];
  const open: { readonly level: number; readonly at: number }[] = [];
  for (const element of elements) {
    const level = Math.max(0, (numberIn(element, "OutlineLevel") ?? 1) - 1);
    const marks = markField === null ? new Set<string>() : marksOf(element, markField);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const holder = open.at(-1);
    const held = holder && holder.level === level - 1 ? tasks[holder.at] : undefined;
    if (marks.has("point") && held?.marks.has("holder") && held.body === held.head) {
      held.body = element;
      held.marks = new Set([...held.marks, ...marks]);
      continue;
    }
    open.push({ level, at: tasks.length });
    tasks.push({ head: element, body: element, level, marks });
  }
  return tasks.map((task, i) => ({ ...task, isHolder: (tasks[i + 1]?.level ?? 0) > task.level }));
}

/** Only a file that names the field for Groundwork has marks of ours in it. */
function markFieldOf(project: XmlElement): string | null {
  const fields = all(project, "ExtendedAttributes", "ExtendedAttribute");
  const isOurs = fields.some((f) => textOf(f, "FieldID") === MARK_FIELD && textOf(f, "Alias") === MARK_ALIAS);
  return isOurs ? MARK_FIELD : null;
}

function marksOf(task: XmlElement, field: string): ReadonlySet<string> {
  const own = task.children.filter((c) => c.name === "ExtendedAttribute" && textOf(c, "FieldID") === field);
  return new Set(own.flatMap((c) => textOf(c, "Value").split(/\s+/)));
}

export function rowFrom(task: SourceTask, read: TaskReading): PlanRow {
  const { head, body, level, isHolder, marks } = task;
  const { losses } = read;
  const name = textOf(head, "Name");
  const isStage = level === 0 && (isHolder || marks.has("stage"));
  const kind = kindOf(task, isStage, read);
  const assignments = read.assignmentsOf(textOf(body, "UID"));
  leaveFields(task, name, read);
  const owner = kind === "milestone" ? (assignments[0]?.personId ?? null) : null;
  if (kind === "milestone" && assignments.length > 1) losses.leave("milestoneAssignment", name);
  if (kind === "stage" && assignments.length > 0) losses.leave("stageAssignment", name);
  const contact = contactOf(head, name, read);
  const dates = datesOf(task, kind, assignments, read);
  return {
    level,
    kind,
    name,
    notes: [textOf(head, "Notes"), contact.line].filter((line) => line !== "").join("\n"),
    ...dates,
    ...rulesOf(task, kind, name, losses),
    ...stateOf(body, marks),
    health: HEALTHS.find((health): health is Health => marks.has(health)) ?? "unset",
    effortHours: isHolder || kind !== "task" ? null : effortOf(body),
    assignments: kind === "task" ? assignments : [],
    accountableId: owner ?? (kind === "stage" ? null : contact.id),
    links: linksOf(body, name, read),
  };
}

function kindOf(
  { body, marks, isHolder }: SourceTask,
  isStage: boolean,
  { losses }: TaskReading,
): PlanRow["kind"] {
  const isPoint = isOn(body, "Milestone");
  if (isPoint && isHolder && !marks.has("point")) losses.leave("milestoneGroup", textOf(body, "Name"));
  if (isStage && !marks.has("holder")) return "stage";
  return isPoint && (!isHolder || marks.has("point")) ? "milestone" : "task";
}

function leaveFields(
  { body, isHolder }: SourceTask,
  name: string,
  { projectCalendarUid, losses }: TaskReading,
): void {
  const calendar = textOf(body, "CalendarUID");
  if (!["", "-1", projectCalendarUid].includes(calendar)) losses.leave("taskCalendar", name);
  if (isOn(body, "Recurring") && isHolder) losses.leave("recurring", name);
  if ((numberIn(body, "FixedCost") ?? 0) !== 0) losses.leave("cost", name);
}

function contactOf(task: XmlElement, name: string, { personNamed, losses }: TaskReading) {
  const contact = textOf(task, "Contact");
  const id = contact === "" ? null : personNamed(contact);
  if (contact === "" || id !== null) return { id, line: "" };
  losses.leave("contact", name);
  return { id, line: `Contact: ${contact}` };
}

interface TaskDates {
  readonly start: Day | null;
  readonly durationDays: number;
  readonly actualStart: Day | null;
  readonly actualFinish: Day | null;
}

function datesOf(
  { head, body, isHolder }: SourceTask,
  kind: PlanRow["kind"],
  assignments: readonly Assignment[],
  read: TaskReading,
): TaskDates {
  const { losses, minutesPerDay, opens } = read;
  const name = textOf(head, "Name");
  const start = dayIn(body, "Start") ?? dayIn(body, "ManualStart");
  const actualStart = kind === "task" && !isHolder ? dayIn(body, "ActualStart") : null;
  const none = { start, durationDays: 0, actualStart, actualFinish: null };
  if (kind === "stage") return none;
  const calendar = read.calendarFor(kind === "task" ? assignments : []);
  const finish = finishOf(body, start, opens, calendar);
  if (start === null && !isHolder) losses.leave("undated", name);
  const minutes = minutesIn(body, "Duration") ?? minutesIn(body, "ManualDuration");
  if (kind === "milestone") {
    if ((minutes ?? 0) > 0) losses.leave("milestoneLength", name);
    const date = (minutes ?? 0) > 0 ? (finish ?? start) : start;
    return { ...none, start: date, actualStart: null, actualFinish: dayIn(body, "ActualFinish") && date };
  }
  const said = minutes === null ? null : Math.min(minutes / minutesPerDay, MAX_DURATION_DAYS);
  if (isHolder || start === null) return { ...none, durationDays: said ?? 1 };
  if (hasTimes(body, opens)) losses.leave("times", name);
  const actualFinish = dayIn(body, "ActualFinish") === null ? null : finish;
  const durationDays = daysOf(
    { start: actualStart ?? start, finish, said, isDone: actualFinish !== null },
    calendar,
    () => losses.leave("duration", name),
  );
  const ends = actualFinish ?? calendar.finishOf(actualStart ?? start, durationDays);
  if (finish !== null && ends !== finish) losses.leave("finish", name);
  return { start, durationDays, actualStart, actualFinish };
}

interface Span {
  readonly start: Day;
  readonly finish: Day | null;
  readonly said: number | null;
  readonly isDone: boolean;
}

/** The duration of the file where it leads to the file's own last day, else that of the days in between. */
function daysOf({ start, finish, said, isDone }: Span, calendar: CalendarTable, onOther: () => void): number {
  if (finish === null || finish < start) return said ?? 1;
  if (said !== null && (isDone || calendar.finishOf(start, said) === finish)) return said;
  onOther();
  return Math.min(calendar.durationOf(start, finish), MAX_DURATION_DAYS);
}

/** The last day: a finish as the working day opens is the end of the day before. */
function finishOf(task: XmlElement, start: Day | null, opens: string, calendar: CalendarTable): Day | null {
  const finish = dayIn(task, "Finish") ?? dayIn(task, "ManualFinish");
  if (finish === null || start === null) return finish;
  const time = timeIn(task, "Finish").slice(0, 5);
  if (finish <= start || time === "" || time > opens) return finish;
  const before = calendar.onOrBefore(addDays(finish, -1));
  return before < start ? start : before;
}

/** Whether it begins in the middle of a day. */
function hasTimes(task: XmlElement, opens: string): boolean {
  const from = timeIn(task, "Start").slice(0, 5);
  return from !== "" && from !== "00:00" && from !== opens;
}

function effortOf(task: XmlElement): number | null {
  const minutes = minutesIn(task, "Work");
  return minutes === null || minutes === 0 ? null : Math.min(minutes / 60, 1_000_000);
}

function rulesOf({ body, marks }: SourceTask, kind: PlanRow["kind"], name: string, losses: MspdiLosses) {
  const number = numberIn(body, "ConstraintType") ?? 0;
  const rule = CONSTRAINTS[number];
  const date = dayIn(body, "ConstraintDate");
  const deadline = dayIn(body, "Deadline");
  const isPinned = isOn(body, "Manual");
  if (kind === "stage") {
    if (deadline !== null || (number > 0 && !isPinned)) losses.leave("stageRule", name);
    return {};
  }
  return { constraint: constraintOf(), deadline, isPinned };

  function constraintOf(): Constraint | null {
    if (marks.has("put")) return null;
    if (rule === "ASAP") return marks.has("asap") ? { kind: rule, date: null } : null;
    if (rule === "ALAP") return { kind: rule, date: null };
    if (rule && date !== null) return { kind: rule, date };
    losses.leave("rule", name);
    return null;
  }
}

function stateOf(task: XmlElement, marks: ReadonlySet<string>): Pick<PlanRow, "status" | "progressPct"> {
  const progressPct = Math.min(Math.max(numberIn(task, "PercentComplete") ?? 0, 0), 100);
  if (textOf(task, "Active") === "0") return { status: "cancelled", progressPct };
  if (progressPct === 100) return { status: "done", progressPct };
  const marked = TASK_STATUSES.find((status): status is TaskStatus => marks.has(status));
  const hasBegun = progressPct > 0 || dayIn(task, "ActualStart") !== null;
  return { status: marked ?? (hasBegun ? "in-progress" : "not-started"), progressPct };
}

/** Units above 32 are the same, only estimated; 19 and 20 are percent of the predecessor's duration. */
function linksOf(task: XmlElement, name: string, read: TaskReading): RowLink[] {
  return task.children
    .filter((link) => link.name === "PredecessorLink")
    .map((link) => {
      const type = LINK_TYPES[numberIn(link, "Type") ?? 1];
      if (!type) read.losses.leave("linkType", name);
      const from = isOn(link, "CrossProject") ? `in another file` : textOf(link, "PredecessorUID");
      return { from, type: type ?? "FS", ...gapOf(link, from, name, read) };
    });
}

function gapOf(
  link: XmlElement,
  from: string,
  name: string,
  { minutesPerDay, durationOf, losses }: TaskReading,
) {
  const format = (numberIn(link, "LagFormat") ?? 7) % 32;
  const amount = numberIn(link, "LinkLag") ?? 0;
  const isShare = format === 19 || format === 20;
  const isElapsed = format % 2 === 0;
  if (isShare && amount !== 0) losses.leave("linkShare", name);
  const minutes = isShare ? (amount / 100) * (durationOf(from) ?? 0) : amount / 10;
  const days = minutes / (isElapsed ? 1_440 : minutesPerDay);
  const lagKind: RowLink["lagKind"] = isElapsed ? "elapsed" : "working";
  return { lagDays: Math.round(days * 1e6) / 1e6, lagKind };
}
