import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { tickSchema } from "./tick.ts";

/** Most minutes one step can take: a week of whole days. */
export const MAX_STEP_MINUTES = 10_080;
export const MAX_STEPS = 500;

export const procedureStepSchema = z
  .object({
    id: idSchema,
    text: nameSchema,
    /** Whose step it is, in the words of people's roles; empty where anybody does it. */
    role: nameSchema,
    /** How long it usually takes, or null when nobody has said. */
    minutes: z.number().min(0).max(MAX_STEP_MINUTES).nullable(),
    /** Where to look: an address in the web, or empty. */
    link: z.string().max(2_000),
    note: textSchema,
  })
  .readonly();
export type ProcedureStep = z.infer<typeof procedureStepSchema>;

/** How something is done, step by step. On screen: a workflow. */
export const procedureSchema = z
  .object({
    kind: z.literal("procedure"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    name: nameSchema,
    /** Who keeps it right. */
    ownerId: idSchema.nullable(),
    /** When it is looked at again. */
    reviewOn: daySchema.nullable(),
    steps: z.array(procedureStepSchema).max(MAX_STEPS).readonly(),
    notes: textSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Procedure = z.infer<typeof procedureSchema>;

/** One time that a procedure was gone through. Its steps are those of the day it began, whatever changes later. */
export const checklistRunSchema = z
  .object({
    kind: z.literal("checklistRun"),
    id: idSchema,
    roadmapId: idSchema,
    procedureId: idSchema,
    /** The task it is done for; null when it stands for itself. */
    taskId: idSchema.nullable(),
    startedOn: daySchema,
    startedById: idSchema.nullable(),
    steps: z.array(procedureStepSchema).max(MAX_STEPS).readonly(),
    ticked: z.array(tickSchema).max(MAX_STEPS).readonly(),
    /** The day it was finished, or null while it is under way. */
    finishedOn: daySchema.nullable(),
    note: textSchema,
  })
  .readonly();
export type ChecklistRun = z.infer<typeof checklistRunSchema>;

export function createProcedure(
  input: Pick<Procedure, "id" | "roadmapId" | "order" | "name"> & Partial<Procedure>,
): Procedure {
  return {
    ownerId: null,
    reviewOn: null,
    steps: [],
    notes: "",
    deletedAt: null,
    ...input,
    kind: "procedure",
  };
}

export function createChecklistRun(
  input: Pick<ChecklistRun, "id" | "roadmapId" | "procedureId" | "startedOn" | "steps"> &
    Partial<ChecklistRun>,
): ChecklistRun {
  return {
    taskId: null,
    startedById: null,
    ticked: [],
    finishedOn: null,
    note: "",
    ...input,
    kind: "checklistRun",
  };
}
