import { z } from "zod";
import { daySchema } from "./day.ts";
import { idSchema, instantSchema, nameSchema } from "./fields.ts";

/** One stage, milestone or task as it stood when the baseline was frozen, dates rolled up. */
export const baselineItemSchema = z
  .object({
    id: idSchema,
    kind: z.enum(["stage", "milestone", "task"]),
    /** What held it; null for a stage. */
    parentId: idSchema.nullable(),
    name: nameSchema,
    start: daySchema.nullable(),
    finish: daySchema.nullable(),
    /** Done, reached, or everything in it done. */
    isFinished: z.boolean(),
    /** Who answered for the task or owned the milestone. */
    ownerId: idSchema.nullable().default(null),
  })
  .readonly();
export type BaselineItem = z.infer<typeof baselineItemSchema>;

/** A frozen copy of the plan's dates, to compare with. It never changes but for its name. */
export const baselineSchema = z
  .object({
    kind: z.literal("baseline"),
    id: idSchema,
    roadmapId: idSchema,
    name: nameSchema,
    frozenAt: instantSchema,
    /** Live items in reading order. */
    items: z.array(baselineItemSchema).max(200_000).readonly(),
  })
  .readonly();
export type Baseline = z.infer<typeof baselineSchema>;
