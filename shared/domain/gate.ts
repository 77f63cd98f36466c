import { z } from "zod";
import { daySchema } from "./day.ts";
import { idSchema, instantSchema, nameSchema, textSchema } from "./fields.ts";

/** What shows that a criterion is met: a note, a number, a link, and when it was seen. */
export const evidenceSchema = z
  .object({
    id: idSchema,
    note: textSchema,
    /** A measured figure with its unit, in words: `214 pizzas a day`. */
    figure: nameSchema,
    link: z.string().max(2_000),
    on: daySchema.nullable(),
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

/** A test at the end of a stage. */
export const gateCriterionSchema = z
  .object({
    id: idSchema,
    text: nameSchema,
    /** Without it the gate stays shut; otherwise it should be met. */
    isMust: z.boolean(),
    isMet: z.boolean(),
    evidence: z.array(evidenceSchema).max(100).readonly(),
  })
  .readonly();
export type GateCriterion = z.infer<typeof gateCriterionSchema>;

export const MAX_GATE_CRITERIA = 100;

export const VERDICTS = ["go", "hold", "rework", "stop"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What the CEO decided at a stage's gate, with the criteria as they stood. The last one counts. */
export const gateDecisionSchema = z
  .object({
    kind: z.literal("gateDecision"),
    id: idSchema,
    roadmapId: idSchema,
    stageId: idSchema,
    verdict: z.enum(VERDICTS),
    on: daySchema,
    /** Tells which of two decisions of one day was the last. */
    recordedAt: instantSchema,
    signedById: idSchema.nullable(),
    note: textSchema,
    criteria: z.array(gateCriterionSchema).max(MAX_GATE_CRITERIA).readonly(),
    sessionId: idSchema.nullable(),
  })
  .readonly();
export type GateDecision = z.infer<typeof gateDecisionSchema>;

export function createGateDecision(
  input: Pick<GateDecision, "id" | "roadmapId" | "stageId" | "verdict" | "on" | "recordedAt" | "criteria"> &
    Partial<GateDecision>,
): GateDecision {
  return { signedById: null, note: "", sessionId: null, ...input, kind: "gateDecision" };
}
