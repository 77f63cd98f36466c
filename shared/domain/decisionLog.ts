/** The log of decisions: newest first, searched by words over everything a record says, narrowed by state, matter, person. */
import type { Decision } from "./decision.ts";
import { byTime, chainsOf, type DecisionStanding } from "./decisionChain.ts";
import { matterName } from "./decisionWords.ts";
import type { Id } from "./fields.ts";
import { itemById, type Plan } from "./plan.ts";
import { isBlank } from "./words.ts";

export interface LogFilter {
  readonly text: string;
  readonly standing: DecisionStanding | null;
  readonly matterId: Id | null;
  /** Who decided, recorded or agreed. */
  readonly personId: Id | null;
}

export const WHOLE_LOG: LogFilter = { text: "", standing: null, matterId: null, personId: null };

export const STANDING_WORDS: Record<DecisionStanding, string> = {
  proposed: "Proposed",
  "in-force": "In force",
  replaced: "Replaced",
  rejected: "Rejected",
};

export function decisionName({ name }: Pick<Decision, "name">): string {
  return isBlank(name) ? "Untitled decision" : name.trim();
}

/** Every decision that is not in the bin, the newest first. */
export function liveDecisions({ decisions }: Pick<Plan, "decisions">): readonly Decision[] {
  return [...decisions.values()].filter(({ deletedAt }) => deletedAt === null).sort((a, b) => byTime(b, a));
}

/** The log, narrowed down; every word of the text has to occur somewhere in the record. */
export function decisionLog(plan: Plan, filter: LogFilter = WHOLE_LOG): readonly Decision[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  const chains = chainsOf(plan);
  return liveDecisions(plan).filter((decision) => {
    const { id, decisionRightId, decidedById, recordedById, ratifiedById } = decision;
    if (filter.standing !== null && chains.get(id)?.standing !== filter.standing) return false;
    if (filter.matterId !== null && decisionRightId !== filter.matterId) return false;
    if (filter.personId !== null && ![decidedById, recordedById, ratifiedById].includes(filter.personId))
      return false;
    if (words.length === 0) return true;
    const text = plain(wordsOf(plan, decision));
    return words.every((word) => text.includes(word));
  });
}

/** All that a record says, names included. */
function wordsOf(plan: Plan, decision: Decision): string {
  const right = plan.decisionRights.get(decision.decisionRightId ?? "");
  const people = [decision.decidedById, decision.recordedById, decision.ratifiedById];
  return [
    decision.name,
    decision.context,
    decision.outcome,
    decision.reason,
    ...decision.options.flatMap(({ text, weighing }) => [text, weighing]),
    ...people.map((id) => plan.people.get(id ?? "")?.name ?? ""),
    right ? matterName(right) : "",
    ...decision.itemIds.map((id) => itemById(plan, id)?.name ?? ""),
  ].join("\n");
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

const touching = new WeakMap<ReadonlyMap<Id, Decision>, ReadonlyMap<Id, readonly Decision[]>>();

/** Decisions that touch an item and hold or are proposed, the newest first. */
export function decisionsTouching(plan: Plan, itemId: Id): readonly Decision[] {
  let byItem = touching.get(plan.decisions);
  if (!byItem) {
    const found = new Map<Id, Decision[]>();
    const chains = chainsOf(plan);
    for (const decision of liveDecisions(plan)) {
      const standing = chains.get(decision.id)?.standing;
      if (standing !== "in-force" && standing !== "proposed") continue;
      for (const id of new Set(decision.itemIds)) found.set(id, [...(found.get(id) ?? []), decision]);
    }
    byItem = found;
    touching.set(plan.decisions, byItem);
  }
  return byItem.get(itemId) ?? [];
}

/** Decisions somebody has to look at: proposed, or outside of a right without anybody agreeing. */
export function proposedCount(plan: Plan): number {
  let n = 0;
  for (const { state, deletedAt } of plan.decisions.values())
    if (deletedAt === null && state === "proposed") n++;
  return n;
}
