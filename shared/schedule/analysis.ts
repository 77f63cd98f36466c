/**
 * What the critical path method says of a plan as it stands. Stored dates hold everything where it lies (planned
 * starts), a milestone waits for the tasks it holds as well as for its links, and the date of a milestone is a latest
 * date for what leads to it: milestones are what the pair has agreed on. Nothing here moves anything.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
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

/** The open work that a promise hangs on, the most urgent first, the promised item itself left out. */
export function latestStartsFor(plan: Plan, targetId: Id, promised: Day): readonly LatestStart[] {
  const pass = passTo(plan, targetId, promised);
  if (!pass) return [];
  const { byId } = outlineOf(plan);
  return latestStarts(pass).filter(({ id }) => id !== targetId && byId.has(id));
}
