import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, textSchema } from "./fields.ts";

export const premortemLineSchema = z.object({ id: idSchema, text: nameSchema }).readonly();

export const ASSUMPTION_OUTCOMES = ["untested", "held", "failed"] as const;
export const assumptionSchema = z
  .object({
    id: idSchema,
    text: nameSchema,
    testBy: daySchema.nullable(),
    outcome: z.enum(ASSUMPTION_OUTCOMES),
    note: textSchema,
  })
  .readonly();
/** Something that the plan takes for true. */
export type Assumption = z.infer<typeof assumptionSchema>;

const FINDING_ANSWERS = ["open", "fixed", "accepted"] as const;
export const findingSchema = z
  .object({
    id: idSchema,
    /** Which check found it. */
    check: nameSchema,
    /** The row it is about, or null. */
    itemId: idSchema.nullable(),
    /** As it was said on that day. */
    text: nameSchema,
    answer: z.enum(FINDING_ANSWERS),
    note: textSchema,
  })
  .readonly();
/** What a check of the plan's health said, and what came of it. */
export type Finding = z.infer<typeof findingSchema>;

/** A dated sheet of a look at the plan with fresh eyes. It changes nothing by itself. */
export const reviewSchema = z
  .object({
    kind: z.literal("review"),
    id: idSchema,
    roadmapId: idSchema,
    name: nameSchema,
    on: daySchema,
    byId: idSchema.nullable(),
    premortem: z.array(premortemLineSchema).max(200).readonly(),
    assumptions: z.array(assumptionSchema).max(200).readonly(),
    findings: z.array(findingSchema).max(2_000).readonly(),
    notes: textSchema,
    /** Null while it is being written. */
    closedOn: daySchema.nullable(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Review = z.infer<typeof reviewSchema>;

export function createReview(input: Pick<Review, "id" | "roadmapId" | "on"> & Partial<Review>): Review {
  return {
    name: "",
    byId: null,
    premortem: [],
    assumptions: [],
    findings: [],
    notes: "",
    closedOn: null,
    deletedAt: null,
    ...input,
    kind: "review",
  };
}
