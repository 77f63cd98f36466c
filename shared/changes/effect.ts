/** What a move does to the next gate: by how much it moves the end of its stage, or the next milestone in it. */
import type { ItemComparison } from "#shared/domain/compare.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { drivingItem } from "#shared/schedule/whyStored.ts";
import type { Facts } from "./facts.ts";
import { signOf } from "./reason.ts";
import type { GateMove } from "./types.ts";

/** Working days of effect by item, for all items that moved and hold a gate that did. */
export function effectsOf(facts: Facts): ReadonlyMap<Id, number> {
  const effects = new Map<Id, number>();
  for (const stage of outlineOf(facts.plan).stages) {
    for (const target of targetsOf(facts, stage)) noteEffect(facts, effects, target);
  }
  return effects;
}

interface Target {
  /** By how many working days it moved. */
  readonly days: number;
  /** What ends there. */
  readonly lastIds: readonly Id[];
}

function targetsOf({ comparison }: Facts, stage: OutlineNode): Target[] {
  const below = subtreeOf(stage).filter(({ children }) => children.length === 0);
  const ends = below.filter(({ finish }) => finish !== null && finish === stage.finish);
  const moved = comparison.byId.get(stage.item.id)?.varianceDays ?? 0;
  const targets = moved === 0 ? [] : [{ days: moved, lastIds: ends.map(({ item }) => item.id) }];
  const next = nextMilestone(stage);
  const days = next ? (comparison.byId.get(next.item.id)?.varianceDays ?? 0) : 0;
  if (!next || days === 0) return targets;
  const held = subtreeOf(next).filter((node) => node.children.length === 0 && node.finish === next.finish);
  return [...targets, { days, lastIds: [next.item.id, ...held.map(({ item }) => item.id)] }];
}

function nextMilestone(stage: OutlineNode): OutlineNode | null {
  let next: OutlineNode | null = null;
  for (const node of subtreeOf(stage)) {
    if (node.item.kind !== "milestone" || isFinished(node) || node.finish === null) continue;
    if (next === null || node.finish < (next.finish as string)) next = node;
  }
  return next;
}

/** From what ends there back through what drives it. */
function noteEffect({ plan, comparison }: Facts, effects: Map<Id, number>, target: Target): void {
  const seen = new Set<Id>();
  for (const last of target.lastIds) {
    for (let id: Id | null = last; id !== null && !seen.has(id); id = drivingItem(plan, id)) {
      seen.add(id);
      if (hasMoved(comparison.byId.get(id), target.days))
        effects.set(id, Math.max(effects.get(id) ?? 0, Math.abs(target.days)));
    }
  }
}

function hasMoved(item: ItemComparison | undefined, days: number): boolean {
  return item?.changes.includes("moved") === true && signOf(item) === Math.sign(days);
}

/** The end of the first stage that is not finished, if it moved. */
export function nextGateMove({ comparison }: Facts): GateMove | null {
  for (const { node, varianceDays } of comparison.stages) {
    if (isFinished(node) || node.finish === null) continue;
    if (!varianceDays) return null;
    return { stageId: node.item.id, name: node.item.name, days: varianceDays };
  }
  return null;
}
