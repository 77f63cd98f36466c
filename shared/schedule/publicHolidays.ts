/**
 * Public holidays by country and region, from date-holidays (code ISC; data CC BY-SA 3.0, from Wikipedia and official
 * pages). Its data are large: load this module only when somebody chooses a country. The plan keeps what it was told
 * as dated exceptions, so nothing else ever asks here.
 */
import Holidays, { type HolidaysTypes } from "date-holidays";
import { addDays, type Day, daySchema } from "#shared/domain/day.ts";
import { cutText, MAX_NAME } from "#shared/domain/fields.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { CalendarException, HolidayPlace } from "#shared/domain/roadmap.ts";

/** A country, a state or a region, with its name in English where it has one. */
export interface NamedCode {
  readonly code: string;
  readonly name: string;
}

const HOURS = 3_600_000;
/** Holidays are asked for in one zone, or the days of some countries would depend on where the program runs. */
const OPTIONS: HolidaysTypes.Options = { types: ["public"], timezone: "UTC", languages: ["en"] };

export function holidayCountries(): readonly NamedCode[] {
  return named(new Holidays().getCountries("en"));
}

/** States of a country that keep holidays of their own; none for many countries. */
export function holidayStates(country: string): readonly NamedCode[] {
  return named(new Holidays().getStates(country, "en"));
}

/** Regions, towns or communities of a state that keep holidays of their own; none for most states. */
export function holidayRegions(country: string, state: string): readonly NamedCode[] {
  return named(new Holidays().getRegions(country, state, "en"));
}

/** `Stadt Augsburg, Bayern, Germany`; a code stands for itself where it is not known. */
export function placeName({ country, state, region }: HolidayPlace): string {
  const parts = [nameOf(holidayCountries(), country)];
  if (state !== undefined) parts.unshift(nameOf(holidayStates(country), state));
  if (state !== undefined && region !== undefined)
    parts.unshift(nameOf(holidayRegions(country, state), region));
  return parts.join(", ");
}

/**
 * The public holidays of a place in whole years, one entry a day, in order: days that are off from midnight to
 * midnight, substitute days included; half days are not. Refused for a place that is not known.
 */
export function publicHolidays(
  place: HolidayPlace,
  firstYear: number,
  lastYear: number,
): Result<readonly CalendarException[]> {
  if (!isKnown(place)) {
    return refuse(
      "no-place",
      "The public holidays of this place are not known. Choose another country or region.",
    );
  }
  const names = new Map<Day, string[]>();
  const source = sourceOf(place);
  // The years beside them too: a holiday may begin in one year and end in the next, or be made up for there.
  for (let year = firstYear - 1; year <= lastYear + 1; year++) {
    for (const holiday of source.getHolidays(year, "en")) {
      for (const date of daysOf(holiday)) {
        const known = names.get(date) ?? [];
        if (!known.includes(holiday.name)) names.set(date, [...known, holiday.name]);
      }
    }
  }
  const within = (date: Day): boolean =>
    Number(date.slice(0, 4)) >= firstYear && Number(date.slice(0, 4)) <= lastYear;
  const dates = [...names.keys()].filter((date) => daySchema.safeParse(date).success && within(date)).sort();
  return ok(
    dates.map((date) => ({
      date,
      working: false,
      name: cutText((names.get(date) ?? []).join(", "), MAX_NAME),
      source: "holiday",
    })),
  );
}

function sourceOf({ country, state, region }: HolidayPlace): Holidays {
  if (state === undefined) return new Holidays(country, OPTIONS);
  return region === undefined
    ? new Holidays(country, state, OPTIONS)
    : new Holidays(country, state, region, OPTIONS);
}

/** `date` is the wall clock of the place; `start` and `end` only say how long it lasts. */
function daysOf({ date, start, end }: HolidaysTypes.Holiday): Day[] {
  if (date.slice(11, 19) !== "00:00:00") return [];
  const days = Math.floor((end.getTime() - start.getTime()) / HOURS / 24);
  return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
}

function isKnown({ country, state, region }: HolidayPlace): boolean {
  if (!holds(holidayCountries(), country)) return false;
  if (state === undefined) return region === undefined;
  if (!holds(holidayStates(country), state)) return false;
  return region === undefined || holds(holidayRegions(country, state), region);
}

function holds(places: readonly NamedCode[], code: string): boolean {
  return places.some((place) => place.code === code);
}

function nameOf(places: readonly NamedCode[], code: string): string {
  return places.find((place) => place.code === code)?.name ?? code;
}

/** The library says nothing at all of a place without parts. */
function named(names: { readonly [code: string]: string } | undefined): readonly NamedCode[] {
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
