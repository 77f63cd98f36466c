import { addDays, type Day, daysBetween, formatDay } from "#shared/domain/day.ts";
import { VERDICT_WORDS } from "#shared/domain/gateWords.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { AgendaItem } from "#shared/domain/session.ts";
import type { SessionYield } from "#shared/domain/sessions.ts";
import { capital, count, isBlank, nameOrUntitled } from "#shared/domain/words.ts";

export function itemName({ name }: Pick<AgendaItem, "name">): string {
  return isBlank(name) ? "Untitled item" : name;
}

/** `Gate of Idea: Go, 2 decisions, 3 tasks handed over, 1 issue solved`; empty where nothing came of it. */
export function yieldWords(plan: Plan, { decisions, gates, tasks, raised, solved }: SessionYield): string {
  const parts = [
    ...gates.map(({ stageId, verdict }) => {
      const stage = nameOrUntitled(plan.stages.get(stageId)?.name ?? "", "stage");
      return `gate of ${stage}: ${VERDICT_WORDS[verdict]}`;
    }),
    decisions.length > 0 ? count(decisions.length, "decision") : "",
    tasks.length > 0 ? `${count(tasks.length, "task")} handed over` : "",
    raised.length > 0 ? `${count(raised.length, "issue")} raised` : "",
    solved.length > 0 ? `${count(solved.length, "issue")} solved` : "",
  ];
  return capital(parts.filter(Boolean).join(", "));
}

/** `today`, `tomorrow`, `in 6 days`, `3 days ago`: beside a date. */
export function awayWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${count(days, "day")}` : `${count(-days, "day")} ago`;
}

/** `Tue 3 Dec`, with the year when it is another one. */
export function dayName(day: Day, today: Day): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "weekday" : "weekdayYear");
}

/** A line as it is typed, with the COO's name and a day that is ahead. */
export function exampleAction({ roadmap, people }: Plan, today: Day): string {
  const name =
    people
      .get(roadmap.cooId ?? "")
      ?.name.trim()
      .split(/\s+/)[0] || "Bo";
  return `${name}: call the landlord by ${formatDay(addDays(today, 10), "short")}`;
}
