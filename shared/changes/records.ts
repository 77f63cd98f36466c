/** The lines of issues and of decisions that were recorded. */
import type { Decision } from "#shared/domain/decision.ts";
import { byTime, chainsOf, type DecisionStanding } from "#shared/domain/decisionChain.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { dayWords, type Facts, personWords, quotedItem, shortName } from "./facts.ts";
import { inOrder, said } from "./itemSays.ts";
import { isSame } from "./net.ts";
import { noteSays } from "./noteSays.ts";
import type { ChangeLine, Said } from "./types.ts";

const UNTITLED = { issue: "Untitled issue", decision: "Untitled decision" } as const;

/** Nothing against a baseline, which holds none of these. Issues by rank, then decisions by their day. */
export function recordLines(facts: Facts): ChangeLine[] {
  const { before, plan } = facts;
  if (!before) return [];
  return [
    ...linesOf(before.issues, plan.issues, compareOrder, (was, is) => issueSays(facts, was, is)),
    ...linesOf(before.decisions, plan.decisions, byTime, (was, is) => decisionSays(facts, before, was, is)),
  ];
}

/** Rows that lie in the bin, or are gone for good, are told as null. */
type SaysOf<T> = (was: T | null, is: T | null) => Said[];

function linesOf<T extends Issue | Decision>(
  was: ReadonlyMap<Id, T>,
  is: ReadonlyMap<Id, T>,
  compare: (a: T, b: T) => number,
  saysOf: SaysOf<T>,
): ChangeLine[] {
  if (was === is) return [];
  const rows = [...is.values(), ...[...was.values()].filter(({ id }) => !is.has(id))].sort(compare);
  return rows.flatMap((row) => {
    const now = is.get(row.id);
    const says = cameOrWent(was.get(row.id), now) ?? saysOf(living(was.get(row.id)), living(now));
    return says.length === 0 ? [] : [lineOf(row, inOrder(says), now)];
  });
}

function living<T extends Issue | Decision>(row: T | undefined): T | null {
  return row?.deletedAt === null ? row : null;
}

/** Null for a row that stands in the plan now and did not lie in the bin before. */
function cameOrWent(was: Issue | Decision | undefined, is: Issue | Decision | undefined): Said[] | null {
  if (is?.deletedAt === null)
    return was && was.deletedAt !== null ? [said("restored", "restored from the bin")] : null;
  return was?.deletedAt === null ? [said("deleted", is ? "deleted" : "deleted for good")] : [];
}

function lineOf(row: Issue | Decision, says: readonly Said[], is: Issue | Decision | undefined): ChangeLine {
  const { id, kind: rowKind } = row;
  const isLive = is?.deletedAt === null;
  const name = row.name.trim() || UNTITLED[rowKind];
  const binnedId = is && !isLive ? id : null;
  return { id, rowKind, name, says, move: null, reason: null, effectDays: 0, holds: 0, isLive, binnedId };
}

function issueSays(facts: Facts, was: Issue | null, is: Issue | null): Said[] {
  if (!is) return [];
  const says: Said[] = [];
  if (!was) says.push(raisedSaid(facts, is));
  if ((was?.state ?? "open") !== is.state || (was && !isSame(solutionOf(was), solutionOf(is))))
    says.push(settledSaid(facts, is));
  if (!was) return says;
  if (was.name !== is.name) says.push(said("renamed", `was called “${shortName(was.name, UNTITLED.issue)}”`));
  if (was.itemId !== is.itemId)
    says.push(said("other", is.itemId === null ? "about no item" : `about ${quotedItem(facts, is.itemId)}`));
  return [...says, ...noteSays(was.notes, is.notes)];
}

const solutionOf = ({ decisionId, taskId }: Issue) => ({ decisionId, taskId });

function raisedSaid(facts: Facts, { raisedOn, raisedById }: Issue): Said {
  const by = raisedById === null ? "" : ` by ${personWords(facts, raisedById)}`;
  return said("raised", `raised on ${dayWords(facts, raisedOn)}${by}`);
}

function settledSaid(facts: Facts, { state, decisionId, taskId }: Issue): Said {
  if (state === "open") return said("reopened", "stands in the way again");
  if (state === "dropped") return said("other", "dropped, not to be solved");
  if (decisionId !== null) return said("solved", `solved by deciding ${quotedDecision(facts, decisionId)}`);
  return said("solved", taskId === null ? "solved" : `solved by the task ${quotedItem(facts, taskId)}`);
}

function quotedDecision({ plan, before }: Facts, id: Id): string {
  const decision = plan.decisions.get(id) ?? before?.decisions.get(id);
  return decision ? `“${shortName(decision.name, UNTITLED.decision)}”` : "something";
}

function decisionSays(facts: Facts, before: Plan, was: Decision | null, is: Decision | null): Said[] {
  if (!is) return [];
  const stood = was ? (chainsOf(before).get(was.id)?.standing ?? null) : null;
  const says = standingSays(facts, stood, is);
  if (!was || stood === null) return says;
  if (was.name !== is.name)
    says.push(said("renamed", `was called “${shortName(was.name, UNTITLED.decision)}”`));
  if (was.ratifiedById !== is.ratifiedById) says.push(agreedSaid(facts, is));
  if (!isSame(wordingOf(was), wordingOf(is))) says.push(said("other", "its record was reworded"));
  return says;
}

const wordingOf = ({ context, options, chosenId, outcome, reason, amount }: Decision) => ({
  ...{ context, options, chosenId, outcome, reason, amount },
});

function standingSays(facts: Facts, stood: DecisionStanding | null, is: Decision): Said[] {
  const chain = chainsOf(facts.plan).get(is.id);
  if (!chain || chain.standing === stood) return [];
  const by = is.decidedById === null ? "" : ` by ${personWords(facts, is.decidedById)}`;
  const on = is.decidedOn === null ? "" : ` on ${dayWords(facts, is.decidedOn)}`;
  const instead = chain.replaces ? ` in place of ${quotedDecision(facts, chain.replaces.id)}` : "";
  const replacedBy = chain.replacedBy ? ` by ${quotedDecision(facts, chain.replacedBy.id)}` : "";
  switch (chain.standing) {
    case "proposed":
      return [said("proposed", `${stood === null ? "proposed" : "proposed again"}${instead}`)];
    case "rejected":
      return [said("decided", `rejected${on}${by}`)];
    case "in-force":
      return [said("decided", stood === "replaced" ? "in force again" : `decided${on}${by}${instead}`)];
    case "replaced": {
      const replaced = said("other", `replaced${replacedBy}`);
      return stood === "in-force" ? [replaced] : [said("decided", `decided${on}${by}`), replaced];
    }
  }
}

function agreedSaid(facts: Facts, { ratifiedById }: Decision): Said {
  const who = personWords(facts, ratifiedById);
  return said("other", ratifiedById === null ? "agreement taken back" : `${who} agreed to it`);
}
