/**
 * What the critical path method says of a plan as it stands: room to slip, the critical path, latest dates. Stored
 * dates hold everything where it lies (planned starts), and a milestone waits for the tasks it holds as well as for
 * its links; nothing here moves anything.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { DONE } from "./anchors.ts";
import { TINY } from "./axis.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Network } from "./network.ts";
import { type Schedule, solve } from "./passes.ts";
import { analysedNetworkOf } from "./planSchedule.ts";
import { backwardFrom, type LatestStart, latestStarts, type TargetPass } from "./targets.ts";

const analyses = new WeakMap<Network, Schedule>();

/** Both passes over the plan. Null when its links lead in a loop through what groups hold. */
export function analysisOf(plan: Plan): Schedule | null {
  const network = analysedNetworkOf(plan);
  if (!network) return null;
  let known = analyses.get(network);
  if (!known) {
    known = solve(network);
    analyses.set(network, known);
  }
  return known;
}

export interface Room {
  /** Working days it can slip before the plan ends later or a latest date is missed; below 0, too late already. */
  readonly totalDays: number;
  /** Working days it can slip before anything else moves or comes too late. */
  readonly freeDays: number;
  readonly isCritical: boolean;
}

/** Room to slip (total and free float) of a task or milestone; null for what is finished or holds others. */
export function roomOf(plan: Plan, id: Id): Room | null {
  const schedule = analysisOf(plan);
  const index = schedule?.network.indexOf.get(id);
  if (!schedule || index === undefined || schedule.network.state[index] === DONE) return null;
  const half = (days: number): number => Math.floor(days * 2 + TINY) / 2;
  return {
    totalDays: half(schedule.totalFloat[index] as number),
    freeDays: half(Math.max(0, schedule.freeFloat[index] as number)),
    isCritical: schedule.isCritical[index] === 1,
  };
}

const passes = new WeakMap<Schedule, Map<string, TargetPass | null>>();

/** Latest dates for one item to come on its own date, or on a promised one; once per plan value, item and date. */
export function passTo(plan: Plan, targetId: Id, promised?: Day): TargetPass | null {
  const schedule = analysisOf(plan);
  if (!schedule) return null;
  const ofPlan = passes.get(schedule) ?? new Map<string, TargetPass | null>();
  passes.set(schedule, ofPlan);
  const key = `${targetId}\n${promised ?? ""}`;
  let pass = ofPlan.get(key);
  if (pass === undefined) {
    pass = backwardFrom(schedule, targetId, promised);
    ofPlan.set(key, pass);
  }
  return pass;
}

/**
 * The critical path: to the end of the plan, or to one task or milestone. Open tasks and milestones, with the groups
 * and stages that hold one of them.
 */
export function criticalIds(plan: Plan, targetId: Id | null): ReadonlySet<Id> {
  const schedule = analysisOf(plan);
  const marks = targetId === null ? schedule?.isCritical : passTo(plan, targetId)?.isCritical;
  const ids = new Set<Id>();
  if (!schedule || !marks) return ids;
  const { byId } = outlineOf(plan);
  for (let i = 0; i < schedule.network.size; i++) {
    if (marks[i] !== 1) continue;
    const { id } = schedule.network.activities[i] as ScheduleActivity;
    for (let node: OutlineNode | null = byId.get(id) ?? null; node; node = node.parent) {
      if (node.item.kind === "milestone" && node.item.id !== id) continue;
      if (ids.has(node.item.id)) break;
      ids.add(node.item.id);
    }
  }
  return ids;
}

/** The open work that a promise hangs on, the most urgent first, the promised item itself left out. */
export function latestStartsFor(plan: Plan, targetId: Id, promised: Day): readonly LatestStart[] {
  const pass = passTo(plan, targetId, promised);
  if (!pass) return [];
  const { byId } = outlineOf(plan);
  return latestStarts(pass).filter(({ id }) => id !== targetId && byId.has(id));
}
