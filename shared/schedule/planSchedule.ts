/**
 * The networks of a plan: of its links, with everything where the plan stores it, and for analysis. Worked out once per
 * plan value; for a plan that differs from the one asked for last in dates and the like, from that one's.
 */
import { type ChangedRow, changedRows } from "#shared/domain/changedRows.ts";
import { type Day, earliest } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isCancelled } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { withTasksOfMilestones } from "./analysedInput.ts";
import type { ScheduleActivity, ScheduleInput } from "./input.ts";
import { buildNetwork, type Network } from "./network.ts";
import { patchedNetwork } from "./patchedNetwork.ts";
import type { Places } from "./placing.ts";
import { itemActivity, scheduleInputOf, storedDay, storedDayOf } from "./planInput.ts";
import { storedPlaces, storedPlacesFrom } from "./storedPlaces.ts";

/** Everything where the plan stores it. */
export interface StoredSchedule {
  readonly network: Network;
  readonly places: Places;
}

interface Known {
  readonly plan: Plan;
  readonly input: ScheduleInput;
  /** Where each activity stands in the input. */
  readonly indexOf: ReadonlyMap<Id, number>;
  /** Null when the links lead in a loop. */
  readonly stored: StoredSchedule | null;
  /** Undefined until somebody asks. */
  analysed: Network | null | undefined;
  /** The network for analysis of a plan before this one, and the activities that are different now. */
  analysedBefore?: Patched;
}

interface Patched {
  readonly network: Network;
  readonly updates: ReadonlyMap<Id, ScheduleActivity>;
}

const known = new WeakMap<Plan, Known>();
let latest: Known | null = null;

/**
 * The network of a plan with its stored dates. Null when the links lead in a loop through what stages and groups hold,
 * which no single link shows: such a plan cannot be scheduled.
 */
export function storedScheduleOf(plan: Plan): StoredSchedule | null {
  return knownOf(plan).stored;
}

/** The network with the tasks of milestones before them; without, when that closes a loop. Null as above. */
export function analysedNetworkOf(plan: Plan): Network | null {
  const of = knownOf(plan);
  if (of.analysed === undefined) {
    of.analysed = patchedAnalysis(of) ?? builtAnalysis(of);
    delete of.analysedBefore;
  }
  return of.analysed;
}

function builtAnalysis({ plan, input, stored }: Known): Network | null {
  const held = buildNetwork(withTasksOfMilestones(plan, input));
  return held.ok ? held.value : (stored?.network ?? null);
}

function patchedAnalysis({ input, analysedBefore }: Known): Network | null {
  return analysedBefore ? patchedNetwork(analysedBefore.network, input, analysedBefore.updates) : null;
}

/** Several edits may pass before somebody asks. */
function analysedSoFar(before: Known, updates: ReadonlyMap<Id, ScheduleActivity>): Patched | undefined {
  if (before.analysed) return { network: before.analysed, updates };
  const { network, updates: earlier } = before.analysedBefore ?? {};
  return network && { network, updates: new Map([...(earlier ?? []), ...updates]) };
}

function knownOf(plan: Plan): Known {
  let of = known.get(plan);
  if (!of) {
    of = (latest && derived(latest, plan)) ?? builtFrom(plan);
    known.set(plan, of);
  }
  latest = of;
  return of;
}

function builtFrom(plan: Plan): Known {
  const input = scheduleInputOf(plan);
  const network = buildNetwork(input);
  const stored = network.ok
    ? { network: network.value, places: storedPlaces(network.value, (id) => storedDay(plan, id)) }
    : null;
  const indexOf = new Map(input.activities.map(({ id }, index) => [id, index]));
  return { plan, input, indexOf, stored, analysed: undefined };
}

/** Null when more than dates and their rules has changed. */
function derived(before: Known, plan: Plan): Known | null {
  if (!before.stored || !hasSameShape(before.plan, plan)) return null;
  const rows = [
    ...changedRows<Task>(before.plan.tasks, plan.tasks),
    ...changedRows<Milestone>(before.plan.milestones, plan.milestones),
  ];
  const updates = updatesOf(before, plan, rows);
  if (!updates) return null;
  if (updates.size === 0) return { ...before, plan };
  const input = withUpdates(before, plan, updates);
  const network = patchedNetwork(before.stored.network, input, updates);
  if (!network) return null;
  const places = storedPlacesFrom(before.stored.places, network, updates, (id) => storedDay(plan, id));
  const analysedBefore = analysedSoFar(before, updates);
  return {
    plan,
    input,
    indexOf: before.indexOf,
    stored: { network, places },
    analysed: undefined,
    ...(analysedBefore ? { analysedBefore } : {}),
  };
}

/** Same links, same containers and calendars. */
function hasSameShape(before: Plan, plan: Plan): boolean {
  const [was, is] = [before.roadmap, plan.roadmap];
  if (was.id !== is.id || was.calendar !== is.calendar || was.statusDate !== is.statusDate) return false;
  if (before.dependencies !== plan.dependencies) return false;
  const stages = changedRows(before.stages, plan.stages);
  const people = changedRows(before.people, plan.people);
  return (
    stages.every((row) => row.before?.deletedAt === row.after?.deletedAt && row.before && row.after) &&
    people.every((row) => row.before?.daysOff === row.after?.daysOff)
  );
}

/** The activities that are different now. Null when items came, went or changed places, or calendars are new. */
function updatesOf(
  before: Known,
  plan: Plan,
  rows: readonly ChangedRow<Task | Milestone>[],
): ReadonlyMap<Id, ScheduleActivity> | null {
  const updates = new Map<Id, ScheduleActivity>();
  const network = before.stored?.network;
  const { calendars } = before.input;
  for (const { before: was, after: is } of rows) {
    if (!was || !is || was.parentId !== is.parentId || was.deletedAt !== is.deletedAt) return null;
    if (isCancelled(was) !== isCancelled(is)) return null;
    const index = network?.indexOf.get(is.id);
    if (index === undefined) continue;
    const activity = itemActivity(plan, is, (calendar) => calendars.indexOf(calendar));
    if (!activity || activity.calendar === -1) return null;
    if (!sameActivity(network?.activities[index] as ScheduleActivity, activity)) updates.set(is.id, activity);
  }
  return updates;
}

function sameActivity(a: ScheduleActivity, b: ScheduleActivity): boolean {
  const keys = Object.keys(b) as (keyof ScheduleActivity)[];
  return Object.keys(a).length === keys.length && keys.every((key) => a[key] === b[key]);
}

function withUpdates(
  { plan: before, input, indexOf }: Known,
  plan: Plan,
  updates: ReadonlyMap<Id, ScheduleActivity>,
): ScheduleInput {
  const activities = input.activities.slice();
  for (const [id, activity] of updates) activities[indexOf.get(id) as number] = activity;
  return { ...input, activities, projectStart: firstDay(input, before, plan, updates) };
}

/** Only when the item that began first has moved are others looked at: all of them when none begins on its day. */
function firstDay(
  { activities, projectStart }: ScheduleInput,
  before: Plan,
  plan: Plan,
  updates: ReadonlyMap<Id, ScheduleActivity>,
): Day {
  const ids = [...updates.keys()];
  const first = earliest(ids.flatMap((id) => storedDay(plan, id) ?? []));
  const wasFirst = ids.some((id) => storedDay(before, id) === projectStart);
  if (!wasFirst) return earliest(first === null ? [projectStart] : [first, projectStart]) ?? projectStart;
  let found = first;
  for (const activity of activities) {
    const day = storedDayOf(activity);
    if (day === null || (found !== null && day >= found)) continue;
    found = day;
    // Nothing else began earlier.
    if (day === projectStart) break;
  }
  return found ?? projectStart;
}
