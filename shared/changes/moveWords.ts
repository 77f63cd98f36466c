/** Where something was and is, in words. */
import { movedWords } from "#shared/domain/compareWords.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Move, Said } from "./types.ts";

/** `12 Mar → 19 Mar`; when only the first day moved, that one: `starts 3 Mar → 5 Mar`. */
export function wasAndIs(move: Move, today: Day): string {
  const day = (at: Day | null): string => (at === null ? "no date" : formatDayNear(at, today));
  const isStartOnly = move.wasFinish === move.isFinish;
  if (isStartOnly) return `starts ${day(move.wasStart)} → ${day(move.isStart)}`;
  return `${day(move.wasFinish)} → ${day(move.isFinish)}`;
}

/** `5 days later`; of what moved among days off, that too. */
export function howFar({ days, startDays, wasFinish, isFinish }: Move): string {
  if (days) return movedWords(days);
  if (wasFinish === isFinish && startDays) return movedWords(startDays);
  return days === null && startDays === null ? "no dates to compare" : "by less than a working day";
}

/** Working days shown beside it: of the last day, or of the first where only that one moved. */
export function shownDays({ days, startDays, wasFinish, isFinish }: Move): number | null {
  return wasFinish === isFinish ? startDays : days;
}

export function movedSaid(move: Move, today: Day): Said {
  return { kind: "moved", words: `${wasAndIs(move, today)}, ${howFar(move)}` };
}
