/** Rules for a date that somebody set (VOCABULARY: constraint). None means that it stays where it was put. */
import { z } from "zod";
import { daySchema } from "./day.ts";

export const CONSTRAINT_KINDS = ["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"] as const;
/** As soon / late as possible; start / finish no earlier / later than; must start / finish on. */
export type ConstraintKind = (typeof CONSTRAINT_KINDS)[number];

/** ASAP and ALAP name no date, the others need one. */
export const constraintSchema = z
  .object({ kind: z.enum(CONSTRAINT_KINDS), date: daySchema.nullable() })
  .refine(({ kind, date }) => isDated(kind) === (date !== null))
  .readonly();
export type Constraint = z.infer<typeof constraintSchema>;

/** Whether a rule of this kind is about a date. */
export function isDated(kind: ConstraintKind): boolean {
  return kind !== "ASAP" && kind !== "ALAP";
}
