/** Work that nobody has. */
import { daysBetween, formatDayNear } from "#shared/domain/day.ts";
import { answererOf, isHere } from "#shared/domain/decisions.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { named, personNamed } from "#shared/review/look.ts";
import type { Check } from "#shared/review/types.ts";

/** Calendar days ahead within which somebody has to be named to do the work. */
const NEAR = 56;

export const OWNER_CHECKS: readonly Check[] = [
  {
    key: "nobody-answers",
    severity: "weakens",
    title: "Nobody answers for it",
    why: "Work that is everybody’s is done by nobody.",
    find: ({ plan, tasks, today }) =>
      tasks
        .filter((node) => !isHere(plan, answererOf(node.item as Task)))
        .map((node) => ({
          id: node.item.id,
          text: () => {
            const rest = hasDoer(plan, node) ? "" : ", and nobody does it";
            const starts = node.start === null ? "" : ` (planned for ${formatDayNear(node.start, today)})`;
            return `Nobody answers for ${named(node)}${starts}${rest}.`;
          },
          fix: {
            kind: "item",
            id: node.item.id,
            field: "Answers for it",
            label: "Choose who answers",
          },
        })),
  },
  {
    key: "nobody-does",
    severity: "look",
    title: "Nobody does it, and it is near",
    why: "Whoever answers for it has not said who does the work, so it is in nobody’s week.",
    find: ({ plan, tasks, today }) =>
      tasks
        .filter((node) => isHere(plan, answererOf(node.item as Task)) && !hasDoer(plan, node))
        .filter(({ start }) => start !== null && daysBetween(today, start) <= NEAR)
        .map((node) => ({
          id: node.item.id,
          text: () =>
            `${personNamed(plan, answererOf(node.item as Task))} answers for ${named(node)}, which is planned for ${formatDayNear(node.start as string, today)}, but nobody is named to do it.`,
          fix: { kind: "item", id: node.item.id, field: "Who does it", label: "Choose who does it" },
        })),
  },
];

function hasDoer(plan: Plan, { item }: OutlineNode): boolean {
  return item.kind === "task" && item.assignments.some(({ personId }) => isHere(plan, personId));
}
