import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { DECISION_LEVELS, USUAL_LEVEL } from "./handover.ts";

/** Largest amount of money that can be written, in units of the roadmap's currency. */
export const MAX_AMOUNT = 1_000_000_000_000;
/** Money in units of the roadmap's currency, or null when nobody has said. */
export const amountSchema = z.number().min(0).max(MAX_AMOUNT).nullable();

/**
 * One matter about which decisions are made (hiring, spending, pricing…): only the CEO's, or somebody else's as far
 * as `level` goes and up to `ceiling`.
 */
export const decisionRightSchema = z
  .object({
    kind: z.literal("decisionRight"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    /** The matter, in the company's words. */
    name: nameSchema,
    /** Only the CEO decides; holder, level and ceiling then mean nothing. */
    isReserved: z.boolean(),
    /** Who has the right, from the CEO; null while nobody has it, which leaves it with the CEO. */
    holderId: idSchema.nullable(),
    /** How far it goes: 1 (the CEO decides) to 7 (the holder decides alone). */
    level: z.literal(DECISION_LEVELS),
    /** The most that may be committed at once without the CEO; null where money sets no limit. */
    ceiling: amountSchema,
    /** When the pair looks at it again. */
    reviewOn: daySchema.nullable(),
    notes: textSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type DecisionRight = z.infer<typeof decisionRightSchema>;

export function createDecisionRight(
  input: Pick<DecisionRight, "id" | "roadmapId" | "order" | "name"> & Partial<DecisionRight>,
): DecisionRight {
  return {
    isReserved: false,
    holderId: null,
    level: USUAL_LEVEL,
    ceiling: null,
    reviewOn: null,
    notes: "",
    deletedAt: null,
    ...input,
    kind: "decisionRight",
  };
}
