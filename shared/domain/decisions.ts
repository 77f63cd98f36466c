/**
 * Who may decide what a task decides, and whether those who are about to decide are inside their right.
 *
 * - The CEO may decide about everything; about a reserved matter nobody else may, whatever was handed over.
 * - The holder of a matter may as far as its level goes and up to and including its ceiling: alone from level 5,
 *   together with the CEO at level 4, not at all below. A matter without a holder (or with one in the bin) is the CEO's.
 * - Anybody else may have it by hand-overs that were acknowledged and begin with the CEO or the holder. What is handed
 *   on is never more than whoever hands it on has: not further, not above their ceiling.
 * - Work handed over below level 5 leaves the decision where it was: the receiver does it, and is no trespasser.
 */
import type { Day } from "./day.ts";
import type { DecisionRight } from "./decisionRight.ts";
import { decisionSentence } from "./decisionWords.ts";
import type { Id } from "./fields.ts";
import { type DecisionLevel, deciderAt, type Handover, keptBackBy, lastHandover } from "./handover.ts";
import { compareOrder, type OutlineNode, outlineOf } from "./outline.ts";
import type { Plan } from "./plan.ts";
import { isFinished } from "./standing.ts";
import type { Task } from "./task.ts";

/** How far somebody's say goes: not at all, only together with somebody who has more, alone. */
export type Reach = 0 | 1 | 2;

interface Say {
  readonly reach: 1 | 2;
  /** The most it reaches up to; Infinity without a limit. */
  readonly upTo: number;
}

/**
 * Why a decision is outside. `nobody`: nobody answers for it. `answerer-gone`: who does lies in the bin. `no-ceo`,
 * `ceo-gone`: it is the CEO's, and there is none. `reserved`: only the CEO's. `no-holder`, `holder-gone`: nobody was
 * given the matter. `level`: the holder may not decide alone or with the CEO. `ceiling`: it commits too much.
 * `not-theirs`: it was not handed to them. `given-away`: handed over further than whoever does may decide.
 */
export type FindingKind =
  | "nobody"
  | "answerer-gone"
  | "no-ceo"
  | "ceo-gone"
  | "reserved"
  | "no-holder"
  | "holder-gone"
  | "level"
  | "ceiling"
  | "not-theirs"
  | "given-away";

export interface DecisionFinding {
  readonly kind: FindingKind;
  readonly taskId: Id;
  readonly rightId: Id;
  /** Whom it is about; null when nobody answers for the task. */
  readonly personId: Id | null;
  /** The hand-over that goes too far; only of `given-away`. */
  readonly handover: Handover | null;
  /** What is wrong, naming people, matter, amount and limit. */
  readonly sentence: string;
}

/** What the rules look at: the people, and who of them is CEO. */
export type Company = Pick<Plan, "roadmap" | "people">;

export function isHere({ people }: Company, id: Id | null): id is Id {
  return id !== null && people.get(id)?.deletedAt === null;
}

/** The reach that a level gives to whoever holds the matter or receives the work. */
function reachAt(level: DecisionLevel): Reach {
  const decider = deciderAt(level);
  return decider === "hander" ? 0 : decider === "both" ? 1 : 2;
}

/** What somebody may decide about a matter by themselves, before anything is handed over. */
function ownSays(company: Company, right: DecisionRight, personId: Id): readonly Say[] {
  const { ceoId } = company.roadmap;
  if (!isHere(company, personId)) return [];
  if (personId === ceoId) return [{ reach: 2, upTo: Number.POSITIVE_INFINITY }];
  const reach = reachAt(right.level);
  if (right.isReserved || personId !== right.holderId || reach === 0) return [];
  // Deciding together takes both.
  if (reach === 1 && !isHere(company, ceoId)) return [];
  return [{ reach, upTo: right.ceiling ?? Number.POSITIVE_INFINITY }];
}

/** What one link of a chain passes on of what its giver may decide. */
function passedOn(right: DecisionRight, says: readonly Say[], level: DecisionLevel): readonly Say[] {
  const reach = reachAt(level);
  if (right.isReserved || reach === 0) return [];
  return says.map((say) => (reach < say.reach ? { ...say, reach: 1 } : say));
}

function reachOf(says: readonly Say[], amount: number): Reach {
  return Math.max(0, ...says.filter(({ upTo }) => amount <= upTo).map(({ reach }) => reach)) as Reach;
}

/** Whether somebody may decide what a task decides, alone or with others, by their right or as it was handed to them. */
export function mayDecide(company: Company, right: DecisionRight, task: Task, personId: Id): boolean {
  return reachOf(saysInChain(company, right, task)(personId), task.amount ?? 0) > 0;
}

/** Who answers for a task: as said, or whoever is about to hand over what nobody answers for. */
export function answererOf(task: Task): Id | null {
  return task.accountableId ?? lastHandover(task)?.byId ?? null;
}

/** The hand-overs that brought a task to whoever answers for it. */
function takenChain(task: Task): readonly Handover[] {
  const taken = task.handovers.filter(({ state }) => state === "acknowledged");
  const at = taken.findLastIndex(({ toId }) => toId === answererOf(task));
  return taken.slice(0, at + 1);
}

/** Who is about to decide, by what was handed over: a level from 5 moves the decision, 4 shares it, less keeps it. */
export function decidersOf(task: Task): readonly Id[] {
  const chain = takenChain(task);
  const answerer = answererOf(task);
  if (answerer === null) return [];
  let deciders: readonly Id[] = [chain[0]?.byId ?? answerer];
  for (const { byId, toId, level } of chain) {
    if (!deciders.includes(byId)) continue;
    const reach = reachAt(level);
    if (reach === 2) deciders = [...deciders.filter((id) => id !== byId), toId];
    if (reach === 1) deciders = [...deciders, toId];
  }
  return deciders;
}

/** The task as it will be once a hand-over that is about to be made is acknowledged. */
export function ifHanded(task: Task, next: Pick<Handover, "byId" | "toId" | "level">): Task {
  const taken = task.handovers.filter(({ state }) => state === "acknowledged");
  const link: Handover = { ...next, on: task.start, state: "acknowledged", reason: "", followUpOn: null };
  return { ...task, accountableId: next.toId, handovers: [...taken, link] };
}

/** What everybody in the chain may decide, with what was passed on to them. */
function saysInChain(company: Company, right: DecisionRight, task: Task): (id: Id) => readonly Say[] {
  const passed = new Map<Id, readonly Say[]>();
  const says = (id: Id): readonly Say[] => [...ownSays(company, right, id), ...(passed.get(id) ?? [])];
  const chain = takenChain(task);
  const pending = lastHandover(task);
  const links = pending?.state === "handed" ? [...chain, pending] : chain;
  for (const { byId, toId, level } of links) passed.set(toId, passedOn(right, says(byId), level));
  return says;
}

/** Whether those who are about to decide what a task decides may; null when they do. */
export function decisionFinding(company: Company, right: DecisionRight, task: Task): DecisionFinding | null {
  const found = judge(company, right, task);
  if (found === null) return null;
  const { kind, personId, handover = null } = found;
  const sentence = decisionSentence(company, right, task, kind, personId, handover);
  return { kind, taskId: task.id, rightId: right.id, personId, handover, sentence };
}

interface Found {
  readonly kind: FindingKind;
  readonly personId: Id | null;
  readonly handover?: Handover;
}

function judge(company: Company, right: DecisionRight, task: Task): Found | null {
  const answerer = answererOf(task);
  if (answerer === null) return { kind: "nobody", personId: null };
  const amount = task.amount ?? 0;
  const says = saysInChain(company, right, task);
  const deciders = decidersOf(task);
  const outside = deciders.filter((id) => reachOf(says(id), amount) === 0);
  // Where several decide together, one with the right is enough; what is reserved is shared with nobody.
  if (outside.length === deciders.length || (right.isReserved && outside.length > 0)) {
    const decider = outside.at(-1) ?? answerer;
    return { kind: whyOutside(company, right, task, decider), personId: decider };
  }
  const handover = givenAway(company, right, task, says);
  return handover ? { kind: "given-away", personId: handover.byId, handover } : null;
}

/** The first hand-over that gives away more than whoever hands it over may give. */
function givenAway(
  company: Company,
  right: DecisionRight,
  task: Task,
  says: (id: Id) => readonly Say[],
): Handover | null {
  const amount = task.amount ?? 0;
  const goesTooFar = (link: Handover, at: number): boolean => {
    if (link.state === "declined") return false;
    if (keptBackBy(task.handovers, at)) return true;
    const own = reachOf(ownSays(company, right, link.toId), amount);
    const given = right.isReserved ? 0 : reachOf(says(link.byId), amount);
    return reachAt(link.level) > Math.max(own, given);
  };
  return task.handovers.find(goesTooFar) ?? null;
}

function whyOutside(company: Company, right: DecisionRight, task: Task, decider: Id): FindingKind {
  const { ceoId } = company.roadmap;
  if (!isHere(company, decider)) return decider === ceoId ? "ceo-gone" : "answerer-gone";
  if (takesCeo(company, right, task)) {
    if (ceoId === null) return "no-ceo";
    if (!isHere(company, ceoId)) return "ceo-gone";
  }
  if (right.isReserved) return "reserved";
  if (right.holderId === null) return "no-holder";
  if (!isHere(company, right.holderId)) return "holder-gone";
  if (reachAt(right.level) === 0) return "level";
  const isTheirs = [decider, ...takenChain(task).map(({ byId }) => byId)].includes(right.holderId);
  return isTheirs && isOverCeiling(right, task) ? "ceiling" : "not-theirs";
}

export function isOverCeiling({ ceiling }: DecisionRight, { amount }: Pick<Task, "amount">): boolean {
  return ceiling !== null && (amount ?? 0) > ceiling;
}

/** Whether nobody but the CEO, or nobody without the CEO, may decide it. */
export function takesCeo(company: Company, right: DecisionRight, task: Pick<Task, "amount">): boolean {
  const { holderId } = right;
  return (
    right.isReserved || !isHere(company, holderId) || isOverCeiling(right, task) || reachAt(right.level) < 2
  );
}

export interface Decisions {
  /** Open tasks by matter, those outside the right first, otherwise in the order of the outline. */
  readonly byRight: ReadonlyMap<Id, readonly OutlineNode[]>;
  /** What is outside, by task, in the order of the outline. */
  readonly outside: ReadonlyMap<Id, DecisionFinding>;
}

const NONE: Decisions = { byRight: new Map(), outside: new Map() };
const known = new WeakMap<Plan, Decisions>();

/** Every open task that decides about a matter, and what is outside of anybody's right. */
export function decisionsOf(plan: Plan): Decisions {
  if (plan.decisionRights.size === 0) return NONE;
  let decisions = known.get(plan);
  if (!decisions) {
    decisions = buildDecisions(plan);
    known.set(plan, decisions);
  }
  return decisions;
}

function buildDecisions(plan: Plan): Decisions {
  const byRight = new Map<Id, OutlineNode[]>();
  const outside = new Map<Id, DecisionFinding>();
  for (const node of outlineOf(plan).inOrder) {
    const { item } = node;
    if (item.kind !== "task" || item.decisionRightId === null || isFinished(node)) continue;
    const right = plan.decisionRights.get(item.decisionRightId);
    if (!right || right.deletedAt !== null) continue;
    const nodes = byRight.get(right.id);
    if (nodes) nodes.push(node);
    else byRight.set(right.id, [node]);
    const finding = decisionFinding(plan, right, item);
    if (finding) outside.set(item.id, finding);
  }
  for (const nodes of byRight.values())
    nodes.sort((a, b) => Number(outside.has(b.item.id)) - Number(outside.has(a.item.id)));
  return { byRight, outside };
}

/** Matters not in the bin, in their own order. */
export function liveRights(plan: Plan): readonly DecisionRight[] {
  return [...plan.decisionRights.values()].filter((right) => right.deletedAt === null).sort(compareOrder);
}

/** Whether the day to look again at a matter has come, or is past. */
export function reviewDue(
  { reviewOn }: Pick<DecisionRight, "reviewOn">,
  today: Day,
): "due" | "overdue" | null {
  if (reviewOn === null || reviewOn > today) return null;
  return reviewOn === today ? "due" : "overdue";
}

/** What the list of matters has to show: decisions outside of a right, and matters to look at again. */
export function decisionsToSee(plan: Plan, today: Day): { readonly count: number; readonly words: string } {
  const outside = decisionsOf(plan).outside.size;
  let reviews = 0;
  for (const right of plan.decisionRights.values())
    if (right.deletedAt === null && reviewDue(right, today) !== null) reviews++;
  const words = [
    outside > 0 ? `${outside} not theirs to decide` : "",
    reviews > 0 ? `${reviews} to look at again` : "",
  ];
  return { count: outside + reviews, words: words.filter(Boolean).join(", ") };
}

/** How far somebody may decide about a matter by their own right, when `amount` is committed. */
export function ownReach(company: Company, right: DecisionRight, personId: Id, amount: number | null): Reach {
  return reachOf(ownSays(company, right, personId), amount ?? 0);
}
