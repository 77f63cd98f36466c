import { entitiesOf, type Plan } from "#shared/domain/plan.ts";

/**
 * Every text of a plan that may be printed: the fonts of its scripts must be there before anything is measured. What
 * sessions keep of earlier plans counts too.
 */
export function textsOf(plan: Plan): string[] {
  const found = new Set<string>();
  for (const row of entitiesOf(plan)) gather(row, found);
  return [...found];
}

function gather(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) gather(part, found);
  }
}
