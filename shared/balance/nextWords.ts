/** Why something is proposed to be handed over, in words for the CEO or for whoever looks with them. */
import { type Day, formatDay, formatDayNear } from "#shared/domain/day.ts";
import { isOverCeiling } from "#shared/domain/decisions.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { count, isBlank, lowered } from "#shared/domain/words.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import type { Candidate, Helper } from "./next.ts";
import type { PlateItem } from "./plate.ts";

export interface Speech {
  readonly plan: Plan;
  readonly today: Day;
  /** Whether whoever reads it is the CEO. */
  readonly isCeo: boolean;
}

/** Whole sentences, most telling first. */
export function reasonsFor(speech: Speech, { item }: Candidate, helper: Helper | null): readonly string[] {
  return [
    `${[whoWords(speech, item), ...sizeWords(speech, item)].join(", ")}.`,
    ...(helper ? [helperWords(speech, helper)] : []),
    ...aloneWords(item),
    ...matterWords(speech, item),
  ];
}

function whoWords(speech: Speech, { of, bucket, deciders, doers }: PlateItem): string {
  const { isCeo } = speech;
  const ceo = isCeo ? "You" : nameOf(speech, speech.plan.roadmap.ceoId);
  const verb = (you: string, they: string): string => `${ceo} ${isCeo ? you : they}`;
  if (of.kind === "routine") {
    const { rule, firstRun } = of.routine;
    return `${verb("run", "runs")} it: ${lowered(rhythmWords(rule, firstRun))}`;
  }
  if (of.node.item.kind === "milestone") return verb("answer for it", "answers for it");
  const others = (ids: readonly Id[]): string =>
    ids
      .filter((id) => id !== speech.plan.roadmap.ceoId)
      .map((id) => nameOf(speech, id))
      .join(" and ");
  if (bucket === "both") {
    const others_ = others(doers);
    return others_ === ""
      ? verb("decide and do it", "decides and does it")
      : `${verb("decide", "decides")} and ${isCeo ? "do" : "does"} it with ${others_}`;
  }
  if (bucket === "decides") {
    const those = others(doers);
    return `${verb("decide", "decides")}, ${those || "nobody"} ${those.includes(" and ") ? "do" : "does"} it`;
  }
  return `${verb("do it", "does it")}, ${others(deciders) || "nobody"} decides`;
}

function sizeWords({ today }: Speech, { of, hours, isSized }: PlateItem): readonly string[] {
  const size = isSized ? [`${hoursWords(hours)} left`] : [];
  if (of.kind === "routine") return [`${hoursWords(hours)} until the plan ends`];
  const { item, start, finish } = of.node;
  if (item.kind === "milestone") return finish === null ? [] : [`due ${formatDayNear(finish, today)}`];
  if (start === null) return size;
  return [...size, start > today ? `starts ${formatDayNear(start, today)}` : "under way by now"];
}

function helperWords({ today }: Speech, { person, free, week, related, beside }: Helper): string {
  const name = isBlank(person.name) ? "Somebody unnamed" : person.name.trim();
  const when = week <= today ? "this week" : `in the week of ${formatDay(week, "short")}`;
  const beside_ = isBlank(beside) ? "" : ` of “${beside.trim()}”`;
  const does = related > 0 ? ` and has ${count(related, "open task")}${beside_} already` : "";
  return `${name} has ${hoursWords(free)} to spare ${when}${does}.`;
}

function aloneWords({ of, bucket, doers }: PlateItem): readonly string[] {
  const task = taskOf(of);
  if (!task || bucket !== "both" || doers.length > 1 || task.consultedIds.length > 0) return [];
  return ["Nobody else is asked."];
}

function matterWords({ plan, isCeo }: Speech, { of }: PlateItem): readonly string[] {
  const task = taskOf(of);
  const right = plan.decisionRights.get(task?.decisionRightId ?? "");
  if (!task || !right || right.deletedAt !== null || right.isReserved) return [];
  if (isOverCeiling(right, task))
    return [
      `It commits more than ${right.name.trim() || "the matter"} allows without ${isCeo ? "you" : "the CEO"}.`,
    ];
  return [`${right.name.trim() || "The matter"} is not reserved to ${isCeo ? "you" : "the CEO"}.`];
}

function taskOf(of: PlateItem["of"]): Task | null {
  return of.kind === "item" && of.node.item.kind === "task" ? of.node.item : null;
}

function nameOf({ plan }: Speech, id: Id | null): string {
  return plan.people.get(id ?? "")?.name.trim() || "somebody unnamed";
}

/** `1 hour`, `12 hours`, `2.5 hours`: halves below ten, whole hours from there. */
export function hoursWords(hours: number): string {
  const rounded = hours < 10 ? Math.round(hours * 2) / 2 : Math.round(hours);
  if (rounded === 0 && hours > 0) return "less than half an hour";
  return count(rounded, "hour");
}
