/**
 * The critical path of a plan as it stands: the chain that decides when the plan, or one item of it, is done. From the
 * target back to what reaches furthest of all it waits for, and so on; of equals all. In a plan without gaps these are
 * the activities without float; where somebody has left gaps, it is the chain that would decide once they are used up.
 */
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { analysisOf } from "./analysis.ts";
import { DONE } from "./anchors.ts";
import { endInstant, TINY } from "./axis.ts";
import type { WorkingDays } from "./calendar.ts";
import type { ScheduleActivity } from "./input.ts";
import type { Schedule } from "./passes.ts";
import { linkBound } from "./placing.ts";

const known = new WeakMap<Schedule, Map<Id | null, ReadonlySet<Id>>>();

/**
 * The open tasks and milestones on the critical path, with the groups and stages that hold one of them: to the end of
 * the plan, or to one task or milestone. Empty when the plan cannot be scheduled. Once per plan value and target.
 */
export function criticalIds(plan: Plan, targetId: Id | null): ReadonlySet<Id> {
  const schedule = analysisOf(plan);
  if (!schedule) return new Set();
  const ofSchedule = known.get(schedule) ?? new Map<Id | null, ReadonlySet<Id>>();
  known.set(schedule, ofSchedule);
  let ids = ofSchedule.get(targetId);
  if (!ids) {
    ids = withContainers(plan, chainTo(schedule, targetsOf(schedule, targetId)));
    ofSchedule.set(targetId, ids);
  }
  return ids;
}

function targetsOf(schedule: Schedule, targetId: Id | null): readonly number[] {
  const { network } = schedule;
  if (targetId !== null) return [network.indexOf.get(targetId) ?? []].flat();
  const ends = Array.from({ length: network.size }, (_, i) => finishInstant(schedule, i));
  const last = ends.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return ends.flatMap((end, i) => (end >= last - TINY ? [i] : []));
}

function finishInstant({ network, early }: Schedule, index: number): number {
  const axis = network.axes[network.calendarOf[index] as number] as WorkingDays;
  return endInstant(axis, early[2 * index + 1] as number);
}

/** Successors have higher numbers, so one sweep down meets everything on the chain. */
function chainTo({ network, early, sides }: Schedule, targets: readonly number[]): readonly Id[] {
  const { offsets, link } = network.incoming;
  const onChain = new Uint8Array(network.size);
  for (const target of targets) onChain[target] = 1;
  const ids: Id[] = [];
  for (let i = network.size - 1; i >= 0; i--) {
    if (onChain[i] === 0 || network.state[i] === DONE) continue;
    ids.push((network.activities[i] as ScheduleActivity).id);
    const rows = Array.from(
      { length: (offsets[i + 1] as number) - (offsets[i] as number) },
      (_, k) => (offsets[i] as number) + k,
    );
    const bounds = rows.map((row) => linkBound(network, { at: early, sides }, row));
    const furthest = bounds.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    for (const [k, row] of rows.entries()) {
      if ((bounds[k] as number) >= furthest - TINY)
        onChain[network.linkFrom[link[row] as number] as number] = 1;
    }
  }
  return ids;
}

/** A milestone is only marked for itself, not for a task in it. */
function withContainers(plan: Plan, chain: readonly Id[]): ReadonlySet<Id> {
  const ids = new Set<Id>();
  const { byId } = outlineOf(plan);
  for (const id of chain) {
    for (let node: OutlineNode | null = byId.get(id) ?? null; node; node = node.parent) {
      if (node.item.kind === "milestone" && node.item.id !== id) continue;
      ids.add(node.item.id);
    }
  }
  return ids;
}
