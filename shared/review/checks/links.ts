/** Work that hangs on nothing, and dates that follow nothing. */
import { type Day, earliest, formatDayNear } from "#shared/domain/day.ts";
import { linksAt } from "#shared/domain/linksAt.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { hasBegun } from "#shared/domain/taskDates.ts";
import { lineOfSight } from "#shared/domain/vision.ts";
import { named } from "#shared/review/look.ts";
import type { Check, Look } from "#shared/review/types.ts";

export const LINK_CHECKS: readonly Check[] = [
  {
    key: "waits-for-nothing",
    severity: "look",
    title: "It waits for nothing",
    why: "When the work before it slips, this keeps its date and nobody notices.",
    find: (look) =>
      startingFromNothing(look).map((node) => ({
        id: node.item.id,
        text: () =>
          `${named(node)} starts on ${formatDayNear(node.start as Day, look.today)} because somebody wrote that date: nothing is linked before it.`,
        fix: {
          kind: "item",
          id: node.item.id,
          field: "Add what comes first",
          label: "Link what comes before",
        },
      })),
  },
  {
    key: "leads-nowhere",
    severity: "look",
    title: "It leads to no milestone",
    why: "Work that no milestone needs is either missing its link or not needed.",
    find: ({ plan }) =>
      lineOfSight(plan).loose.map((node) => ({
        id: node.item.id,
        text: () => `${named(node)} stands in no milestone, and nothing that leads to one waits for it.`,
        fix: { kind: "item", id: node.item.id, field: "Add what follows", label: "Link what comes after" },
      })),
  },
  {
    key: "held-by-hand",
    severity: "weakens",
    title: "Its date is held by hand",
    why: "The work before it is linked, but a pinned date does not follow when that slips.",
    find: ({ plan, tasks, milestones }) =>
      [...tasks, ...milestones].flatMap((node) => {
        const before = openBefore(plan, node);
        if (before === 0 || !isPinned(node)) return [];
        return [
          {
            id: node.item.id,
            text: () =>
              `${named(node)} is pinned to its date, although it waits for ${before === 1 ? "open work" : `${before} items of open work`}.`,
            fix: { kind: "unpin", id: node.item.id, label: "Unpin" } as const,
          },
        ];
      }),
  },
];

/** Open work that has not begun, past the first day of what is planned in its stage, with nothing linked before it. */
function startingFromNothing({ plan, tasks, stages }: Look): readonly OutlineNode[] {
  const first = earliest(stages.flatMap(({ spanStart }) => spanStart ?? []));
  const firstOfStage = new Map(stages.map((stage) => [stage.item.id, stage.spanStart]));
  return tasks.filter((node) => {
    const { item, start, stageId } = node;
    if (item.kind !== "task" || hasBegun(item) || start === null || start === first) return false;
    if (start === firstOfStage.get(stageId)) return false;
    return !hasBefore(plan, node);
  });
}

/** A link to what holds it counts: it waits along with the whole. */
function hasBefore(plan: Plan, node: OutlineNode): boolean {
  const { byId } = outlineOf(plan);
  for (let up: OutlineNode | null = node; up; up = up.parent) {
    const id = up.item.id;
    if (linksAt(plan.dependencies, id).some((link) => link.toId === id && byId.has(link.fromId))) return true;
  }
  return false;
}

function openBefore(plan: Plan, { item: { id } }: OutlineNode): number {
  const { byId } = outlineOf(plan);
  return linksAt(plan.dependencies, id).filter((link) => {
    const from = link.toId === id ? byId.get(link.fromId) : undefined;
    return from !== undefined && !isFinished(from);
  }).length;
}

function isPinned({ item }: OutlineNode): boolean {
  return item.kind !== "stage" && item.isPinned;
}
