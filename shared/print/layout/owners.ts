/** Names behind an item, people in the bin left out. */
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";

export function personName(plan: Plan, id: Id | null): string | null {
  const person = id === null ? undefined : plan.people.get(id);
  if (!person || person.deletedAt !== null) return null;
  return person.name.trim() === "" ? "Unnamed person" : person.name.trim();
}

/** Who does the work: nobody for a stage or a milestone. */
export function doersOf(plan: Plan, { item }: OutlineNode): string[] {
  if (item.kind !== "task") return [];
  return item.assignments.map((a) => personName(plan, a.personId)).filter((name) => name !== null);
}

/** Who answers for it: a milestone's owner, a task's accountable person. */
export function answererOf(plan: Plan, { item }: OutlineNode): string | null {
  if (item.kind === "stage") return null;
  return personName(plan, item.kind === "milestone" ? item.ownerId : item.accountableId);
}

/** `Founder and CEO`, or spelled out: `Chief operating officer`. */
export function saysSeat(role: string, seat: string): boolean {
  const initials = role.split(/[^\p{L}]+/u);
  const spelled = seat === "CEO" ? /chief\s+executive/i : /chief\s+operat/i;
  return initials.includes(seat) || spelled.test(role);
}
