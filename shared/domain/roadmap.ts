import { z } from "zod";
import { type Day, daySchema } from "./day.ts";
import { deletedAtSchema, type Id, idSchema, instantSchema, nameSchema, textSchema } from "./fields.ts";

/** Working days of the week and the days that differ from them (holidays, worked Saturdays). */
export const workCalendarSchema = z
  .object({
    workingWeekdays: z.array(z.int().min(0).max(6)).min(1).max(7).readonly(),
    exceptions: z
      .array(
        z
          .object({ date: daySchema, working: z.boolean(), name: nameSchema, yearly: z.boolean().optional() })
          .readonly(),
      )
      .max(5_000)
      .readonly(),
  })
  .readonly();
export type WorkCalendar = z.infer<typeof workCalendarSchema>;
export type CalendarException = WorkCalendar["exceptions"][number];

export const STANDARD_CALENDAR: WorkCalendar = { workingWeekdays: [1, 2, 3, 4, 5], exceptions: [] };

/** One company's operational plan. */
export const roadmapSchema = z
  .object({
    kind: z.literal("roadmap"),
    id: idSchema,
    /** What the home screen lists; starts out as the company's name. */
    name: nameSchema,
    companyName: nameSchema,
    vision: textSchema,
    startDate: daySchema,
    ceoId: idSchema.nullable(),
    cooId: idSchema.nullable(),
    calendar: workCalendarSchema,
    createdAt: instantSchema,
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Roadmap = z.infer<typeof roadmapSchema>;

export interface NewRoadmap {
  readonly id: Id;
  readonly companyName: string;
  readonly vision: string;
  readonly startDate: Day;
  readonly ceoId: Id | null;
  readonly cooId: Id | null;
  readonly createdAt: string;
  readonly calendar?: WorkCalendar;
}

export function createRoadmap(input: NewRoadmap): Roadmap {
  return {
    kind: "roadmap",
    id: input.id,
    name: input.companyName,
    companyName: input.companyName,
    vision: input.vision,
    startDate: input.startDate,
    ceoId: input.ceoId,
    cooId: input.cooId,
    calendar: input.calendar ?? STANDARD_CALENDAR,
    createdAt: input.createdAt,
    deletedAt: null,
  };
}
