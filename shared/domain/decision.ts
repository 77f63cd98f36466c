import { z } from "zod";
import { daySchema } from "./day.ts";
import { amountSchema } from "./decisionRight.ts";
import { deletedAtSchema, idSchema, instantSchema, nameSchema, textSchema } from "./fields.ts";

/** Superseded is not stored: a decision is superseded once an accepted one names it. */
const DECISION_STATES = ["proposed", "accepted", "rejected"] as const;

export const decisionOptionSchema = z
  .object({
    id: idSchema,
    text: nameSchema,
    /** What speaks for it and against it. */
    weighing: textSchema,
  })
  .readonly();
export type DecisionOption = z.infer<typeof decisionOptionSchema>;

/** A record of a decision: what was asked, what was weighed, what was decided and why, by whom and when. */
export const decisionSchema = z
  .object({
    kind: z.literal("decision"),
    id: idSchema,
    roadmapId: idSchema,
    /** What is decided, in a line. */
    name: nameSchema,
    context: textSchema,
    options: z.array(decisionOptionSchema).max(50).readonly(),
    /** The option that was taken, or null. */
    chosenId: idSchema.nullable(),
    /** What was decided, in words. */
    outcome: textSchema,
    reason: textSchema,
    state: z.enum(DECISION_STATES),
    decidedById: idSchema.nullable(),
    decidedOn: daySchema.nullable(),
    recordedById: idSchema.nullable(),
    recordedAt: instantSchema,
    /** The decision that this one takes the place of. */
    supersedesId: idSchema.nullable(),
    /** Stages, milestones and tasks that it touches. */
    itemIds: z.array(idSchema).max(500).readonly(),
    /** The matter it falls under, and what it commits the company to pay. */
    decisionRightId: idSchema.nullable(),
    amount: amountSchema,
    /** Who agreed afterwards, where it lay outside the right of whoever decided. */
    ratifiedById: idSchema.nullable(),
    ratifiedOn: daySchema.nullable(),
    /** The session in which it was recorded. */
    sessionId: idSchema.nullable(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Decision = z.infer<typeof decisionSchema>;

export function createDecision(
  input: Pick<Decision, "id" | "roadmapId" | "name" | "recordedAt"> & Partial<Decision>,
): Decision {
  return {
    context: "",
    options: [],
    chosenId: null,
    outcome: "",
    reason: "",
    state: "proposed",
    decidedById: null,
    decidedOn: null,
    recordedById: null,
    supersedesId: null,
    itemIds: [],
    decisionRightId: null,
    amount: null,
    ratifiedById: null,
    ratifiedOn: null,
    sessionId: null,
    deletedAt: null,
    ...input,
    kind: "decision",
  };
}
