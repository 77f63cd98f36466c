import type { WorkCalendar } from "#shared/domain/roadmap.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "#shared/schedule/input.ts";
import { type Schedule, schedule } from "#shared/schedule/passes.ts";

export const WEEKDAYS: WorkCalendar = { workingWeekdays: [1, 2, 3, 4, 5], exceptions: [], holidays: null };
export const EVERY_DAY: WorkCalendar = {
  workingWeekdays: [0, 1, 2, 3, 4, 5, 6],
  exceptions: [],
  holidays: null,
};

/** A Monday. */
export const MONDAY = "2027-03-01";

export function task(
  id: string,
  durationDays: number,
  more: Partial<ScheduleActivity> = {},
): ScheduleActivity {
  return { id, durationDays, ...more };
}

export function milestone(id: string, more: Partial<ScheduleActivity> = {}): ScheduleActivity {
  return { id, durationDays: 0, isMilestone: true, ...more };
}

/** `A FS+2 B`, `A SS B`, `A FF-1ed B` (ed: elapsed days). */
export function link(text: string, rule?: ScheduleLink["rule"]): ScheduleLink {
  const match = /^(\S+) (FS|SS|FF|SF)([+-][\d.]+)?(ed)? (\S+)$/.exec(text);
  if (!match) throw new Error(`not a link: ${text}`);
  const [, from, type, lag, elapsed, to] = match;
  return {
    from: from as string,
    to: to as string,
    type: type as ScheduleLink["type"],
    lag: Number(lag ?? 0),
    lagKind: elapsed ? "elapsed" : "working",
    ...(rule ? { rule } : {}),
  };
}

export function inputOf(
  activities: readonly ScheduleActivity[],
  links: readonly string[] = [],
  more: Partial<ScheduleInput> = {},
): ScheduleInput {
  return {
    calendars: [WEEKDAYS],
    projectStart: MONDAY,
    activities,
    links: links.map((text) => link(text)),
    ...more,
  };
}

export function solved(input: ScheduleInput): Schedule {
  const outcome = schedule(input);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

export interface Numbers {
  readonly es: number;
  readonly ef: number;
  readonly ls: number;
  readonly lf: number;
  readonly tf: number;
  readonly ff: number;
}

/** Results as textbooks print them: working days counted from the project start, finish exclusive. */
export function numbersOf(result: Schedule, id: string): Numbers {
  const index = result.network.indexOf.get(id);
  if (index === undefined) throw new Error(`no activity ${id}`);
  const axis = result.network.axes[result.network.calendarOf[index] as number];
  const first = Math.round(Date.parse(result.network.input.projectStart) / 86_400_000);
  const zero = axis?.before[first - axis.first] as number;
  const at = (array: Float64Array, end: 0 | 1): number => (array[2 * index + end] as number) - zero;
  return {
    es: at(result.early, 0),
    ef: at(result.early, 1),
    ls: at(result.late, 0),
    lf: at(result.late, 1),
    tf: result.totalFloat[index] as number,
    ff: result.freeFloat[index] as number,
  };
}
