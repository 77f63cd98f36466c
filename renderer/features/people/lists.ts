/** Somebody's work in the order they will get to it, and the work that names nobody. */
import { addDays, type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Delegation } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { PersonalList } from "#shared/domain/people.ts";
import type { Absence, Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate, isFinished, statusOf } from "#shared/domain/standing.ts";
import { count } from "#shared/domain/words.ts";

export interface WhenGroups {
  /** Late, begun, or to be under way today. */
  readonly now: readonly OutlineNode[];
  /** Starts within the next 30 days. */
  readonly soon: readonly OutlineNode[];
  readonly later: readonly OutlineNode[];
  readonly done: readonly OutlineNode[];
}

const SOON_DAYS = 30;

export function groupByWhen(nodes: readonly OutlineNode[], today: Day): WhenGroups {
  const groups = {
    now: [] as OutlineNode[],
    soon: [] as OutlineNode[],
    later: [] as OutlineNode[],
    done: [] as OutlineNode[],
  };
  const soonEnds = addDays(today, SOON_DAYS);
  for (const node of nodes) {
    const begun = node.start !== null && node.start <= today;
    const status = statusOf(node);
    if (isFinished(node)) groups.done.push(node);
    else if (begun || (status !== null && status !== "not-started")) groups.now.push(node);
    else if (node.start !== null && node.start <= soonEnds) groups.soon.push(node);
    else groups.later.push(node);
  }
  return groups;
}

/** Open work that has a gap where a name should be. */
export interface NamelessWork {
  readonly undone: readonly OutlineNode[];
  readonly unanswered: readonly OutlineNode[];
  readonly unowned: readonly OutlineNode[];
}

/** Tasks that hold others are left out: their work is done, and answered for, inside. */
export function namelessWork(plan: Plan): NamelessWork {
  const open = outlineOf(plan).inOrder.filter((node) => !node.isGroup && !isFinished(node));
  const tasks = byStart(open.filter(({ item }) => item.kind === "task"));
  return {
    undone: tasks.filter(({ item }) => item.kind === "task" && item.assignments.length === 0),
    unanswered: tasks.filter(({ item }) => item.kind === "task" && item.accountableId === null),
    unowned: byStart(open.filter(({ item }) => item.kind === "milestone" && item.ownerId === null)),
  };
}

function byStart(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return [...nodes].sort((a, b) => ((a.start ?? "") < (b.start ?? "") ? -1 : 1));
}

/** How many different items a person is named on that are past their date. */
export function lateCount(list: PersonalList, today: Day): number {
  const late = new Set<string>();
  for (const node of [...list.does, ...list.answersFor, ...list.owns]) {
    if (daysLate(node, today) > 0) late.add(node.item.id);
  }
  return late.size;
}

/** How much of it is still to come: what is done weighs on nobody. */
function openCount(nodes: readonly OutlineNode[]): number {
  return nodes.filter((node) => !isFinished(node)).length;
}

/** Open tasks a person answers for, those they also do themselves included. */
function answeredCount(list: PersonalList, personId: Id): number {
  const own = list.does.filter(({ item }) => item.kind === "task" && item.accountableId === personId);
  return openCount(own) + openCount(list.answersFor);
}

/** What is open, without the noughts: `Does 3 · Owns 1`. */
export function countsWords(list: PersonalList, personId: Id): string {
  const counts: readonly (readonly [string, number])[] = [
    ["Does", openCount(list.does)],
    ["Answers for", answeredCount(list, personId)],
    ["Owns", openCount(list.owns)],
  ];
  const open = counts.filter(([, number]) => number > 0);
  return open.length === 0 ? "Nothing open" : open.map(([word, number]) => `${word} ${number}`).join(" · ");
}

export function isNamed(list: PersonalList, { waitingOn, toAnswer, declined }: Delegation): boolean {
  const lists = [list.does, list.answersFor, list.owns, waitingOn, toAnswer, declined];
  return lists.some((named) => named.length > 0);
}

/** How the load counts work that nobody has estimated; its weeks stand right below the sentence. */
const WHOLE_DAYS = "the weeks below count whole days for that.";

/** Hours of work left against the hours of a week, in a sentence. */
export function loadWords(list: PersonalList, person: Person, weekdays: number): string {
  const open = list.does.filter((node) => !isFinished(node));
  if (open.length === 0) return "Nothing left to do.";
  const guessless = open.filter(({ item }) => item.kind === "task" && item.effortHours === null).length;
  const missing = guessless > 0 ? ` ${count(guessless, "task")} not estimated yet: ${WHOLE_DAYS}` : "";
  if (guessless === open.length)
    return `No hours estimated for ${count(open.length, "task")} still to do: ${WHOLE_DAYS}`;
  const hours = Math.round(list.hoursLeft);
  const left = `${count(hours, "hour")} of work left`;
  const days = daysPerMonthOf(person);
  if (person.hoursPerWeek === 0 || days === 0) return `${left}, and no hours to do it in.${missing}`;
  const weeks = list.hoursLeft / person.hoursPerWeek;
  const time = days === null ? weeksWords(weeks) : monthsWords((weeks * weekdays) / days);
  return `${left}, ${time} at ${paceWords(person)}.${missing}`;
}

/** Days a month that were agreed with somebody from outside; null of everybody else. */
export function daysPerMonthOf({ engagement }: Person): number | null {
  return engagement?.daysPerMonth ?? null;
}

/** `40 hours a week`, or as it was agreed: `8 days a month`. */
export function paceWords(person: Person): string {
  const days = daysPerMonthOf(person);
  return days === null ? `${hoursWords(person.hoursPerWeek)} a week` : `${count(days, "day")} a month`;
}

function monthsWords(months: number): string {
  if (months < 0.75) return "less than a month";
  return `about ${count(months < 3 ? Math.round(months * 2) / 2 : Math.round(months), "month")}`;
}

/** `Away until 12 Feb`, `Away 10 Feb`, `Away 10 Feb – 12 Feb`. */
export function awayWords({ from, to }: Absence, today: Day): string {
  if (from <= today) return to === today ? "Away today" : `Away until ${formatDayNear(to, today)}`;
  const first = formatDayNear(from, today);
  return from === to ? `Away ${first}` : `Away ${first} – ${formatDayNear(to, today)}`;
}

function weeksWords(weeks: number): string {
  if (weeks < 0.75) return "less than a week";
  const rounded = weeks < 3 ? Math.round(weeks * 2) / 2 : Math.round(weeks);
  return `about ${count(rounded, "week")}`;
}

export function hoursWords(hours: number): string {
  return count(Number(hours.toFixed(2)), "hour");
}
