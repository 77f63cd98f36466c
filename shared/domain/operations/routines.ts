/** Recurring work: setting it up, its rule, and what happens to its runs. */

import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, type Day, isDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { doerOf } from "#shared/domain/roles.ts";
import { createRoutine, createRoutineRun, type Routine, type RoutineRun } from "#shared/domain/routine.ts";
import { routineSteps } from "#shared/domain/routineSteps.ts";
import { withTick } from "#shared/domain/tick.ts";
import { dueDays, movedFrom, recurrenceOf } from "#shared/routines/due.ts";
import { nextOnOrAfter } from "#shared/routines/recurrence.ts";
import { parseRule, ruleText } from "#shared/routines/rule.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";
import { keyAtEnd } from "./place.ts";
import { withRoom } from "./room.ts";

export type RoutineInput = Pick<Routine, "name"> &
  Partial<
    Pick<
      Routine,
      "ownerId" | "rule" | "firstRun" | "minutes" | "steps" | "notes" | "procedureId" | "isStrategy"
    >
  >;

/** Routines not in the bin, in their own order. */
export function liveRoutines(plan: Plan): Routine[] {
  return [...plan.routines.values()].filter((routine) => routine.deletedAt === null).sort(compareOrder);
}

/**
 * Adds a routine, unless said otherwise weekly from the first working day on or after today; it is the change's only
 * added row.
 */
export function addRoutine(plan: Plan, ctx: EditContext, input: RoutineInput): Result<Change> {
  const order = keyAtEnd([...plan.routines.values()].sort(compareOrder).at(-1));
  const firstRun = input.firstRun ?? calendarTable(plan.roadmap.calendar).onOrAfter(ctx.today());
  const timed = timing(input.rule ?? "FREQ=WEEKLY", firstRun);
  if (!timed.ok) return timed;
  const name = input.name.trim();
  const id = ctx.newId();
  const routine = createRoutine({ ...input, ...timed.value, id, roadmapId: plan.roadmap.id, order, name });
  const stranger = strangerIn(plan, routine);
  return stranger ?? changed(ctx, "Add routine", withRoom(plan, { added: [routine] }));
}

/** A rule with its first run on a day that it gives. */
function timing(text: string, from: Day): Result<Pick<Routine, "rule" | "firstRun">> {
  const rule = parseRule(text);
  if (!rule.ok) return rule;
  if (!isDay(from)) return refuse("no-day", "That is not a date between the years 1900 and 2199.");
  const firstRun = nextOnOrAfter({ rule: rule.value, firstRun: from }, from);
  if (firstRun === null)
    return refuse("never", "That rule has no run on or after its first day. Choose another rule or day.");
  return { ok: true, value: { rule: ruleText(rule.value), firstRun } };
}

/**
 * Gives a routine another rule from `from` on. What was due before today stays as it was, missed runs included, so
 * the new rule begins today at the earliest once the routine has run.
 */
export function setRoutineRule(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  rule: string,
  from: Day,
): Result<Change> {
  const routine = plan.routines.get(id);
  if (!routine) return gone("routine");
  const today = ctx.today();
  const hasRun = dueDays(routine, "1900-01-01", addDays(today, -1)).length > 0;
  const timed = timing(rule, hasRun && from < today ? today : from);
  if (!timed.ok) return timed;
  if (timed.value.rule === routine.rule && (hasRun || timed.value.firstRun === routine.firstRun))
    return changed(ctx, "Change rule", {});
  const { rule: was, firstRun } = routine;
  const isKept = hasRun && firstRun < today;
  const earlierRules = isKept
    ? [...routine.earlierRules, { rule: was, firstRun, lastDay: addDays(today, -1) }]
    : routine.earlierRules;
  // What was skipped or moved from today on was said of the old rule.
  const skipped = routine.skipped.filter((day) => day < today);
  const moved = routine.moved.filter((run) => run.from < today && run.to < today);
  const to = { ...routine, ...timed.value, earlierRules, skipped, moved };
  return changed(ctx, "Change rule", { updated: [[routine, to]] });
}

export type RunInput = Partial<Pick<RoutineRun, "doneOn" | "doneById" | "minutes" | "ticked" | "note">>;

/** Notes a run as done: today, by its owner and in the usual time, unless said otherwise. */
export function recordRun(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  day: Day,
  input: RunInput = {},
): Result<Change> {
  const routine = plan.routines.get(id);
  if (!routine) return gone("routine");
  const doneOn = input.doneOn ?? ctx.today();
  if (doneOn > ctx.today()) return refuse("in-future", "A run can be done today or earlier, not later.");
  const known = runOf(plan, id, day);
  const doneById = known?.doneById ?? routine.ownerId;
  return putRun(plan, ctx, routine, day, "Mark run done", { doneById, ...input, doneOn });
}

/** Sets what is known of a run (steps, note, minutes, who) without saying that it is done. */
export function editRun(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  day: Day,
  input: RunInput,
  group?: string,
): Result<Change> {
  const routine = plan.routines.get(id);
  return routine ? putRun(plan, ctx, routine, day, "Edit run", input, group) : gone("routine");
}

/**
 * Ticks a step of a run, its workflow's or its own, or takes the tick back. By whoever is at the screen when they said
 * who they are, else by the one whom the step's role names, else by the routine's owner.
 */
export function tickStep(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  day: Day,
  stepId: Id,
  isTicked: boolean,
  meId: Id | null = null,
): Result<Change> {
  const routine = plan.routines.get(id);
  const step = routine && routineSteps(plan, routine).find((known) => known.id === stepId);
  if (!routine || !step) return gone("step");
  const byId = doerOf(plan, meId, "role" in step ? step.role : "") ?? routine.ownerId;
  const by = isTicked ? { byId, at: ctx.now() } : null;
  const ticked = withTick(runOf(plan, id, day)?.ticked ?? [], stepId, by);
  return putRun(plan, ctx, routine, day, isTicked ? "Tick step" : "Take back tick", { ticked });
}

function putRun(
  plan: Plan,
  ctx: EditContext,
  routine: Routine,
  day: Day,
  label: string,
  input: RunInput,
  group: string | null = null,
): Result<Change> {
  const known = runOf(plan, routine.id, day);
  if (!known && !isDue(routine, day)) return refuse("not-due", "No run of this routine is due on that day.");
  const fresh = { id: ctx.newId(), roadmapId: plan.roadmap.id, routineId: routine.id, day };
  const run = known ? { ...known, ...input } : createRoutineRun({ ...fresh, ...input });
  const stranger = strangerIn(plan, run);
  if (stranger) return stranger;
  return changed(ctx, label, known ? { updated: [[known, run]] } : { added: [run] }, group);
}

/** Says that a run was not done after all; ticks and note stay. */
export function takeBackRun(plan: Plan, ctx: EditContext, id: Id, day: Day): Result<Change> {
  const run = runOf(plan, id, day);
  if (!run?.doneOn) return refuse("not-done", "That run is not marked as done.");
  const label = "Take back run";
  if (run.ticked.length === 0 && run.note === "") return changed(ctx, label, { removed: [run] });
  const open = { ...run, doneOn: null, doneById: null, minutes: null };
  return changed(ctx, label, { updated: [[run, open]] });
}

/** Leaves one run out; it is neither due nor missed. */
export function skipRun(plan: Plan, ctx: EditContext, id: Id, day: Day): Result<Change> {
  const open = openRun(plan, id, day);
  if (!open.ok) return open;
  const { routine, run } = open.value;
  const from = movedFrom(routine, day) ?? day;
  const moved = routine.moved.filter((other) => other.to !== day);
  const skipped = [...routine.skipped, from].sort();
  return changed(ctx, "Skip run", {
    updated: [[routine, { ...routine, skipped, moved }]],
    removed: run ? [run] : [],
  });
}

/** Makes one run due on another day. Its ticks go along. */
export function moveRun(plan: Plan, ctx: EditContext, id: Id, day: Day, to: Day): Result<Change> {
  const open = openRun(plan, id, day);
  if (!open.ok) return open;
  const { routine, run } = open.value;
  if (!isDay(to)) return refuse("no-day", "That is not a date between the years 1900 and 2199.");
  if (to === day) return changed(ctx, "Move run", {});
  if (isDue(routine, to) || runOf(plan, id, to))
    return refuse("taken", "Another run is due on that day already. Choose another day, or skip this run.");
  if (routine.endedOn !== null && to > routine.endedOn)
    return refuse("after-end", "The routine has ended by that day. Choose an earlier one.");
  const from = movedFrom(routine, day) ?? day;
  const others = routine.moved.filter((other) => other.to !== day);
  const moved = from === to ? others : [...others, { from, to }].sort((a, b) => (a.from < b.from ? -1 : 1));
  return changed(ctx, "Move run", {
    updated: [[routine, { ...routine, moved }], ...(run ? [[run, { ...run, day: to }] as const] : [])],
  });
}

/** Ends a routine after `lastDay`, or lets it go on (null). Its history stays. */
export function endRoutine(plan: Plan, ctx: EditContext, id: Id, lastDay: Day | null): Result<Change> {
  const routine = plan.routines.get(id);
  if (!routine) return gone("routine");
  const label = lastDay === null ? "Resume routine" : "End routine";
  if (lastDay !== null || routine.endedOn === null || routine.endedOn >= ctx.today())
    return changed(ctx, label, { updated: [[routine, { ...routine, endedOn: lastDay }]] });
  return resume(ctx, routine, routine.endedOn, label);
}

/** What would have been due while it was ended was not missed: the rule starts again today. */
function resume(ctx: EditContext, routine: Routine, endedOn: Day, label: string): Result<Change> {
  const recurrence = recurrenceOf(routine);
  const next = recurrence && nextOnOrAfter(recurrence, ctx.today());
  if (next === null) return refuse("over", "Its rule has no run left. Give the routine another rule.");
  const { rule, firstRun } = routine;
  const earlier = firstRun <= endedOn ? [{ rule, firstRun, lastDay: endedOn }] : [];
  const earlierRules = [...routine.earlierRules, ...earlier];
  return changed(ctx, label, {
    updated: [[routine, { ...routine, endedOn: null, firstRun: next, earlierRules }]],
  });
}

export function runOf(plan: Plan, routineId: Id, day: Day): RoutineRun | null {
  for (const run of plan.routineRuns.values()) if (run.routineId === routineId && run.day === day) return run;
  return null;
}

function isDue(routine: Routine, day: Day): boolean {
  return dueDays(routine, day, day).length > 0;
}

function openRun(
  plan: Plan,
  id: Id,
  day: Day,
): Result<{ readonly routine: Routine; readonly run: RoutineRun | null }> {
  const routine = plan.routines.get(id);
  if (!routine) return gone("routine");
  if (!isDue(routine, day)) return refuse("not-due", "No run of this routine is due on that day.");
  const run = runOf(plan, id, day);
  if (run?.doneOn) return refuse("done", "That run is done. Take it back first.");
  return { ok: true, value: { routine, run } };
}
