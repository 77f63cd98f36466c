/** For analysis alone, a milestone waits for the tasks it holds as well as for its links. */
import { outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ScheduleInput, ScheduleLink } from "./input.ts";

export function withTasksOfMilestones(plan: Plan, input: ScheduleInput): ScheduleInput {
  const known = new Set(input.activities.map(({ id }) => id));
  const links: ScheduleLink[] = [];
  for (const node of outlineOf(plan).inOrder) {
    if (node.item.kind !== "milestone" || node.children.length === 0) continue;
    for (const { item } of subtreeOf(node)) {
      if (item !== node.item && known.has(item.id))
        links.push({
          from: item.id,
          to: node.item.id,
          type: "FS",
          lag: 0,
          lagKind: "working",
          rule: "never",
        });
    }
  }
  return links.length > 0 ? { ...input, links: [...input.links, ...links] } : input;
}
