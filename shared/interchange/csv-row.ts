/** One line of a table as a row of a plan. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import { MAX_DURATION_DAYS, type TaskStatus } from "#shared/domain/task.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import {
  listIn,
  readDuration,
  readKind,
  readLinks,
  readPeople,
  readProgress,
  readStatus,
} from "./csv-cells.ts";
import type { CsvLine } from "./csv-columns.ts";
import { type DateOrder, readDate } from "./csv-dates.ts";
import type { CsvLosses } from "./csv-report.ts";
import type { TimedRow } from "./csv-week.ts";
import type { PlanRow } from "./rows.ts";

export interface CsvReading {
  readonly order: DateOrder;
  /** Progress is in parts of one. */
  readonly isFraction: boolean;
  readonly hasKinds: boolean;
  readonly calendar: WorkCalendar;
  readonly personId: (name: string) => Id;
  readonly losses: CsvLosses;
}

/** @param isHolder whether other rows stand in it, whose dates are then its own */
export function rowFrom(line: CsvLine, read: CsvReading, isHolder: boolean): Omit<PlanRow, "level"> {
  const name = line.name.trim();
  const kind = kindOf(line, isHolder, read);
  const dates = datesOf(line, kind, isHolder, read);
  const state = stateOf(line, read);
  const linked = readLinks(line.predecessors);
  for (const text of linked.unread) read.losses.leave("gapText", text);
  return {
    kind,
    name,
    notes: line.notes,
    ...dates,
    deadline: deadlineOf(line, kind, read),
    ...state,
    ...peopleOf(line, kind, read),
    links: linked.links,
  };
}

function kindOf(line: CsvLine, isHolder: boolean, { hasKinds }: CsvReading): PlanRow["kind"] {
  const said = hasKinds ? readKind(line.kind) : null;
  if (said === "stage" || said === "milestone") return said;
  const isPoint = said === null && !isHolder && readDuration(line.duration) === 0;
  return isPoint ? "milestone" : "task";
}

interface RowDates {
  readonly start: Day | null;
  readonly durationDays: number;
}

/** Start and finish are kept to the day where the table has both. */
function datesOf(line: CsvLine, kind: PlanRow["kind"], isHolder: boolean, read: CsvReading): RowDates {
  const { losses } = read;
  const name = line.name.trim();
  const start = dateIn(line.start, read, name);
  const finish =
    dateIn(line.finish, read, name) ?? (start === null ? dateIn(line.deadline, read, null) : null);
  const said = readDuration(line.duration);
  const usable = said !== null && said >= 0 && said <= MAX_DURATION_DAYS ? said : null;
  if (kind === "stage") return { start, durationDays: 0 };
  if (kind === "milestone") {
    if (start !== null && finish !== null && start !== finish && !isHolder)
      losses.leave("milestoneSpan", name);
    if (start === null && finish === null) losses.leave("undated", name);
    return { start: finish ?? start, durationDays: 0 };
  }
  if (isHolder) return { start: start ?? finish, durationDays: usable ?? 1 };
  if (line.duration.trim() !== "" && usable === null) losses.leave("duration", name);
  if (start === null && finish === null) losses.leave("undated", name);
  return leafDates(start, finish, usable, {
    calendar: read.calendar,
    leave: (topic) => losses.leave(topic, name),
  });
}

function leafDates(
  start: Day | null,
  finish: Day | null,
  said: number | null,
  { calendar: week, leave }: { readonly calendar: WorkCalendar; readonly leave: (topic: DateTopic) => void },
): RowDates {
  const calendar = calendarTable(week);
  if (start === null || finish === null) {
    const durationDays = said ?? 1;
    const back = Math.max(0, Math.ceil(durationDays) - 1);
    if (start !== null || finish === null) return { start, durationDays };
    const begin = back === 0 ? finish : calendar.addWorkingDays(calendar.onOrBefore(finish), -back);
    return { start: begin, durationDays };
  }
  if (finish < start) {
    leave("backwards");
    return { start, durationDays: said ?? 1 };
  }
  if (said !== null && calendar.finishOf(start, said) === finish) return { start, durationDays: said };
  const durationDays = Math.min(calendar.durationOf(start, finish), MAX_DURATION_DAYS);
  if (said !== null && said !== durationDays) leave("duration");
  if (calendar.finishOf(start, durationDays) !== finish) leave("finish");
  return { start, durationDays };
}

type DateTopic = "backwards" | "duration" | "finish";

/** The rows that say all three, from which the working week can be told. */
export function timedRow(line: CsvLine, order: DateOrder): TimedRow[] {
  const [start, finish] = [line.start, line.finish].map((cell) =>
    cell.length > 60 ? null : readDate(cell, order),
  );
  const durationDays = readDuration(line.duration);
  if (!start || !finish || durationDays === null || durationDays <= 0 || durationDays > MAX_DURATION_DAYS)
    return [];
  return [{ start, finish, durationDays }];
}

function dateIn(cell: string, { order, losses }: CsvReading, name: string | null): Day | null {
  if (cell.trim() === "" || /^(na|n\/a|-+|tbd|none|nv)$/i.test(cell.trim())) return null;
  const day = cell.length > 60 ? null : readDate(cell, order);
  if (day === null && name !== null) losses.leave("unreadableDate", `${name}: ${cell.trim().slice(0, 40)}`);
  return day;
}

function deadlineOf(line: CsvLine, kind: PlanRow["kind"], read: CsvReading): Day | null {
  if (kind === "stage") return null;
  return dateIn(line.deadline, read, line.name.trim());
}

interface RowState {
  readonly status: TaskStatus;
  readonly progressPct: number;
}

function stateOf(line: CsvLine, { isFraction, losses }: CsvReading): RowState {
  const name = line.name.trim();
  const said = line.status.trim() === "" ? null : readStatus(line.status);
  if (line.status.trim() !== "" && said === null)
    losses.leave("status", `${name}: ${line.status.trim().slice(0, 40)}`);
  const share = line.progress.trim() === "" ? null : readProgress(line.progress, isFraction);
  const isShare = share !== null && share >= 0 && share <= 100;
  if (line.progress.trim() !== "" && !isShare) losses.leave("progress", name);
  const progress = isShare ? share : 0;
  if (said === "done" || (said === null && progress === 100)) return { status: "done", progressPct: 100 };
  const progressPct = progress === 100 && said !== "cancelled" ? 90 : progress;
  if (said === null || said === "not-started")
    return { status: progress > 0 ? "in-progress" : "not-started", progressPct };
  return { status: said, progressPct };
}

function peopleOf(line: CsvLine, kind: PlanRow["kind"], { personId, losses }: CsvReading) {
  const name = line.name.trim();
  const owners = listIn(line.answersFor);
  if (owners.length > 1) losses.leave("answersFor", name);
  const answering = owners[0] === undefined ? null : readPeople(owners[0])[0]?.name;
  if (kind === "task") {
    const assignments = assignmentsFrom(line.who, personId);
    return { assignments, accountableId: answering ? personId(answering) : null };
  }
  const doers = readPeople(line.who);
  if (kind === "stage") {
    if (doers.length > 0 || answering) losses.leave("groupPeople", name);
    return { assignments: [], accountableId: null };
  }
  const owner = answering ?? doers[0]?.name;
  if (doers.some((doer) => doer.name !== owner)) losses.leave("milestonePeople", name);
  return { assignments: [], accountableId: owner ? personId(owner) : null };
}

/** Everybody a cell names, each once, with the share of their time. */
function assignmentsFrom(cell: string, personId: (name: string) => Id) {
  const shares = new Map<Id, number>();
  for (const { name, share } of readPeople(cell).slice(0, 200)) {
    const id = personId(name);
    shares.set(id, Math.min((shares.get(id) ?? 0) + share, 1_000));
  }
  return [...shares].map(([id, allocationPct]) => ({ personId: id, allocationPct }));
}
