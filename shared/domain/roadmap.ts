import { z } from "zod";
import { type Day, daySchema } from "./day.ts";
import { deletedAtSchema, type Id, idSchema, instantSchema, nameSchema, textSchema } from "./fields.ts";
import { printSettingsSchema, STANDARD_PRINT } from "./printSettings.ts";
import { ruleSchema } from "./routine.ts";

/** Where public holidays are kept: an ISO 3166-1 country, and below it the codes of its states and regions. */
const codeSchema = z.string().min(1).max(20);
const holidayPlaceSchema = z
  .object({ country: codeSchema, state: codeSchema.optional(), region: codeSchema.optional() })
  .readonly();
export type HolidayPlace = z.infer<typeof holidayPlaceSchema>;

export function isSamePlace(a: HolidayPlace, b: HolidayPlace): boolean {
  return a.country === b.country && a.state === b.state && a.region === b.region;
}

/** A public holiday on which the company works all the same. */
const workedHolidaySchema = z.object({ date: daySchema, name: nameSchema }).readonly();

/** Whose public holidays stand among the exceptions, for which whole years, and which of them are worked. */
export const holidayChoiceSchema = z
  .object({
    ...holidayPlaceSchema.unwrap().shape,
    firstYear: z.int().min(1900).max(2199),
    lastYear: z.int().min(1900).max(2199),
    worked: z.array(workedHolidaySchema).max(5_000).readonly(),
  })
  .refine(({ firstYear, lastYear }) => firstYear <= lastYear)
  .readonly();
export type HolidayChoice = z.infer<typeof holidayChoiceSchema>;

/** A day unlike its weekday. `source` says what set it; none: a single day, or one from another program's file. */
export const calendarExceptionSchema = z
  .object({
    date: daySchema,
    working: z.boolean(),
    name: nameSchema,
    yearly: z.boolean().optional(),
    source: z.enum(["holiday", "closure"]).optional(),
  })
  .readonly();
export type CalendarException = z.infer<typeof calendarExceptionSchema>;

/**
 * Working days of the week and the days that differ from them. Public holidays are kept as dated exceptions, so that
 * a plan keeps its dates whatever is later known of a country's holidays; `holidays` only says where they came from.
 */
export const workCalendarSchema = z
  .object({
    workingWeekdays: z.array(z.int().min(0).max(6)).min(1).max(7).readonly(),
    exceptions: z.array(calendarExceptionSchema).max(5_000).readonly(),
    holidays: holidayChoiceSchema.nullable().default(null),
  })
  .readonly();
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

export const STANDARD_CALENDAR: WorkCalendar = {
  workingWeekdays: [1, 2, 3, 4, 5],
  exceptions: [],
  holidays: null,
};

/** A rule of RFC 5545 for whole days, the first day to which it applies, and the days of it that are left out. */
export const rhythmSchema = z
  .object({
    rule: ruleSchema,
    firstDay: daySchema,
    /** The pair does not meet then, or has made a session of its own of that day. */
    skipped: z.array(daySchema).max(1_000).readonly().default([]),
  })
  .readonly();
export type Rhythm = z.infer<typeof rhythmSchema>;

const STANDARD_CURRENCY = "USD";

/** One sentence of the vision, on which milestones hang. */
export const visionLineSchema = z.object({ id: idSchema, text: nameSchema }).readonly();
export type VisionLine = z.infer<typeof visionLineSchema>;

/** Most sentences a vision is told in: more are no vision. */
export const MAX_VISION_LINES = 20;

/** One company's operational plan. */
export const roadmapSchema = z
  .object({
    kind: z.literal("roadmap"),
    id: idSchema,
    /** What the home screen lists; starts out as the company's name. */
    name: nameSchema,
    companyName: nameSchema,
    vision: textSchema,
    /** The vision in a few sentences, in order. */
    visionLines: z.array(visionLineSchema).max(MAX_VISION_LINES).readonly().default([]),
    /** What amounts of money are in: an ISO 4217 code. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default(STANDARD_CURRENCY),
    startDate: daySchema,
    ceoId: idSchema.nullable(),
    cooId: idSchema.nullable(),
    calendar: workCalendarSchema,
    /** How often the pair meets; null while they have not said. */
    sessionRhythm: rhythmSchema.nullable().default(null),
    /** As of: open work is still to be done from this day on. Null while the pair does not keep one. */
    statusDate: daySchema.nullable().default(null),
    /** How it is printed. */
    print: printSettingsSchema.default(STANDARD_PRINT),
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
    visionLines: [],
    currency: STANDARD_CURRENCY,
    startDate: input.startDate,
    ceoId: input.ceoId,
    cooId: input.cooId,
    calendar: input.calendar ?? STANDARD_CALENDAR,
    sessionRhythm: null,
    statusDate: null,
    print: STANDARD_PRINT,
    createdAt: input.createdAt,
    deletedAt: null,
  };
}
