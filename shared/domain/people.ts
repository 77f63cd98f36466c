/** Who has what: each person's own list, worked out from the plan. */

import type { Id } from "./fields.ts";
import type { OutlineNode } from "./outline.ts";
import { compareOrder, outlineOf } from "./outline.ts";
import type { Person } from "./person.ts";
import type { Plan } from "./plan.ts";

export interface PersonalList {
  /** Tasks the person does. */
  readonly does: readonly OutlineNode[];
  /** Tasks the person answers for but somebody else does. */
  readonly answersFor: readonly OutlineNode[];
  /** Milestones the person owns. */
  readonly owns: readonly OutlineNode[];
  /** Hours of work left in the tasks the person does, by share and progress; unestimated tasks count nothing. */
  readonly hoursLeft: number;
}

const EMPTY: PersonalList = { does: [], answersFor: [], owns: [], hoursLeft: 0 };
const lists = new WeakMap<Plan, ReadonlyMap<Id, PersonalList>>();

/** People not in the bin, in their own order. */
export function livePeople(plan: Plan): Person[] {
  return [...plan.people.values()].filter((p) => p.deletedAt === null).sort(compareOrder);
}

export function listOf(plan: Plan, personId: Id): PersonalList {
  let all = lists.get(plan);
  if (!all) {
    all = buildLists(plan);
    lists.set(plan, all);
  }
  return all.get(personId) ?? EMPTY;
}

type Draft = { does: OutlineNode[]; answersFor: OutlineNode[]; owns: OutlineNode[]; hoursLeft: number };

function buildLists(plan: Plan): ReadonlyMap<Id, PersonalList> {
  const drafts = new Map<Id, Draft>();
  const draftOf = (id: Id): Draft => {
    let draft = drafts.get(id);
    if (!draft) {
      draft = { does: [], answersFor: [], owns: [], hoursLeft: 0 };
      drafts.set(id, draft);
    }
    return draft;
  };
  for (const node of outlineOf(plan).inOrder) {
    if (node.item.kind === "milestone" && node.item.ownerId !== null)
      draftOf(node.item.ownerId).owns.push(node);
    if (node.item.kind === "task") shareOut(node, draftOf);
  }
  for (const draft of drafts.values()) {
    draft.does.sort(byStart);
    draft.answersFor.sort(byStart);
    draft.owns.sort(byStart);
  }
  return drafts;
}

function shareOut(node: OutlineNode, draftOf: (id: Id) => Draft): void {
  const task = node.item;
  if (task.kind !== "task") return;
  const shares = task.assignments.reduce((sum, a) => sum + a.allocationPct, 0);
  for (const { personId, allocationPct } of task.assignments) {
    const draft = draftOf(personId);
    draft.does.push(node);
    if (task.effortHours !== null && shares > 0 && task.status !== "cancelled") {
      draft.hoursLeft += (task.effortHours * (1 - task.progressPct / 100) * allocationPct) / shares;
    }
  }
  if (task.accountableId !== null && !task.assignments.some((a) => a.personId === task.accountableId)) {
    draftOf(task.accountableId).answersFor.push(node);
  }
}

/** Earlier first; what has no date stands before all. */
export function byStart(a: OutlineNode, b: OutlineNode): number {
  const [x, y] = [a.start ?? "", b.start ?? ""];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The first of them who is in the plan and not in the bin. */
export function firstLive(plan: Plan, ids: readonly (Id | null)[]): Id | null {
  return ids.find((id) => id !== null && plan.people.get(id)?.deletedAt === null) ?? null;
}
