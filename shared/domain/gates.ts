/** Where each stage's gate stands, and what has begun before the gate ahead of it was passed. Derived, never stored. */
import type { Day } from "./day.ts";
import type { Id } from "./fields.ts";
import type { GateCriterion, GateDecision, Verdict } from "./gate.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "./outline.ts";
import type { Person } from "./person.ts";
import type { Plan } from "./plan.ts";
import type { Stage } from "./stage.ts";
import type { Task } from "./task.ts";

/** How many criteria of one weight there are, how many are met, and how many of these nothing shows. */
export interface CriteriaTally {
  readonly count: number;
  readonly met: number;
  readonly withoutEvidence: number;
}

export interface Gate {
  readonly stage: Stage;
  readonly musts: CriteriaTally;
  readonly shoulds: CriteriaTally;
  /** Milestones of the stage that are not reached. */
  readonly milestonesAhead: number;
  /** The end of the stage; null while it has no dates. */
  readonly day: Day | null;
  /** The last one first. */
  readonly decisions: readonly GateDecision[];
  /** What was decided last; `open` before anything was. */
  readonly state: Verdict | "open";
  /** Whether somebody set it up: it has criteria, or was decided. Others hold nothing back. */
  readonly isUsed: boolean;
}

function tallyOf(criteria: readonly GateCriterion[]): CriteriaTally {
  const met = criteria.filter(({ isMet }) => isMet);
  const withoutEvidence = met.filter(({ evidence }) => evidence.length === 0).length;
  return { count: criteria.length, met: met.length, withoutEvidence };
}

/** The gates of the live stages, in their order. Worked out once per plan. */
export function gatesOf(plan: Plan): readonly Gate[] {
  let gates = known.get(plan);
  if (!gates) {
    const decisions = decisionsByStage(plan);
    gates = outlineOf(plan).stages.map((node) => gateAt(node, decisions.get(node.item.id) ?? []));
    known.set(plan, gates);
  }
  return gates;
}

const known = new WeakMap<Plan, readonly Gate[]>();

/** Null for a stage that lies in the bin or is gone. */
export function gateOf(plan: Plan, stageId: Id): Gate | null {
  return gatesOf(plan).find(({ stage }) => stage.id === stageId) ?? null;
}

function decisionsByStage(plan: Plan): ReadonlyMap<Id, readonly GateDecision[]> {
  const byStage = new Map<Id, GateDecision[]>();
  for (const decision of plan.gateDecisions.values()) {
    const list = byStage.get(decision.stageId);
    if (list) list.push(decision);
    else byStage.set(decision.stageId, [decision]);
  }
  for (const list of byStage.values()) list.sort(lastFirst);
  return byStage;
}

function lastFirst(a: GateDecision, b: GateDecision): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function gateAt(node: OutlineNode, decisions: readonly GateDecision[]): Gate {
  const stage = node.item as Stage;
  return {
    stage,
    musts: tallyOf(stage.gateCriteria.filter(({ isMust }) => isMust)),
    shoulds: tallyOf(stage.gateCriteria.filter(({ isMust }) => !isMust)),
    // Few who ask for a gate ask for this, and it goes through the whole stage.
    get milestonesAhead() {
      return subtreeOf(node).filter(({ item }) => item.kind === "milestone" && item.reachedOn === null)
        .length;
    },
    day: node.spanFinish,
    decisions,
    state: decisions[0]?.verdict ?? "open",
    isUsed: stage.gateCriteria.length > 0 || decisions.length > 0,
  };
}

/** Whether somebody has to decide: nothing was decided yet, or what was decided asks for another look. */
export function isUndecided({ state }: Gate): boolean {
  return state !== "go" && state !== "stop";
}

/** Whether its day has come and it is still to be decided. */
export function isDue(gate: Gate, today: Day): boolean {
  return gate.isUsed && isUndecided(gate) && gate.day !== null && gate.day <= today;
}

/** Whoever signs at the gates; null while nobody is named as CEO, or whoever is lies in the bin. */
export function signerOf(plan: Plan): Person | null {
  const ceo = plan.people.get(plan.roadmap.ceoId ?? "");
  return ceo?.deletedAt === null ? ceo : null;
}

/**
 * Milestones that have begun before the gate of an earlier stage was passed, each with the first such stage. A gate
 * that nobody set up holds nothing back.
 */
export function tooEarlyIn(plan: Plan): ReadonlyMap<Id, Stage> {
  let found = early.get(plan);
  if (!found) {
    found = findTooEarly(plan);
    early.set(plan, found);
  }
  return found;
}

const early = new WeakMap<Plan, ReadonlyMap<Id, Stage>>();

function findTooEarly(plan: Plan): ReadonlyMap<Id, Stage> {
  const found = new Map<Id, Stage>();
  const gates = gatesOf(plan);
  const first = gates.findIndex(({ isUsed, state }) => isUsed && state !== "go");
  const shut = gates[first]?.stage;
  if (!shut) return found;
  for (const stage of outlineOf(plan).stages.slice(first + 1)) {
    for (const id of begunIn(stage)) found.set(id, shut);
  }
  return found;
}

/** The milestones of a stage that have begun. An edit elsewhere leaves the nodes of a stage as they are. */
function begunIn(stage: OutlineNode): readonly Id[] {
  let ids = begun.get(stage);
  if (!ids) {
    const nodes = subtreeOf(stage).filter((node) => node.item.kind === "milestone" && hasBegun(node));
    ids = nodes.map(({ item }) => item.id);
    begun.set(stage, ids);
  }
  return ids;
}

const begun = new WeakMap<OutlineNode, readonly Id[]>();

/** Whether a milestone is reached, or work in it has begun. */
export function hasBegun(milestone: OutlineNode): boolean {
  const { item } = milestone;
  if (item.kind === "milestone" && item.reachedOn !== null) return true;
  return subtreeOf(milestone).some(
    (node) => node.item.kind === "task" && !node.isGroup && isBegun(node.item),
  );
}

function isBegun({ status, actualStart }: Task): boolean {
  return status === "in-progress" || status === "done" || (actualStart !== null && status !== "cancelled");
}
