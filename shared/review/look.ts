import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import type { Look } from "./types.ts";

export function lookAt(plan: Plan, today: Day): Look {
  const { inOrder, stages } = outlineOf(plan);
  const open = inOrder.filter((node) => !isFinished(node));
  return {
    plan,
    today,
    inOrder,
    stages,
    tasks: open.filter((node) => node.item.kind === "task" && !node.isGroup),
    milestones: open.filter((node) => node.item.kind === "milestone"),
  };
}

/** `“Sign the lease”`, as it stands in a sentence. */
export function named({ item }: OutlineNode): string {
  return `“${nameOrUntitled(item.name, item.kind).trim()}”`;
}

/** Somebody's name; people without one are still somebody. */
export function personNamed({ people }: Plan, id: Id | null): string {
  const name = people.get(id ?? "")?.name ?? "";
  return isBlank(name) ? "Somebody" : name.trim();
}

/** So that what was called fine is asked again once it is twice as much: 1, 2, 3… for up to 2, 4, 8… */
export function sizeOf(amount: number): string {
  return String(Math.ceil(Math.log2(Math.max(1, amount))));
}
