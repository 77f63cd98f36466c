/** Decisions that were recorded, under the matters they fall in. */
import { formatDay } from "./day.ts";
import type { Decision } from "./decision.ts";
import type { DecisionRight } from "./decisionRight.ts";
import { type Company, mayDecide, ownReach } from "./decisions.ts";
import { ceoName, limitWords, matterName, rightSentence } from "./decisionWords.ts";
import type { Id } from "./fields.ts";
import { moneyWords } from "./money.ts";
import type { Plan } from "./plan.ts";
import { capital, isBlank, lowered } from "./words.ts";

export interface RecordedDecision {
  readonly decision: Decision;
  /** Why it lay outside of the right of whoever decided, and nobody with the right agreed since; null when it is sound. */
  readonly problem: string | null;
}

/** Proposed and accepted decisions about a matter, those outside of a right first, then the latest. */
export function recordsUnder(plan: Plan, right: DecisionRight): readonly RecordedDecision[] {
  return [...plan.decisions.values()]
    .filter(({ decisionRightId, deletedAt, state }) => {
      return decisionRightId === right.id && deletedAt === null && state !== "rejected";
    })
    .map((decision) => ({ decision, problem: recordProblem(plan, right, decision) }))
    .sort(
      (a, b) =>
        Number(b.problem !== null) - Number(a.problem !== null) ||
        (b.decision.decidedOn ?? "9").localeCompare(a.decision.decidedOn ?? "9"),
    );
}

/**
 * What is wrong with a decision that was taken: whoever decided had no right to, alone or with the CEO, and nobody who
 * had it agreed afterwards. Null for one that is only proposed.
 */
export function recordProblem(company: Decided, right: DecisionRight, decision: Decision): string | null {
  const { state, decidedById, ratifiedById, amount } = decision;
  if (state !== "accepted" || decidedById === null) return null;
  if (mightDecide(company, right, decision, decidedById)) return null;
  if (ratifiedById !== null && mightDecide(company, right, decision, ratifiedById)) return null;
  const { currency } = company.roadmap;
  const who = company.people.get(decidedById)?.name.trim() || "Somebody without a name";
  const what = isBlank(decision.name) ? "a decision without a name" : `“${decision.name.trim()}”`;
  const commits = amount === null ? "" : ` and committed ${moneyWords(amount, currency)}`;
  const limit = limitWords(right, currency);
  const isHolders = !right.isReserved && right.holderId === decidedById && right.level >= 4;
  const rule = isHolders
    ? `${who} decides about ${matterName(right)} ${limit}`
    : `${who} does not decide about ${matterName(right)}`;
  return `${who} decided ${what}${commits}, but ${rule}; ${ceoName(company)} has not agreed yet.`;
}

type Decided = Company & Pick<Plan, "tasks">;

/**
 * Whether somebody might decide it, by their own right or as it was handed to them with a task that the decision
 * touches. Somebody who has left since was there when it was decided.
 */
function mightDecide(company: Decided, right: DecisionRight, decision: Decision, personId: Id): boolean {
  const then = withPersonHere(company, personId);
  if (ownReach(then, right, personId, decision.amount) > 0) return true;
  return decision.itemIds.some((id) => {
    const task = company.tasks.get(id);
    if (task?.decisionRightId !== right.id) return false;
    return mayDecide(then, right, { ...task, amount: decision.amount ?? task.amount }, personId);
  });
}

function withPersonHere<T extends Company>(company: T, personId: Id): T {
  const person = company.people.get(personId);
  if (!person || person.deletedAt === null) return company;
  return { ...company, people: new Map(company.people).set(personId, { ...person, deletedAt: null }) };
}

/**
 * How a decision stands to the map of who decides, as the map is now. `unchecked`: no matter or nobody is named, so
 * there is nothing to hold it against. `agreed`: it lay outside, and somebody with the right agreed afterwards.
 */
export interface RightStanding {
  readonly kind: "unchecked" | "inside" | "outside" | "agreed";
  /** What it is and why, for whoever reads the record. */
  readonly sentence: string;
}

export function rightStanding(plan: Plan, decision: Decision): RightStanding {
  const right = plan.decisionRights.get(decision.decisionRightId ?? "");
  if (right?.deletedAt !== null)
    return {
      kind: "unchecked",
      sentence: "Say which matter it is about, and it is checked who may decide it.",
    };
  const { decidedById, ratifiedById, ratifiedOn } = decision;
  const rule = [
    rightSentence(plan, right),
    right.isReserved ? "" : capital(limitWords(right, plan.roadmap.currency)),
  ];
  const rules = rule.filter(Boolean).map(fullStop).join(" ");
  if (decidedById === null) return { kind: "unchecked", sentence: `Say who decides. ${rules}` };
  const who = nameOf(plan, decidedById);
  if (decidedById === plan.roadmap.ceoId)
    return { kind: "inside", sentence: `${who} may decide this: the CEO may decide everything.` };
  if (mightDecide(plan, right, decision, decidedById))
    return { kind: "inside", sentence: `${who} may decide this. ${rules}` };
  const why = whyOutside(plan, right, decision, who);
  if (ratifiedById !== null && mightDecide(plan, right, decision, ratifiedById)) {
    const on = ratifiedOn === null ? "" : ` on ${formatDay(ratifiedOn)}`;
    return { kind: "agreed", sentence: `${why} ${nameOf(plan, ratifiedById)} agreed${on}.` };
  }
  return { kind: "outside", sentence: why };
}

function whyOutside(
  plan: Plan,
  right: DecisionRight,
  { amount, decidedById }: Decision,
  who: string,
): string {
  const { currency } = plan.roadmap;
  const isHolders = !right.isReserved && right.holderId === decidedById && right.level >= 4;
  if (isHolders && right.ceiling !== null && (amount ?? 0) > right.ceiling) {
    const commits = moneyWords(amount ?? 0, currency);
    return `More than ${who} may decide: ${who} decides about ${matterName(right)} ${limitWords(right, currency)}, and this commits ${commits}.`;
  }
  return `Not ${who}’s to decide: ${fullStop(lower(rightSentence(plan, right)))}`;
}

function nameOf({ people }: Company, id: Id): string {
  return people.get(id)?.name.trim() || "Somebody without a name";
}

function fullStop(sentence: string): string {
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

/** Behind a colon; what begins with a name stays as it is. */
function lower(sentence: string): string {
  return /^(Only|Nobody|Nothing)\b/.test(sentence) ? lowered(sentence) : sentence;
}
