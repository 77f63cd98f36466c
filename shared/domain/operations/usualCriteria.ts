/** What most businesses want to see at the end of each of the four standard stages. */
import type { GateCriterion } from "#shared/domain/gate.ts";

export type UsualCriterion = Pick<GateCriterion, "text" | "isMust">;

const must = (text: string): UsualCriterion => ({ text, isMust: true });
const should = (text: string): UsualCriterion => ({ text, isMust: false });

const BY_STAGE: Record<string, readonly UsualCriterion[]> = {
  idea: [
    must("At least ten likely customers have told us they have the problem"),
    must("At least three have said what they would pay"),
    must("We can say what we offer, and to whom, in one sentence"),
    must("The money lasts until the first customer"),
    should("We know what the nearest alternative costs"),
  ],
  "first customer": [
    must("Somebody outside our circle has paid the full price"),
    must("What they bought has been delivered as agreed"),
    must("They would come back, or have told somebody else"),
    should("We know what serving them cost"),
    should("How we deliver is written down"),
  ],
  "customer base": [
    must("New customers come every month without the CEO selling to each"),
    must("At least half of those who could come back have done so"),
    must("A customer brings in more than serving them costs"),
    must("The COO runs a usual week without the CEO"),
    should("No single customer is more than a fifth of what comes in"),
  ],
  scale: [
    must("The business has run a month without the CEO in daily work"),
    must("Every routine has an owner and a workflow"),
    must("What comes in has covered all costs for two quarters"),
    should("Somebody can stand in for each leader"),
  ],
};

/** Empty for a stage that is none of the standard ones, by its name. */
export function usualCriteria(stageName: string): readonly UsualCriterion[] {
  return BY_STAGE[stageName.trim().replace(/\s+/g, " ").toLocaleLowerCase()] ?? [];
}
