/** The hours of tasks and routines, cut by stage and month. Every hour lies in exactly one slice. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { hoursBetween, type Piece } from "#shared/load/pieces.ts";
import { runDays } from "#shared/load/runs.ts";
import { monthOf, monthsBetween } from "./periods.ts";

export interface Slice {
  /** Null in a plan without dated stages. */
  readonly stageId: Id | null;
  /** First day of the month. */
  readonly month: Day;
  readonly hours: number;
}

/** What of a piece of work lies on `from` or later. */
export function slicesOfPiece(piece: Piece, stageId: Id, from: Day): readonly Slice[] {
  const first = Math.max(piece.first, dayNumber(from));
  if (!piece.isSized || piece.last < first) return [];
  return monthsBetween(dayFromNumber(first), dayFromNumber(piece.last)).flatMap((month, i, months) => {
    const next = months[i + 1];
    const end = next === undefined ? piece.last : dayNumber(next) - 1;
    const hours = hoursBetween(piece, Math.max(first, dayNumber(month)), end);
    return hours > 0 ? [{ stageId, month, hours }] : [];
  });
}

/** The runs of a routine from one day to another, both included. */
export function slicesOfRoutine(
  routine: Routine,
  from: Day,
  to: Day,
  stageOn: (day: number) => Id | null,
): readonly Slice[] {
  const hours = routine.minutes / 60;
  const slices = new Map<string, Slice>();
  for (const day of runDays(routine, dayNumber(from), dayNumber(to))) {
    const stageId = stageOn(day);
    const month = monthOf(dayFromNumber(day));
    const key = `${stageId} ${month}`;
    slices.set(key, { stageId, month, hours: (slices.get(key)?.hours ?? 0) + hours });
  }
  return [...slices.values()];
}

/** Hours spread evenly over the days from one to another, both included. */
export function spread(hours: number, stageId: Id, from: Day, to: Day): readonly Slice[] {
  const [first, last] = [dayNumber(from), Math.max(dayNumber(from), dayNumber(to))];
  return monthsBetween(from, dayFromNumber(last)).map((month, i, months) => {
    const next = months[i + 1];
    const begin = Math.max(first, dayNumber(month));
    const end = next === undefined ? last : dayNumber(next) - 1;
    return { stageId, month, hours: (hours * (end - begin + 1)) / (last - first + 1) };
  });
}

export function totalOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { hours }) => sum + hours, 0);
}
