/** Who waits for whom, and what each person has to do now, worked out from the plan. */
import { toStart } from "./commission.ts";
import { type Day, daysBetween } from "./day.ts";
import type { Id } from "./fields.ts";
import { type Handover, lastHandover } from "./handover.ts";
import { type OutlineNode, outlineOf } from "./outline.ts";
import { listOf } from "./people.ts";
import type { Plan } from "./plan.ts";
import { isFinished, statusOf } from "./standing.ts";

/** A hand-over of work that is not finished. */
export interface Handed {
  readonly node: OutlineNode;
  readonly handover: Handover;
}

export interface Delegation {
  /** What others owe the person: handed over by them, not declined, not finished. */
  readonly waitingOn: readonly Handed[];
  /** Handed to the person and not answered yet. */
  readonly toAnswer: readonly Handed[];
  /** Handed over by the person and declined. */
  readonly declined: readonly Handed[];
  /** Work about which the person is asked before it is decided; finished work left out. */
  readonly asked: readonly OutlineNode[];
  /** Work of which the person is told once it is done, done work included. */
  readonly told: readonly OutlineNode[];
}

type Draft = { -readonly [K in keyof Delegation]: Delegation[K][number][] };
const NONE: Delegation = { waitingOn: [], toAnswer: [], declined: [], asked: [], told: [] };
const known = new WeakMap<Plan, ReadonlyMap<Id, Delegation>>();

export function delegationOf(plan: Plan, personId: Id): Delegation {
  let all = known.get(plan);
  if (!all) {
    all = buildDelegation(plan);
    known.set(plan, all);
  }
  return all.get(personId) ?? NONE;
}

function buildDelegation(plan: Plan): ReadonlyMap<Id, Delegation> {
  const drafts = new Map<Id, Draft>();
  const of = (id: Id): Draft => {
    let draft = drafts.get(id);
    if (!draft) {
      draft = { waitingOn: [], toAnswer: [], declined: [], asked: [], told: [] };
      drafts.set(id, draft);
    }
    return draft;
  };
  for (const node of outlineOf(plan).inOrder) {
    if (node.item.kind !== "task") continue;
    const { consultedIds, informedIds, handovers, status } = node.item;
    if (status !== "cancelled") for (const id of informedIds) of(id).told.push(node);
    if (isFinished(node)) continue;
    for (const id of consultedIds) of(id).asked.push(node);
    for (const handover of handovers) {
      const handed = { node, handover };
      if (handover.state === "declined") of(handover.byId).declined.push(handed);
      else of(handover.byId).waitingOn.push(handed);
      if (handover.state === "handed") of(handover.toId).toAnswer.push(handed);
    }
  }
  return drafts;
}

/** The hand-over that a task waits for at the end of its chain; null of declined and of finished work. */
export function handedIn(node: OutlineNode): Handed | null {
  const last = node.item.kind === "task" ? lastHandover(node.item) : null;
  return last === null || last.state === "declined" || isFinished(node) ? null : { node, handover: last };
}

/** Calendar days since it was handed over; 0 on the same day and before. */
export function daysWaited({ handover }: Handed, today: Day): number {
  return Math.max(0, daysBetween(handover.on, today));
}

/** Calendar days since the follow-up was due, 0 when it is due today; null while it is ahead or none is set. */
export function followUpDue({ handover }: Handed, today: Day): number | null {
  const { followUpOn, state } = handover;
  if (followUpOn === null || followUpOn > today || state === "declined") return null;
  return daysBetween(followUpOn, today);
}

/** What others owe somebody: follow-ups that are due first, the longest due on top, then by how long it lasts. */
export function waitingList(plan: Plan, personId: Id, today: Day): readonly Handed[] {
  const due = (handed: Handed): number => followUpDue(handed, today) ?? -1;
  return [...delegationOf(plan, personId).waitingOn].sort(
    (a, b) => due(b) - due(a) || daysWaited(b, today) - daysWaited(a, today),
  );
}

/** Why something is on somebody's list of what to do now. */
export type NowKind = "answer" | "declined" | "receiver-gone" | "follow-up" | "start-routine" | "work";

export interface NowEntry {
  readonly kind: NowKind;
  readonly node: OutlineNode;
  /** Null of work that is the person's own, and of routines to start. */
  readonly handover: Handover | null;
}

/**
 * What somebody has to do now: answer what was handed to them, decide about what was declined, follow up, start the
 * routines that finished work has built, and their own work that has begun or should have. What they handed over is not on it until it needs them.
 */
export function nowList(plan: Plan, personId: Id, today: Day): readonly NowEntry[] {
  const { toAnswer, declined } = delegationOf(plan, personId);
  const waiting = waitingList(plan, personId, today);
  const entries = (kind: NowKind, list: readonly Handed[]): NowEntry[] =>
    list.map(({ node, handover }) => ({ kind, node, handover }));
  const orphaned = waiting.filter(({ handover }) => plan.people.get(handover.toId)?.deletedAt !== null);
  const due = waiting.filter((handed) => !orphaned.includes(handed) && followUpDue(handed, today) !== null);
  const handedOver = new Set(
    [...waiting, ...declined].filter(({ handover }) => handover.byId === personId).map(({ node }) => node),
  );
  const own = ownWork(plan, personId, today).filter((node) => !handedOver.has(node));
  return [
    ...entries("answer", toAnswer),
    ...entries("declined", declined),
    ...entries("receiver-gone", orphaned),
    ...entries("follow-up", due),
    ...toStart(plan, personId).map((node): NowEntry => ({ kind: "start-routine", node, handover: null })),
    ...own.map((node): NowEntry => ({ kind: "work", node, handover: null })),
  ];
}

/** Tasks the person does, or answers for while nobody does them, and milestones that should be reached by today. */
function ownWork(plan: Plan, personId: Id, today: Day): readonly OutlineNode[] {
  const { does, answersFor, owns } = listOf(plan, personId);
  const undone = answersFor.filter(({ item }) => item.kind === "task" && item.assignments.length === 0);
  const tasks = [...does, ...undone].filter((node) => !node.isGroup && isUnderWay(node, today));
  const milestones = owns.filter((node) => !isFinished(node) && node.finish !== null && node.finish <= today);
  return [...tasks, ...milestones].sort(byFinish);
}

function isUnderWay(node: OutlineNode, today: Day): boolean {
  if (isFinished(node)) return false;
  const status = statusOf(node);
  return (status !== null && status !== "not-started") || (node.start !== null && node.start <= today);
}

function byFinish(a: OutlineNode, b: OutlineNode): number {
  const [x, y] = [a.finish ?? "", b.finish ?? ""];
  return x < y ? -1 : x > y ? 1 : 0;
}
