import { addDays, type Day, daysBetween, formatDay, formatDayNear } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import type { Missed, RoutineStanding, RunLine } from "#shared/routines/standing.ts";

export function routineName({ name }: Pick<Routine, "name">): string {
  return isBlank(name) ? "Untitled routine" : name;
}

export function rhythmOf({ rule, firstRun }: Pick<Routine, "rule" | "firstRun">): string {
  return rhythmWords(rule, firstRun);
}

/** `Today`, `Tomorrow`, `Tue 24 Nov`, `4 Mar 2028`. */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return "Today";
  if (day === addDays(today, 1)) return "Tomorrow";
  if (day === addDays(today, -1)) return "Yesterday";
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(day, "weekday") : formatDayNear(day, today);
}

/** `Missed since 12 Nov, 2 runs`. */
export function missedWords({ day, since, count: runs }: Missed, today: Day): string {
  if (runs === 1) return `Missed on ${formatDayNear(day, today)}`;
  return `Missed since ${formatDayNear(since, today)}, ${count(runs, "run")}`;
}

/** `5 in a row, 2 missed`. */
export function recordWords({ streak, slips, history }: RoutineStanding): string {
  if (history.every(({ state }) => state === "due")) return "Has not run yet";
  const row = streak === 0 ? "None in a row" : `${streak} in a row`;
  return slips === 0 ? row : `${row}, ${slips} missed`;
}

export function stateWords({ state, day, run }: RunLine): string {
  switch (state) {
    case "done":
      return "Done";
    case "late":
      return `Done ${count(daysBetween(day, run?.doneOn ?? day), "day")} late`;
    case "missed":
      return "Missed";
    case "due":
      return "Due today";
    case "coming":
      return "To come";
  }
}
