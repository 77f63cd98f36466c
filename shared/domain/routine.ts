import { z } from "zod";
import { parseRule } from "#shared/routines/rule.ts";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { tickSchema } from "./tick.ts";

/** Most minutes one run can take: a week of whole days. */
export const MAX_RUN_MINUTES = 10_080;

/** An RFC 5545 rule for whole days, without `RRULE:` before it. */
export const ruleSchema = z
  .string()
  .refine((text) => parseRule(text).ok, "is not a rule that Groundwork can read");

export const routineStepSchema = z.object({ id: idSchema, text: nameSchema }).readonly();
export type RoutineStep = z.infer<typeof routineStepSchema>;

/** A run that is due on another day than the rule says. */
export const movedRunSchema = z.object({ from: daySchema, to: daySchema }).readonly();

/** A rule that held before the present one; what was missed under it stays missed. */
export const earlierRuleSchema = z
  .object({ rule: ruleSchema, firstRun: daySchema, lastDay: daySchema })
  .readonly();

/** Recurring work. It has days on which it is due, and never a bar in the plan. */
export const routineSchema = z
  .object({
    kind: z.literal("routine"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    name: nameSchema,
    /** Who runs it, or null while nobody does. */
    ownerId: idSchema.nullable(),
    rule: ruleSchema,
    /** Nothing is due before it. */
    firstRun: daySchema,
    earlierRules: z.array(earlierRuleSchema).max(500).readonly(),
    /** Days of the rule that are left out. */
    skipped: z.array(daySchema).max(5_000).readonly(),
    moved: z.array(movedRunSchema).max(5_000).readonly(),
    /** How long one run takes. */
    minutes: z.number().min(0).max(MAX_RUN_MINUTES),
    /** What is ticked off in each run, in order. */
    steps: z.array(routineStepSchema).max(500).readonly(),
    /** How it is done; its steps are ticked off before the routine's own. */
    procedureId: idSchema.nullable().default(null),
    /** Thinking about where the company goes rather than running it. */
    isStrategy: z.boolean().default(false),
    notes: textSchema,
    /** The last day on which a run can be due; null while it goes on. */
    endedOn: daySchema.nullable(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Routine = z.infer<typeof routineSchema>;

/** What happened to one run of a routine. A run that nobody touched has no row. */
export const routineRunSchema = z
  .object({
    kind: z.literal("routineRun"),
    id: idSchema,
    roadmapId: idSchema,
    routineId: idSchema,
    /** The day it is due, moved or not. One row a day. */
    day: daySchema,
    /** The day it was done; null while only some steps are ticked. */
    doneOn: daySchema.nullable(),
    doneById: idSchema.nullable(),
    /** How long it really took, or null when nobody has said. */
    minutes: z.number().min(0).max(MAX_RUN_MINUTES).nullable(),
    /** The steps that are ticked; those of its procedure among them. */
    ticked: z.array(tickSchema).max(1_000).readonly(),
    note: textSchema,
  })
  .readonly();
export type RoutineRun = z.infer<typeof routineRunSchema>;

export const STANDARD_RUN_MINUTES = 30;

export function createRoutine(
  input: Pick<Routine, "id" | "roadmapId" | "order" | "name" | "rule" | "firstRun"> & Partial<Routine>,
): Routine {
  return {
    ownerId: null,
    earlierRules: [],
    skipped: [],
    moved: [],
    minutes: STANDARD_RUN_MINUTES,
    steps: [],
    procedureId: null,
    isStrategy: false,
    notes: "",
    endedOn: null,
    deletedAt: null,
    ...input,
    kind: "routine",
  };
}

export function createRoutineRun(
  input: Pick<RoutineRun, "id" | "roadmapId" | "routineId" | "day"> & Partial<RoutineRun>,
): RoutineRun {
  return {
    doneOn: null,
    doneById: null,
    minutes: null,
    ticked: [],
    note: "",
    ...input,
    kind: "routineRun",
  };
}
