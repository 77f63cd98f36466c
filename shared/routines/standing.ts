/**
 * How a routine stands on a day. A run is open until it is done or the next one is due; what was not done by then
 * is missed. Missed runs do not pile up: at most one is offered to be made up for, and the next one stands.
 */
import { addDays, type Day, weekdayOf } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine, RoutineRun } from "#shared/domain/routine.ts";
import { dueDays, nextDue } from "./due.ts";

/** `late`: done after its day. `due`: on its day, not done yet. `coming`: after today, not done. */
export type RunState = "done" | "late" | "missed" | "due" | "coming";

export interface RunLine {
  readonly day: Day;
  readonly state: RunState;
  readonly run: RoutineRun | null;
}

export interface Missed {
  /** The last missed run: the one that can still be made up for. */
  readonly day: Day;
  /** The first of the missed runs in a row that ends with it. */
  readonly since: Day;
  readonly count: number;
}

export interface RoutineStanding {
  /** The run of today, done or not. */
  readonly today: RunLine | null;
  /** Runs after today up to Sunday. */
  readonly thisWeek: readonly RunLine[];
  /** Null when the last run before today was done. */
  readonly missed: Missed | null;
  /** The next run that is not done, today's included. */
  readonly next: Day | null;
  /** Runs done in a row up to now; today's breaks nothing before the day is over. */
  readonly streak: number;
  /** Runs missed since the first. */
  readonly slips: number;
  /** Runs up to today, latest first, and whatever was done on days that are no longer due. */
  readonly history: readonly RunLine[];
}

/** `runs`: the rows of this routine, in any order. */
export function standingOf(routine: Routine, runs: Iterable<RoutineRun>, today: Day): RoutineStanding {
  const byDay = new Map<Day, RoutineRun>();
  for (const run of runs) byDay.set(run.day, run);
  const line = (day: Day): RunLine => lineOf(day, byDay.get(day) ?? null, today);
  const past = dueDays(routine, "1900-01-01", today).map(line);
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  const known = new Set(past.map(({ day }) => day));
  const extra = [...byDay.values()].filter(
    ({ day, doneOn }) => doneOn !== null && day <= today && !known.has(day),
  );
  return {
    today: past.at(-1)?.day === today ? (past.at(-1) as RunLine) : null,
    thisWeek: dueDays(routine, addDays(today, 1), sunday).map(line),
    missed: missedIn(past),
    next: nextOpen(routine, byDay, today),
    streak: streakOf(past),
    slips: past.filter(({ state }) => state === "missed").length,
    history: [...past, ...extra.map(({ day }) => line(day))].sort((a, b) => (a.day < b.day ? 1 : -1)),
  };
}

function lineOf(day: Day, run: RoutineRun | null, today: Day): RunLine {
  const doneOn = run?.doneOn ?? null;
  if (doneOn !== null) return { day, run, state: doneOn > day ? "late" : "done" };
  return { day, run, state: day > today ? "coming" : day === today ? "due" : "missed" };
}

function missedIn(past: readonly RunLine[]): Missed | null {
  const before = past.filter(({ state }) => state !== "due");
  let count = 0;
  while (before.at(-1 - count)?.state === "missed") count++;
  const [last, first] = [before.at(-1), before.at(-count)];
  // Once today's run is done, what was missed before it is history.
  if (count === 0 || !last || !first) return null;
  return { day: last.day, since: first.day, count };
}

function streakOf(past: readonly RunLine[]): number {
  const settled = past.filter(({ state }) => state !== "due");
  const broken = settled.findLastIndex(({ state }) => state === "missed");
  return settled.length - 1 - broken;
}

function nextOpen(routine: Routine, byDay: ReadonlyMap<Day, RoutineRun>, today: Day): Day | null {
  let next = nextDue(routine, today);
  while (next !== null && byDay.get(next)?.doneOn) next = nextDue(routine, addDays(next, 1));
  return next;
}

interface KnownStanding {
  readonly runs: readonly RoutineRun[];
  readonly today: Day;
  readonly standing: RoutineStanding;
}
const ofRoutine = new WeakMap<Routine, KnownStanding>();

/** A tick on one routine leaves the others as they were worked out. */
function rememberedStanding(routine: Routine, runs: readonly RoutineRun[], today: Day): RoutineStanding {
  const before = ofRoutine.get(routine);
  const isSame =
    before?.today === today &&
    before.runs.length === runs.length &&
    before.runs.every((run, i) => run === runs[i]);
  if (isSame) return before.standing;
  const standing = standingOf(routine, runs, today);
  ofRoutine.set(routine, { runs, today, standing });
  return standing;
}

interface Known {
  readonly runs: Plan["routineRuns"];
  readonly today: Day;
  readonly standings: ReadonlyMap<Id, RoutineStanding>;
}
const known = new WeakMap<Plan["routines"], Known>();

/** How every routine that is not in the bin stands; worked out once per state of the plan and day. */
export function standingsOf(plan: Plan, today: Day): ReadonlyMap<Id, RoutineStanding> {
  const before = known.get(plan.routines);
  if (before?.runs === plan.routineRuns && before.today === today) return before.standings;
  const runs = new Map<Id, RoutineRun[]>();
  for (const run of plan.routineRuns.values()) {
    const own = runs.get(run.routineId);
    if (own) own.push(run);
    else runs.set(run.routineId, [run]);
  }
  const standings = new Map<Id, RoutineStanding>();
  for (const routine of plan.routines.values())
    if (routine.deletedAt === null)
      standings.set(routine.id, rememberedStanding(routine, runs.get(routine.id) ?? [], today));
  known.set(plan.routines, { runs: plan.routineRuns, today, standings });
  return standings;
}

/** How many routines want something today: a run due and not done, or one that was missed. */
export function dueNow(plan: Plan, today: Day): number {
  let due = 0;
  for (const { today: run, missed } of standingsOf(plan, today).values())
    if (run?.state === "due" || missed !== null) due++;
  return due;
}
