import { z } from "zod";
import { shiftedInstant } from "./day.ts";
import { type Id, idSchema, instantSchema } from "./fields.ts";

/** A step that somebody ticked: who, and when. */
const tickMarkSchema = z.object({
  stepId: idSchema,
  byId: idSchema.nullable(),
  at: instantSchema.nullable(),
});

/** Ticks were bare ids of steps before version 3 of the file; who ticked them then, and when, nobody knows. */
export const tickSchema = z
  .union([tickMarkSchema, idSchema.transform((stepId) => ({ stepId, byId: null, at: null }))])
  .readonly();
export type Tick = Readonly<z.infer<typeof tickMarkSchema>>;

/** The keys of a tick, for the order in which they are written. */
export const TICK_KEYS = Object.keys(tickMarkSchema.shape);

export function isTicked(ticks: readonly Tick[], stepId: Id): boolean {
  return ticks.some((tick) => tick.stepId === stepId);
}

/** The ticks with one step ticked by somebody, or without its tick. */
export function withTick(ticks: readonly Tick[], stepId: Id, by: Omit<Tick, "stepId"> | null): Tick[] {
  const others = ticks.filter((tick) => tick.stepId !== stepId);
  return by === null ? others : [...others, { stepId, byId: by.byId, at: by.at }];
}

/** The ticks as if made `days` calendar days later, at the same time of day. */
export function shiftedTicks(ticks: readonly Tick[], days: number): Tick[] {
  return ticks.map((tick) => ({ ...tick, at: shiftedInstant(tick.at, days) }));
}
