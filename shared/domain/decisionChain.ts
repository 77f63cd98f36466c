/**
 * Decisions that take each other's place. What is stored is which decision one takes the place of; which of them holds
 * is worked out here: all that hang together form a chain, put in order so that each comes behind the one it names, and
 * the last accepted one holds. So there is one present decision in a chain, whatever two copies of a file made of it.
 */
import type { Decision } from "./decision.ts";
import type { Id } from "./fields.ts";
import type { Plan } from "./plan.ts";

/** `in-force`: accepted, and none has taken its place. */
export type DecisionStanding = "proposed" | "in-force" | "replaced" | "rejected";

export interface InChain {
  readonly standing: DecisionStanding;
  /** The accepted one that came next and holds in its place. */
  readonly replacedBy: Decision | null;
  /** The one it took, or is to take, the place of. */
  readonly replaces: Decision | null;
  /** A proposal to take its place. */
  readonly challenger: Decision | null;
}

const known = new WeakMap<ReadonlyMap<Id, Decision>, ReadonlyMap<Id, InChain>>();

/** Where every decision that is not in the bin stands. */
export function chainsOf({ decisions }: Pick<Plan, "decisions">): ReadonlyMap<Id, InChain> {
  let chains = known.get(decisions);
  if (!chains) {
    const found = new Map<Id, InChain>();
    for (const members of membersOf(decisions)) placeMembers(decisions, inOrder(members), found);
    chains = found;
    known.set(decisions, chains);
  }
  return chains;
}

/** Decisions that hang together, those in the bin too: they keep the others together. */
function membersOf(decisions: ReadonlyMap<Id, Decision>): readonly (readonly Decision[])[] {
  const beside = new Map<Id, Id[]>();
  for (const { id, supersedesId } of decisions.values()) {
    if (supersedesId === null || !decisions.has(supersedesId)) continue;
    beside.set(id, [...(beside.get(id) ?? []), supersedesId]);
    beside.set(supersedesId, [...(beside.get(supersedesId) ?? []), id]);
  }
  const seen = new Set<Id>();
  const groups: Decision[][] = [];
  for (const start of decisions.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group: Decision[] = [];
    const stack = [start];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const decision = decisions.get(id);
      if (decision) group.push(decision);
      for (const next of beside.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        stack.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** By time, but never before what one takes the place of; a loop in a damaged file is cut at its earliest. */
function inOrder(members: readonly Decision[]): readonly Decision[] {
  const left = [...members].sort(byTime);
  if (left.length < 2) return left;
  const waiting = new Set(left.map(({ id }) => id));
  const ordered: Decision[] = [];
  while (left.length > 0) {
    const ready = left.findIndex(({ id, supersedesId: on }) => on === null || on === id || !waiting.has(on));
    const [next] = left.splice(Math.max(0, ready), 1);
    if (!next) break;
    waiting.delete(next.id);
    ordered.push(next);
  }
  return ordered;
}

/** Earlier first; those without a day count by when they were recorded. */
export function byTime(a: Decision, b: Decision): number {
  const [dayA, dayB] = [decisionDay(a), decisionDay(b)];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** When it was taken, else when it was written down. */
export function decisionDay({ decidedOn, recordedAt }: Decision): string {
  return decidedOn ?? recordedAt.slice(0, 10);
}

function placeMembers(
  decisions: ReadonlyMap<Id, Decision>,
  members: readonly Decision[],
  found: Map<Id, InChain>,
): void {
  const live = members.filter(({ deletedAt }) => deletedAt === null);
  const accepted = live.filter(({ state }) => state === "accepted");
  for (const decision of live) {
    const replacedBy = accepted[accepted.indexOf(decision) + 1] ?? null;
    const isAccepted = decision.state === "accepted";
    const named = decisions.get(decision.supersedesId ?? "");
    const before = isAccepted ? (accepted[accepted.indexOf(decision) - 1] ?? null) : null;
    found.set(decision.id, {
      standing: isAccepted
        ? replacedBy
          ? "replaced"
          : "in-force"
        : (decision.state as "proposed" | "rejected"),
      replacedBy: isAccepted ? replacedBy : null,
      replaces: named?.deletedAt === null && named !== decision ? named : before,
      challenger: live.find((d) => d.supersedesId === decision.id && d.state === "proposed") ?? null,
    });
  }
}

/** Whether naming `supersedesId` would lead from a decision back to itself. */
export function wouldLoop({ decisions }: Pick<Plan, "decisions">, id: Id, supersedesId: Id): boolean {
  const seen = new Set<Id>();
  for (let at: Id | null = supersedesId; at !== null && !seen.has(at); ) {
    if (at === id) return true;
    seen.add(at);
    at = decisions.get(at)?.supersedesId ?? null;
  }
  return false;
}
