/** What became of an item that stood in the plan then and stands in it now. */
import type { ItemComparison } from "#shared/domain/compare.ts";
import { VERDICT_WORDS } from "#shared/domain/gateWords.ts";
import type { Handover } from "#shared/domain/handover.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { Stage } from "#shared/domain/stage.ts";
import type { Task } from "#shared/domain/task.ts";
import { count, durationWords, HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";
import { dayWords, type Facts, moveOf, peopleWords, personWords, quotedItem, shortName } from "./facts.ts";
import { linkSays } from "./linkSays.ts";
import { movedSaid } from "./moveWords.ts";
import { isSame } from "./net.ts";
import { checklistSays, noteSays } from "./noteSays.ts";
import { SAID_KINDS, type Said, type SaidKind } from "./types.ts";

/** In the order of SAID_KINDS. Dates and progress of stages and groups follow from what they hold and are not said. */
export function itemSays(facts: Facts, comparison: ItemComparison): readonly Said[] {
  const { node } = comparison;
  const { item } = node;
  const rollsUp = item.kind === "stage" || node.isGroup;
  const says = [
    ...(rollsUp ? [] : progressSays(facts, comparison)),
    ...(!rollsUp && comparison.changes.includes("moved") ? [movedSaid(moveOf(comparison), facts.today)] : []),
    ...ownerSays(facts, comparison),
    ...placeSays(facts, comparison),
    ...rowSays(facts, comparison),
    ...linkSays(facts, item.id),
  ];
  return inOrder(says);
}

export function inOrder(says: readonly Said[]): readonly Said[] {
  const rank = (kind: SaidKind): number => SAID_KINDS.indexOf(kind);
  return [...says].sort((a, b) => rank(a.kind) - rank(b.kind));
}

export function said(kind: SaidKind, words: string): Said {
  return { kind, words };
}

function progressSays(facts: Facts, { node, changes }: ItemComparison): Said[] {
  const { item, finish } = node;
  if (changes.includes("dropped")) return [said("dropped", "cancelled")];
  if (changes.includes("finished"))
    return [said("done", `${item.kind === "milestone" ? "reached" : "done"} ${dayWords(facts, finish)}`)];
  return changes.includes("reopened") ? [said("reopened", "opened again")] : [];
}

/** Who answers for a task, or owns a milestone. A baseline from before that was frozen says nothing. */
function ownerSays(facts: Facts, { was, node }: ItemComparison): Said[] {
  const { item } = node;
  if (item.kind === "stage" || (was.ownerId === null && !knowsOwners(facts))) return [];
  const id = item.kind === "task" ? item.accountableId : item.ownerId;
  if (id === was.ownerId) return [];
  const verb = item.kind === "task" ? "answers for it" : "owns it";
  const now = `${id === null ? "Nobody" : personWords(facts, id)} ${verb}`;
  return [said("reassigned", `${now}, was ${personWords(facts, was.ownerId)}`)];
}

function knowsOwners({ before, comparison }: Facts): boolean {
  return before !== null || comparison.baseline.items.some(({ ownerId }) => ownerId !== null);
}

function placeSays(facts: Facts, { was, node, changes }: ItemComparison): Said[] {
  const says: Said[] = [];
  if (changes.includes("renamed"))
    says.push(said("renamed", `was called “${shortName(was.name, `Untitled ${was.kind}`)}”`));
  if (changes.includes("regrouped") && node.parent && was.parentId !== null)
    says.push(
      said(
        "regrouped",
        `in ${quotedItem(facts, node.parent.item.id)} now, was in ${quotedItem(facts, was.parentId)}`,
      ),
    );
  return says;
}

/** What only the whole row tells. */
function rowSays(facts: Facts, comparison: ItemComparison): Said[] {
  const { before } = facts;
  const { item } = comparison.node;
  if (!before) return [];
  if (item.kind === "stage") {
    const was = before.stages.get(item.id);
    return [...verdictSays(facts, item), ...(was ? stageSays(was, item) : [])];
  }
  if (item.kind === "milestone") {
    const was = before.milestones.get(item.id);
    return was ? milestoneSays(facts, was, item) : [];
  }
  const was = before.tasks.get(item.id);
  return was ? taskSays(facts, comparison, was, item) : [];
}

function taskSays(facts: Facts, comparison: ItemComparison, was: Task, task: Task): Said[] {
  const handed = handoverSays(facts, was, task);
  const says = [...handed, ...promiseSays(facts, was, task)];
  // Work that was taken on is done by whoever took it on: once is enough.
  const [doer, ...others] = task.assignments;
  const isTold = handed.length > 0 && others.length === 0 && doer?.personId === task.handovers.at(-1)?.toId;
  if (!isTold) says.push(...doerSays(facts, was, task));
  says.push(...checklistSays(facts, was, task), ...noteSays(was.notes, task.notes));
  if (comparison.node.isGroup) return says;
  return [...says, ...sizeSays(comparison, was, task), ...statusSays(comparison, was, task)];
}

function doerSays(facts: Facts, was: Task, task: Task): Said[] {
  const ids = (of: Task): string[] => of.assignments.map(({ personId }) => personId);
  if (isSame([...ids(was)].sort(), [...ids(task)].sort())) return [];
  const words = `done by ${peopleWords(facts, ids(task))}, was ${peopleWords(facts, ids(was))}`;
  return [said("reassigned", words)];
}

const HANDED: Record<Handover["state"], string> = {
  handed: "handed over to",
  acknowledged: "taken on by",
  declined: "declined by",
};

function handoverSays(facts: Facts, was: Task, task: Task): Said[] {
  const [last, before] = [task.handovers.at(-1), was.handovers.at(-1)];
  if (!last) return before ? [said("handed", `taken back from ${personWords(facts, before.toId)}`)] : [];
  const isNews = !before || last.toId !== before.toId || last.on !== before.on || last.state !== before.state;
  if (!isNews) return [];
  const why = last.reason === "" ? "" : `: ${shortName(last.reason, "")}`;
  return [said("handed", `${HANDED[last.state]} ${personWords(facts, last.toId)}${why}`)];
}

function promiseSays(facts: Facts, was: Task | Milestone, item: Task | Milestone): Said[] {
  if (was.deadline === item.deadline) return [];
  if (item.deadline === null)
    return [said("promised", `no longer promised for ${dayWords(facts, was.deadline)}`)];
  const before = was.deadline === null ? "" : `, was ${dayWords(facts, was.deadline)}`;
  return [said("promised", `promised for ${dayWords(facts, item.deadline)}${before}`)];
}

/** Where the last day moved, the reason says how much longer it takes. */
function sizeSays({ changes }: ItemComparison, was: Task, task: Task): Said[] {
  const says: Said[] = [];
  if (was.durationDays !== task.durationDays && !changes.includes("moved"))
    says.push(
      said("resized", `takes ${durationWords(task.durationDays)}, was ${durationWords(was.durationDays)}`),
    );
  if (was.effortHours !== task.effortHours) {
    const hours = (n: number | null): string => (n === null ? "not estimated" : count(n, "hour"));
    says.push(said("resized", `work: ${hours(task.effortHours)}, was ${hours(was.effortHours)}`));
  }
  return says;
}

function statusSays({ changes }: ItemComparison, was: Task, task: Task): Said[] {
  const isTold = changes.some((c) => c === "finished" || c === "dropped" || c === "reopened");
  if (was.status === task.status || isTold) return [];
  if (task.status === "in-progress" && was.status === "not-started") return [said("status", "started")];
  return [
    said(
      "status",
      `${STATUS_WORDS[task.status].toLowerCase()}, was ${STATUS_WORDS[was.status].toLowerCase()}`,
    ),
  ];
}

function milestoneSays(facts: Facts, was: Milestone, milestone: Milestone): Said[] {
  const says = promiseSays(facts, was, milestone);
  if (was.health !== milestone.health) {
    const now = HEALTH_WORDS[milestone.health].toLowerCase();
    says.push(said("health", `health: ${now}, was ${HEALTH_WORDS[was.health].toLowerCase()}`));
  }
  if (!isSame(was.criteria, milestone.criteria)) says.push(said("other", criteriaWords(was, milestone)));
  return [...says, ...noteSays(was.notes, milestone.notes)];
}

function criteriaWords(was: Milestone, { criteria }: Milestone): string {
  const met = criteria.filter((c) => c.met).length;
  const tally = `${met} of ${criteria.length} acceptance criteria met`;
  return met === was.criteria.filter((c) => c.met).length && criteria.length === was.criteria.length
    ? "acceptance criteria reworded"
    : tally;
}

/** What was decided at its gate since. */
function verdictSays(facts: Facts, { id }: Stage): Said[] {
  return [...facts.plan.gateDecisions.values()]
    .filter((decision) => decision.stageId === id && !facts.before?.gateDecisions.has(decision.id))
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .map(({ verdict, on, signedById }) => {
      const by = signedById === null ? "" : `, signed by ${personWords(facts, signedById)}`;
      return said("gate", `gate: ${VERDICT_WORDS[verdict].toLowerCase()} on ${dayWords(facts, on)}${by}`);
    });
}

function stageSays(was: Stage, stage: Stage): Said[] {
  const says: Said[] = [];
  if (was.goal !== stage.goal) says.push(said("other", "its goal was reworded"));
  says.push(...noteSays(was.notes, stage.notes));
  if (isSame(was.gateCriteria, stage.gateCriteria)) return says;
  const known = new Set(was.gateCriteria.map(({ id }) => id));
  const met = (of: Stage): number => of.gateCriteria.filter(({ isMet }) => isMet).length;
  const added = stage.gateCriteria.filter(({ id }) => !known.has(id)).length;
  const removed = was.gateCriteria.length - (stage.gateCriteria.length - added);
  const parts = [
    ...(added > 0 ? [`${count(added, "exit criterion", "exit criteria")} added`] : []),
    ...(removed > 0 ? [`${count(removed, "exit criterion", "exit criteria")} removed`] : []),
    ...(met(was) !== met(stage) ? [`${met(stage)} of ${stage.gateCriteria.length} exit criteria met`] : []),
  ];
  says.push(said("gate", parts.join(", ") || "exit criteria or their evidence changed"));
  return says;
}
