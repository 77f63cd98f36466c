/** Order keys of files written by hand or by other programs. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { type Entity, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan, planFromEntities } from "#shared/domain/plan.ts";

type Ordered = Exclude<
  Entity,
  {
    kind:
      | "roadmap"
      | "dependency"
      | "baseline"
      | "routineRun"
      | "checklistRun"
      | "session"
      | "decision"
      | "gateDecision"
      | "review";
  }
>;

/**
 * The plan with order keys between which others can be put: siblings whose keys are equal, or no fractional
 * indices (https://www.npmjs.com/package/fractional-indexing), get new keys in the order they stood in.
 */
export function withSoundOrder(plan: Plan): Plan {
  const renewed = new Map<Id, Ordered>();
  for (const siblings of siblingGroups(plan)) {
    siblings.sort(compareOrder);
    if (isSound(siblings)) continue;
    const keys = generateNKeysBetween(null, null, siblings.length);
    siblings.forEach((row, i) => {
      renewed.set(row.id, { ...row, order: keys[i] as string });
    });
  }
  if (renewed.size === 0) return plan;
  return planFromEntities(
    plan.roadmap,
    entitiesOf(plan).map((row) => renewed.get(row.id) ?? row),
  );
}

function siblingGroups(plan: Plan): Ordered[][] {
  const groups = new Map<Id, Ordered[]>([
    ["", [...plan.people.values()]],
    ["routines", [...plan.routines.values()]],
    ["procedures", [...plan.procedures.values()]],
    ["decisionRights", [...plan.decisionRights.values()]],
    ["issues", [...plan.issues.values()]],
  ]);
  const top: Ordered[] = [...plan.stages.values()];
  for (const item of [...plan.milestones.values(), ...plan.tasks.values()]) {
    const parentId = parentIdOf(item) as Id;
    const group = groups.get(parentId);
    if (group) group.push(item);
    else groups.set(parentId, [item]);
  }
  return [top, ...groups.values()];
}

function isSound(sorted: readonly Ordered[]): boolean {
  const live = sorted.filter((row) => row.deletedAt === null);
  return (
    sorted.every((row) => isOrderKey(row.order)) &&
    live.every((row, i) => i === 0 || row.order !== live[i - 1]?.order)
  );
}

function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
