/** A small reader of Microsoft Project XML for these tests alone, independent of the app's import. */
import { XMLParser } from "fast-xml-parser";
import type { ConstraintKind } from "#shared/domain/constraint.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "#shared/schedule/input.ts";

const LISTS = [
  "Task",
  "PredecessorLink",
  "Calendar",
  "WeekDay",
  "Exception",
  "Assignment",
  "Resource",
  "WorkingTime",
];
const CONSTRAINTS: readonly ConstraintKind[] = ["ASAP", "ALAP", "MSO", "MFO", "SNET", "SNLT", "FNET", "FNLT"];
const LINK_TYPES = ["FF", "FS", "SF", "SS"] as const;

type Node = { readonly [key: string]: Node & string & readonly Node[] };

export interface StoredTask {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly finish: string;
  readonly early: readonly [string, string] | null;
  readonly late: readonly [string, string] | null;
  /** Working days, or null when the file does not say. */
  readonly totalSlack: number | null;
  readonly freeSlack: number | null;
  readonly durationDays: number;
  readonly hasLinks: boolean;
  /** Worked by a person whose calendar is not the plan's, or by several people at part time. */
  readonly isResourceDriven: boolean;
}

export interface MspdiPlan {
  readonly input: ScheduleInput;
  /** Automatically scheduled leaf tasks. */
  readonly tasks: readonly StoredTask[];
  /** `08:00:00`: when a working day opens. */
  readonly opens: string;
}

export function readMspdi(xml: string): MspdiPlan {
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.includes(name) });
  const project = parser.parse(xml).Project as Node;
  const minutesPerDay = Number(project.MinutesPerDay ?? 480);
  const calendars = readCalendars(project);
  const order = [...calendars.keys()].sort((a, b) =>
    a === project.CalendarUID ? -1 : b === project.CalendarUID ? 1 : 0,
  );
  const all = (project.Tasks?.Task ?? []) as readonly Node[];
  const leaves = all.filter((t) => t.IsNull !== "1" && t.Summary !== "1" && t.UID !== "0");
  const read = { minutesPerDay, order, leaves };
  return {
    input: {
      calendars: order.map((uid) => calendars.get(uid) as WorkCalendar),
      projectStart: dayOf(project.StartDate),
      ...(project.StatusDate ? { statusDate: dayOf(project.StatusDate) } : {}),
      startFloor: "unlinked",
      splitDays: true,
      activities: leaves.map((t) => activityOf(t, read)),
      links: leaves.flatMap((t) => linksOf(t, read)),
    },
    tasks: leaves.filter((t) => t.Manual !== "1").map((t) => storedOf(t, project, minutesPerDay)),
    opens: openingTime(project),
  };
}

interface Read {
  readonly minutesPerDay: number;
  readonly order: readonly string[];
  readonly leaves: readonly Node[];
}

function dayOf(text: string | undefined): string {
  return (text ?? "").slice(0, 10);
}

/** `PT12H30M0S` in minutes. */
function minutesOf(text: string | undefined): number {
  const match = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(text ?? "PT0H0M0S");
  if (!match) throw new Error(`not a duration: ${text}`);
  return Number(match[1]) * 60 + Number(match[2]) + Number(match[3]) / 60;
}

function readCalendars(project: Node): Map<string, WorkCalendar> {
  const calendars = new Map<string, WorkCalendar>();
  for (const calendar of (project.Calendars?.Calendar ?? []) as readonly Node[]) {
    if (calendar.IsBaseCalendar !== "1") continue;
    const days = (calendar.WeekDays?.WeekDay ?? []) as readonly Node[];
    const worked = days
      .filter((d) => d.DayType !== "0" && d.DayWorking === "1")
      .map((d) => Number(d.DayType) - 1);
    const periods = [
      ...days.filter((d) => d.DayType === "0"),
      ...((calendar.Exceptions?.Exception ?? []) as readonly Node[]),
    ];
    calendars.set(`${calendar.UID}`, {
      workingWeekdays: worked as unknown as WorkCalendar["workingWeekdays"],
      exceptions: periods.flatMap((period) => exceptionDays(period)),
      holidays: null,
    });
  }
  return calendars;
}

function exceptionDays(period: Node): WorkCalendar["exceptions"][number][] {
  const from = Date.parse(dayOf(period.TimePeriod?.FromDate));
  const to = Date.parse(dayOf(period.TimePeriod?.ToDate));
  const days: WorkCalendar["exceptions"][number][] = [];
  for (let time = from; time <= to; time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    days.push({ date, working: period.DayWorking === "1", yearly: false, name: "" });
  }
  return days;
}

function openingTime(project: Node): string {
  const calendar = ((project.Calendars?.Calendar ?? []) as readonly Node[]).find(
    (c) => c.UID === project.CalendarUID,
  );
  const days = (calendar?.WeekDays?.WeekDay ?? []) as readonly Node[];
  const times = days.find((d) => d.DayType === "2")?.WorkingTimes?.WorkingTime as readonly Node[] | undefined;
  return `${times?.[0]?.FromTime ?? project.DefaultStartTime}`;
}

function activityOf(t: Node, { minutesPerDay, order }: Read): ScheduleActivity {
  const kind = CONSTRAINTS[Number(t.ConstraintType ?? 0)] ?? "ASAP";
  const calendar = order.indexOf(`${t.CalendarUID}`);
  const days = minutesOf(t.Duration) / minutesPerDay;
  return {
    id: `${t.UID}`,
    durationDays: days,
    isMilestone: t.Milestone === "1" && days === 0,
    calendar: Math.max(0, calendar),
    constraint: { kind, date: t.ConstraintDate ? dayOf(t.ConstraintDate) : null },
    ...(t.Deadline ? { deadline: dayOf(t.Deadline) } : {}),
    ...(t.ActualStart ? { actualStart: dayOf(t.ActualStart) } : {}),
    ...(t.ActualFinish ? { actualFinish: dayOf(t.ActualFinish) } : {}),
    progressPct: Number(t.PercentComplete ?? 0),
    ...(t.Manual === "1" ? { pinnedStart: dayOf(t.Start) } : {}),
  };
}

/** `LagFormat`: odd units count working time, even ones elapsed time; 19 and 20 are percent of the predecessor. */
function linksOf(t: Node, { minutesPerDay, leaves }: Read): ScheduleLink[] {
  return ((t.PredecessorLink ?? []) as readonly Node[]).map((node) => {
    const format = Number(node.LagFormat ?? 7) % 32;
    const elapsed = format % 2 === 0;
    const from = leaves.find((leaf) => leaf.UID === node.PredecessorUID);
    const amount = Number(node.LinkLag ?? 0);
    const minutes = format === 19 || format === 20 ? (amount / 100) * minutesOf(from?.Duration) : amount / 10;
    return {
      from: `${node.PredecessorUID}`,
      to: `${t.UID}`,
      type: LINK_TYPES[Number(node.Type)] ?? "FS",
      lag: minutes / (elapsed ? 1440 : minutesPerDay),
      lagKind: elapsed ? "elapsed" : "working",
    };
  });
}

function storedOf(t: Node, project: Node, minutesPerDay: number): StoredTask {
  const assignments = ((project.Assignments?.Assignment ?? []) as readonly Node[]).filter(
    (a) => a.TaskUID === t.UID,
  );
  const resources = (project.Resources?.Resource ?? []) as readonly Node[];
  const calendars = (project.Calendars?.Calendar ?? []) as readonly Node[];
  const baseOf = (resourceId: string | undefined): string | undefined => {
    const own = resources.find((r) => r.UID === resourceId)?.CalendarUID;
    return calendars.find((c) => c.UID === own)?.BaseCalendarUID;
  };
  const slack = (text: string | undefined): number | null =>
    text === undefined ? null : Number(text) / 10 / minutesPerDay;
  return {
    id: `${t.UID}`,
    name: `${t.Name ?? ""}`,
    start: `${t.Start}`,
    finish: `${t.Finish}`,
    early: t.EarlyStart ? [`${t.EarlyStart}`, `${t.EarlyFinish}`] : null,
    late: t.LateStart ? [`${t.LateStart}`, `${t.LateFinish}`] : null,
    totalSlack: slack(t.TotalSlack),
    freeSlack: slack(t.FreeSlack),
    durationDays: minutesOf(t.Duration) / minutesPerDay,
    hasLinks: ((t.PredecessorLink ?? []) as readonly Node[]).length > 0,
    isResourceDriven: assignments.some(
      (a) => a.ResourceUID !== "-65535" && baseOf(a.ResourceUID) !== project.CalendarUID,
    ),
  };
}
