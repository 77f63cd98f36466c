import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";

/** Whole days away, first and last included. */
export const absenceSchema = z
  .object({ from: daySchema, to: daySchema, name: nameSchema })
  .refine(({ from, to }) => from <= to)
  .readonly();
export type Absence = z.infer<typeof absenceSchema>;

/** What somebody from outside is engaged for. Work outside it has nobody to do it. */
export const engagementSchema = z
  .object({
    from: daySchema.nullable(),
    /** The last day. */
    until: daySchema.nullable(),
    /** Days of work a month that were agreed. */
    daysPerMonth: z.number().min(0).max(31).nullable(),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until)
  .readonly();
export type Engagement = z.infer<typeof engagementSchema>;

/** Somebody who can own and do work, inside the company or outside it. */
export const personSchema = z
  .object({
    kind: z.literal("person"),
    id: idSchema,
    roadmapId: idSchema,
    order: orderSchema,
    name: nameSchema,
    role: nameSchema,
    /** Hours available to this roadmap in a working week (0 to 168). */
    hoursPerWeek: z.number().min(0).max(168),
    /** Days on which their work waits. */
    daysOff: z.array(absenceSchema).max(1_000).readonly().default([]),
    /** Null of people who simply belong to the company. */
    engagement: engagementSchema.nullable().default(null),
    notes: textSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Person = z.infer<typeof personSchema>;

export const STANDARD_HOURS_PER_WEEK = 40;

export function createPerson(
  input: Pick<Person, "id" | "roadmapId" | "order" | "name"> & Partial<Person>,
): Person {
  return {
    role: "",
    hoursPerWeek: STANDARD_HOURS_PER_WEEK,
    daysOff: [],
    engagement: null,
    notes: "",
    deletedAt: null,
    ...input,
    kind: "person",
  };
}

/** One or two letters that stand for a name in a small circle: `Ana Lima` -> `AL`. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0] ? [...words[0]][0] : "?";
  const last = words.length > 1 ? [...(words.at(-1) ?? "")][0] : "";
  return `${first}${last ?? ""}`.toLocaleUpperCase();
}
