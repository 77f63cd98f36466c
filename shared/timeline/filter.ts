/** Which items of a plan a filter leaves on the timeline. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate, isFinished, statusOf } from "#shared/domain/standing.ts";

export const FILTER_STATUSES = [
  "open",
  "late",
  "not-started",
  "in-progress",
  "waiting",
  "blocked",
  "at-risk",
  "off-track",
  "done",
  "cancelled",
] as const;
export type FilterStatus = (typeof FILTER_STATUSES)[number];

/** In the place of a person: open work that nobody does, answers for or owns yet. */
export const NOBODY = "nobody";

/** Within a list any of it will do; of the lists that name something, all must hold. */
export interface ItemFilter {
  /** Who does it, answers for it or owns it; `NOBODY` among them. */
  readonly people: readonly Id[];
  readonly stages: readonly Id[];
  readonly statuses: readonly FilterStatus[];
  readonly criticalOnly: boolean;
}

export const NO_FILTER: ItemFilter = { people: [], stages: [], statuses: [], criticalOnly: false };

export function isFiltering({ people, stages, statuses, criticalOnly }: ItemFilter): boolean {
  return criticalOnly || people.length + stages.length + statuses.length > 0;
}

/** The filter without people and stages that the plan no longer has. */
export function liveFilter(plan: Plan, filter: ItemFilter): ItemFilter {
  const people = filter.people.filter((id) => id === NOBODY || plan.people.has(id));
  const stages = filter.stages.filter((id) => plan.stages.get(id)?.deletedAt === null);
  const same = people.length === filter.people.length && stages.length === filter.stages.length;
  return same ? filter : { ...filter, people, stages };
}

export interface FilterTerms {
  readonly today: Day;
  /** What is on the critical path; asked only where the filter does. */
  readonly critical: ReadonlySet<Id>;
  /** Shown although they do not match, such as what was just added. */
  readonly kept?: readonly Id[];
}

export interface Filtered {
  readonly matches: ReadonlySet<Id>;
  /** What matches or is kept, and whatever holds it. */
  readonly shown: ReadonlySet<Id>;
  /** How many milestones and tasks match, of how many; stages are not counted. */
  readonly count: number;
  readonly total: number;
}

/** Holds the whole plan against the filter; O(items). */
export function filterItems(plan: Plan, filter: ItemFilter, terms: FilterTerms): Filtered {
  const { inOrder, byId } = outlineOf(plan);
  const matches = new Set<Id>();
  const shown = new Set<Id>();
  const show = (node: OutlineNode): void => {
    for (let up: OutlineNode | null = node; up && !shown.has(up.item.id); up = up.parent)
      shown.add(up.item.id);
  };
  let [count, total] = [0, 0];
  for (const node of inOrder) {
    const isStage = node.item.kind === "stage";
    if (!isStage) total++;
    if (!passes(node, filter, terms)) continue;
    if (!isStage) count++;
    matches.add(node.item.id);
    show(node);
  }
  for (const id of terms.kept ?? []) {
    const node = byId.get(id);
    if (node) show(node);
  }
  return { matches, shown, count, total };
}

function passes(node: OutlineNode, filter: ItemFilter, { today, critical }: FilterTerms): boolean {
  const { people, stages, statuses, criticalOnly } = filter;
  if (stages.length > 0 && !stages.includes(node.stageId)) return false;
  if (criticalOnly && !critical.has(node.item.id)) return false;
  // A stage has neither people nor a status of its own: it stands for what it holds.
  if (node.item.kind === "stage") return people.length + statuses.length === 0 && !criticalOnly;
  if (people.length > 0 && !people.some((id) => isNamed(node, id))) return false;
  return statuses.length === 0 || statuses.some((status) => stands(node, status, today));
}

function isNamed(node: OutlineNode, id: Id): boolean {
  const { item } = node;
  if (id === NOBODY) return lacksName(node);
  if (item.kind === "milestone") return item.ownerId === id;
  if (item.kind !== "task") return false;
  return item.accountableId === id || item.assignments.some(({ personId }) => personId === id);
}

/** As the people page counts it: work that is over needs nobody, and a group's is done inside. */
function lacksName(node: OutlineNode): boolean {
  const { item } = node;
  if (node.isGroup || isFinished(node)) return false;
  if (item.kind === "milestone") return item.ownerId === null;
  return item.kind === "task" && (item.accountableId === null || item.assignments.length === 0);
}

function stands(node: OutlineNode, status: FilterStatus, today: Day): boolean {
  const { item } = node;
  if (status === "open") return !isFinished(node);
  if (status === "late") return daysLate(node, today) > 0;
  if (status === "at-risk" || status === "off-track") {
    return item.kind === "milestone" && item.health === status && !isFinished(node);
  }
  if (item.kind === "milestone") return status === "done" && isFinished(node);
  return statusOf(node) === status;
}
