/** The reasons from an item back to the one it all hangs on, each about what drives the one before. */
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type StoredReason, whyStored } from "./whyStored.ts";

export interface ReasonStep extends StoredReason {
  readonly itemId: Id;
}

/** Longest chain that anybody reads. */
const MAX_STEPS = 200;

/**
 * The item's own reason first, then that of its driver, and so on to the origin: an item that no link drives. A group
 * as driver ends the chain, since several items in it may share the blame.
 */
export function whyChain(plan: Plan, id: Id, nameOf: (id: Id) => string): readonly ReasonStep[] {
  const steps: ReasonStep[] = [];
  const seen = new Set<Id>();
  for (let at: Id | null = id; at !== null && !seen.has(at) && steps.length < MAX_STEPS; ) {
    seen.add(at);
    const reason = whyStored(plan, at, nameOf);
    if (!reason) break;
    steps.push({ ...reason, itemId: at });
    at = reason.driver?.id ?? null;
  }
  return steps;
}
