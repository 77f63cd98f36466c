/**
 * When the routines run, by whom and for about how long: those of every week on its days, the rarer ones on the months
 * of the year ahead. What runs now and then is told apart by shape and word.
 */
import { addDays, addMonths, type Day, formatDay, weekdayOf } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import { weekOf } from "#shared/load/weeks.ts";
import type { FlowMark, FlowPages, FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowPages, flowSection } from "#shared/print/layout/flowSheets.ts";
import {
  type CellText,
  type ColumnSpec,
  flowTable,
  type GroupText,
  type RowText,
} from "#shared/print/layout/flowTable.ts";
import { personName } from "#shared/print/layout/owners.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { dueDays, timeOf } from "#shared/routines/due.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import { aboutWords } from "./loadWords.ts";
import { routineName, runningRoutines } from "./ownerRoutines.ts";

/** Weeks ahead that say what a usual week is. */
const WEEKS = 12;
const MONTHS = 12;
/** Runs a week, on average, from which a routine belongs to the week. */
const OFTEN = 0.45;
/** Runs on a weekday of so many weeks: every week, and every second. */
const EVERY = 0.8;
const SECOND = 0.4;

const MARKS: Record<Often, FlowMark> = {
  every: { shape: "disc", tone: "done" },
  second: { shape: "half", tone: "done" },
  rare: { shape: "ring", tone: "done" },
};
const OFTEN_WORDS: Record<Often, string> = {
  every: "every week",
  second: "every second week",
  rare: "now and then",
};
const LEGEND: Record<Often, string> = {
  every: "Full: every week",
  second: "Half: every second week",
  rare: "Ring: now and then",
};
type Often = "every" | "second" | "rare";

interface Running {
  readonly routine: Routine;
  /** Due days from the first Monday on, for as many weeks and months as are shown. */
  readonly weeks: readonly Day[];
  readonly year: readonly Day[];
  /** On average: of the weeks shown, or of the year for what is rarer. */
  readonly minutesPerWeek: number;
}

/** Null while no routine runs. */
export function routinePages(plan: Plan, asOf: Day, size: SheetSize, measure: Measure): FlowPages | null {
  const running = runningRoutines(plan, asOf).map((routine) => runningOf(routine, asOf));
  if (running.length === 0) return null;
  const weekly = running.filter(({ weeks }) => isWeekly(weeks));
  const rarer = running.filter((one) => !weekly.includes(one));
  return flowPages(
    [
      {
        id: "routines",
        title: "Routines",
        subtitle: `${count(running.length, "routine")}, ${perWeekWords(running)}. As of ${formatDay(asOf)}.`,
        lead: "",
        hue: null,
        blocks: [
          { kind: "whole", section: (room) => weekSection(plan, weekly, room) },
          { kind: "whole", section: (room) => yearSection(plan, rarer, asOf, room) },
        ],
      },
    ],
    size,
    measure,
  );
}

/** From its first run on, so that one that begins later shows what it will be. */
function runningOf(routine: Routine, asOf: Day): Running {
  const begin = routine.firstRun > asOf ? routine.firstRun : asOf;
  const monday = weekOf(begin) < begin ? addDays(weekOf(begin), 7) : weekOf(begin);
  const month = `${asOf.slice(0, 7)}-01`;
  const weeks = dueDays(routine, monday, addDays(monday, WEEKS * 7 - 1));
  return {
    routine,
    weeks,
    minutesPerWeek: isWeekly(weeks)
      ? (weeks.length * routine.minutes) / WEEKS
      : timeOf(routine, asOf).perWeek,
    year: dueDays(routine, asOf, addDays(addMonths(month, MONTHS), -1)),
  };
}

function perWeekWords(running: readonly Running[]): string {
  return `${aboutWords(minutesPerWeek(running))} a week in all`;
}

function minutesPerWeek(running: readonly Running[]): number {
  return running.reduce((sum, one) => sum + one.minutesPerWeek, 0);
}

function isWeekly(weeks: readonly Day[]): boolean {
  return weeks.length / WEEKS >= OFTEN;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function weekSection(plan: Plan, weekly: readonly Running[], room: FlowRoom): FlowSection | null {
  const columns: readonly ColumnSpec[] = [
    { head: "Routine", share: 0.55 },
    { head: "When", share: 0.45 },
    { head: "Takes", most: 1, align: "end" },
    ...WEEKDAYS.map((head): ColumnSpec => ({ head, most: 0.05, align: "middle" })),
  ];
  const found = new Set<Often>();
  const groups = byOwner(plan, weekly, (one) => weekRow(one, found));
  const all = groups.length > 1 ? [...groups, { id: "sum", rows: [sumRow(weekly)] }] : groups;
  const shown = (Object.keys(LEGEND) as Often[]).filter((often) => found.has(often));
  return flowSection(room, {
    id: "week",
    title: "In a usual week",
    aside: shown.some((often) => often !== "every") ? shown.map((often) => LEGEND[often]).join(". ") : "",
    table: flowTable(columns, all, room),
  });
}

function weekRow({ routine, weeks }: Running, found: Set<Often>): RowText {
  const cells = WEEKDAYS.map((name, at): CellText => {
    const often = oftenOf(weeks.filter((day) => (weekdayOf(day) + 6) % 7 === at).length);
    if (!often) return {};
    found.add(often);
    return { mark: MARKS[often], label: `${name}, ${OFTEN_WORDS[often]}` };
  });
  return {
    id: routine.id,
    cells: [
      { text: routineName(routine), isStrong: true },
      { text: rhythmWords(routine.rule, routine.firstRun), isQuiet: true },
      minutesWords(routine.minutes),
      ...cells,
    ],
  };
}

function oftenOf(runs: number): Often | null {
  if (runs === 0) return null;
  if (runs / WEEKS >= EVERY) return "every";
  return runs / WEEKS >= SECOND ? "second" : "rare";
}

/** What each weekday comes to on average. */
function sumRow(weekly: readonly Running[]): RowText {
  const onDay = (at: number): number =>
    weekly.reduce((sum, { routine, weeks }) => {
      const runs = weeks.filter((day) => (weekdayOf(day) + 6) % 7 === at).length;
      return sum + (runs * routine.minutes) / WEEKS;
    }, 0);
  return {
    id: "sum",
    isSum: true,
    cells: [
      "All together",
      "",
      aboutWords(minutesPerWeek(weekly)).replace("about ", ""),
      ...WEEKDAYS.map((_, at) => hoursShort(onDay(at))),
    ].map((text) => ({ text, isStrong: true })),
  };
}

/** `2.5 h`, `40 m`: for narrow columns. */
function hoursShort(minutes: number): string {
  if (minutes < 0.5) return "–";
  if (minutes < 60) return `${Math.round(minutes)} m`;
  return `${(Math.round(minutes / 30) / 2).toLocaleString("en")} h`;
}

function yearSection(plan: Plan, rarer: readonly Running[], asOf: Day, room: FlowRoom): FlowSection | null {
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(`${asOf.slice(0, 7)}-01`, at));
  const columns: readonly ColumnSpec[] = [
    { head: "Routine", share: 0.6 },
    { head: "When", share: 0.4 },
    { head: "Takes", most: 1, align: "end" },
    ...months.map((month): ColumnSpec => ({ head: monthHead(month), most: 0.042, align: "middle" })),
  ];
  const groups = byOwner(plan, rarer, ({ routine, year }) => ({
    id: routine.id,
    cells: [
      { text: routineName(routine), isStrong: true },
      { text: rhythmWords(routine.rule, routine.firstRun), isQuiet: true },
      minutesWords(routine.minutes),
      ...months.map((month) => daysIn(year, month)),
    ],
  }));
  return flowSection(room, {
    id: "year",
    title: "Through the year",
    aside: `The days on which each runs, ${formatDay(months[0] ?? asOf, "monthYear")} to ${formatDay(months.at(-1) ?? asOf, "monthYear")}`,
    table: flowTable(columns, groups, room),
  });
}

function monthHead(month: Day): string {
  return formatDay(month, "short").replace(/^\d+ /, "");
}

function daysIn(year: readonly Day[], month: Day): string {
  return year
    .filter((day) => day.slice(0, 7) === month.slice(0, 7))
    .map((day) => `${Number(day.slice(8))}`)
    .join(", ");
}

/** People in the order of the plan, what nobody runs at the end. */
function byOwner(
  plan: Plan,
  running: readonly Running[],
  rowOf: (one: Running) => RowText,
): readonly GroupText[] {
  const groups = new Map<string | null, Running[]>();
  for (const one of running) {
    const id = personName(plan, one.routine.ownerId) === null ? null : one.routine.ownerId;
    const known = groups.get(id);
    if (known) known.push(one);
    else groups.set(id, [one]);
  }
  const order = (id: string | null): string => (id === null ? "~~" : (plan.people.get(id)?.order ?? "~"));
  return [...groups]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
    .map(([id, own]) => ({
      id: id ?? "nobody",
      title: personName(plan, id) ?? "Nobody yet",
      aside: `${aboutWords(minutesPerWeek(own))} a week`,
      rows: own.map(rowOf),
    }));
}
