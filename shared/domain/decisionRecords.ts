/** Decisions that were recorded, under the matters they fall in. */
import type { Decision } from "./decision.ts";
import type { DecisionRight } from "./decisionRight.ts";
import { type Company, ownReach } from "./decisions.ts";
import { ceoName, limitWords, matterName } from "./decisionWords.ts";
import { moneyWords } from "./money.ts";
import type { Plan } from "./plan.ts";
import { isBlank } from "./words.ts";

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
export function recordProblem(company: Company, right: DecisionRight, decision: Decision): string | null {
  const { state, decidedById, ratifiedById, amount } = decision;
  if (state !== "accepted" || decidedById === null) return null;
  if (ownReach(company, right, decidedById, amount) > 0) return null;
  if (ratifiedById !== null && ownReach(company, right, ratifiedById, amount) > 0) return null;
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
