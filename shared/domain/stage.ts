import { z } from "zod";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { gateCriterionSchema, MAX_GATE_CRITERIA } from "./gate.ts";

/** A share, in percent; null while nobody has said what is wanted. */
const wantedShareSchema = z.number().min(0).max(100).nullable().default(null);

/** A span of growth: idea, first customer, customer base, scale. Its dates roll up from what it holds. */
export const stageSchema = z
  .object({
    kind: z.literal("stage"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    name: nameSchema,
    /** What is true when the stage is behind us, in a sentence. */
    goal: textSchema,
    /** How much of the open work may still lie on the CEO in this stage. */
    wantedCeoPct: wantedShareSchema,
    /** How much of the COO's time goes into strategy in this stage; the rest is execution. */
    wantedStrategyPct: wantedShareSchema,
    /** What must and should be true at its end. */
    gateCriteria: z.array(gateCriterionSchema).max(MAX_GATE_CRITERIA).readonly().default([]),
    notes: textSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Stage = z.infer<typeof stageSchema>;

export function createStage(
  input: Pick<Stage, "id" | "roadmapId" | "order" | "name"> & Partial<Stage>,
): Stage {
  return {
    goal: "",
    wantedCeoPct: null,
    wantedStrategyPct: null,
    gateCriteria: [],
    notes: "",
    deletedAt: null,
    ...input,
    kind: "stage",
  };
}

/** The four stages a new roadmap comes with. */
export const STANDARD_STAGES: readonly { readonly name: string; readonly goal: string }[] = [
  { name: "Idea", goal: "We know who we serve, what we offer and that somebody wants it." },
  { name: "First customer", goal: "Somebody has paid us, been served, and would come back." },
  { name: "Customer base", goal: "Customers arrive and stay without the CEO chasing each one." },
  { name: "Scale", goal: "The business runs and grows by itself, to the vision." },
];
