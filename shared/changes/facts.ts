/** Both states side by side: what the parts of the list ask for. */
import type { Baseline } from "#shared/domain/baseline.ts";
import { type BaselineIndex, indexOf } from "#shared/domain/baselineIndex.ts";
import { type Comparison, compareWithBaseline, type ItemComparison } from "#shared/domain/compare.ts";
import { baselineName } from "#shared/domain/compareWords.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { cutText, type Id } from "#shared/domain/fields.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import type { Former, Move } from "./types.ts";

export interface Facts {
  readonly former: Former;
  /** The plan as it was; null where only a baseline is left of it. */
  readonly before: Plan | null;
  readonly plan: Plan;
  readonly comparison: Comparison;
  readonly frozen: BaselineIndex;
  readonly today: Day;
}

export function factsOf(former: Former, plan: Plan, today: Day): Facts {
  const baseline = former.kind === "baseline" ? former.baseline : asFrozen(former.plan);
  return {
    former,
    before: former.kind === "plan" ? former.plan : null,
    plan,
    comparison: compareWithBaseline(plan, baseline),
    frozen: indexOf(baseline),
    today,
  };
}

const baselines = new WeakMap<Plan, Baseline>();

/** A former state, frozen for the comparison that baselines have. */
function asFrozen(plan: Plan): Baseline {
  let baseline = baselines.get(plan);
  if (!baseline) {
    baseline = {
      kind: "baseline",
      id: "former",
      roadmapId: plan.roadmap.id,
      name: "",
      frozenAt: plan.roadmap.createdAt,
      items: outlineOf(plan).inOrder.map(frozenItem),
    };
    baselines.set(plan, baseline);
  }
  return baseline;
}

export function moveOf({ was, node, startVarianceDays, varianceDays }: ItemComparison): Move {
  return {
    wasStart: was.start,
    wasFinish: was.finish,
    isStart: node.start,
    isFinish: node.finish,
    startDays: startVarianceDays,
    days: varianceDays,
  };
}

/** Names within a clause are cut: the line itself tells the whole. */
const LONGEST_NAME = 48;

export function shortName(name: string, otherwise: string): string {
  if (isBlank(name)) return otherwise;
  const whole = name.trim();
  return whole.length <= LONGEST_NAME ? whole : `${cutText(whole, LONGEST_NAME).trimEnd()}…`;
}

/** `“Sign the lease”`, also of what has left the plan since. */
export function quotedItem({ plan, frozen }: Facts, id: Id): string {
  const item = itemById(plan, id) ?? frozen.byId.get(id);
  return item ? `“${shortName(nameOrUntitled(item.name, item.kind), "")}”` : "something";
}

/** Somebody's name, or `nobody`. */
export function personWords({ plan, before }: Facts, id: Id | null): string {
  if (id === null) return "nobody";
  const person = plan.people.get(id) ?? before?.people.get(id);
  return person ? shortName(person.name, "somebody without a name") : "somebody who is gone";
}

export function peopleWords(facts: Facts, ids: readonly Id[]): string {
  return ids.length === 0 ? "nobody" : ids.map((id) => personWords(facts, id)).join(", ");
}

export function dayWords({ today }: Facts, day: Day | null): string {
  return day === null ? "no date" : formatDayNear(day, today);
}

/** What a baseline does not hold and so cannot tell, for the foot of the list; null for a whole plan. */
export function unknownWords(former: Former): string | null {
  if (former.kind === "plan") return null;
  const owners = former.baseline.items.some(({ ownerId }) => ownerId !== null);
  const name = `“${baselineName(former.baseline)}”`;
  const more = owners ? "" : "who answered for what, ";
  return `${name} froze dates, names and what was done. It does not know ${more}who did the work, how long it was to take, what was promised, and what stood outside the stages.`;
}
