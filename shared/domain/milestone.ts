import { z } from "zod";
import { constraintSchema } from "./constraint.ts";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";

/** How it is going, kept apart from what has been done. */
export const HEALTHS = ["unset", "on-track", "at-risk", "off-track"] as const;
export type Health = (typeof HEALTHS)[number];

export const criterionSchema = z.object({ id: idSchema, text: nameSchema, met: z.boolean() }).readonly();

/** One move of its date to a later day, and the reason that was given. */
export const slipSchema = z
  .object({ from: daySchema, to: daySchema, reason: nameSchema, on: daySchema })
  .readonly();
export type Slip = z.infer<typeof slipSchema>;

/** A point in time with an owner and acceptance criteria; its tasks lead up to it. */
export const milestoneSchema = z
  .object({
    kind: z.literal("milestone"),
    id: idSchema,
    roadmapId: idSchema,
    /** A stage, or a task that groups others (imported plans nest milestones). */
    parentId: idSchema,
    order: orderSchema,
    name: nameSchema,
    /** Where the plan puts it; `reachedOn` says when it was really reached. */
    date: daySchema,
    constraint: constraintSchema.nullable().default(null),
    /** The promised date: warns when it is missed and never moves anything. */
    deadline: daySchema.nullable().default(null),
    /** Links no longer move it. */
    isPinned: z.boolean().default(false),
    ownerId: idSchema.nullable(),
    criteria: z.array(criterionSchema).max(500).readonly(),
    health: z.enum(HEALTHS),
    /** The day it was reached, or null while it is ahead. */
    reachedOn: daySchema.nullable(),
    /** The sentence of the vision that it serves. */
    visionLineId: idSchema.nullable().default(null),
    /** Why its date moved later, each slip told once. */
    slips: z.array(slipSchema).max(500).readonly().default([]),
    notes: textSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Milestone = z.infer<typeof milestoneSchema>;

export function createMilestone(
  input: Pick<Milestone, "id" | "roadmapId" | "parentId" | "order" | "name" | "date"> & Partial<Milestone>,
): Milestone {
  return {
    constraint: null,
    deadline: null,
    isPinned: false,
    ownerId: null,
    criteria: [],
    health: "unset",
    reachedOn: null,
    visionLineId: null,
    slips: [],
    notes: "",
    deletedAt: null,
    ...input,
    kind: "milestone",
  };
}
