/** Where the work of a stage stands too close together. */
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { weekOf } from "#shared/load/weeks.ts";

/** `week`: how much of the stage's open work lies in it, in percent; `day`: how many of its tasks start on it. */
export type Crowd =
  | { readonly kind: "week"; readonly day: Day; readonly pct: number }
  | { readonly kind: "day"; readonly day: Day; readonly tasks: number };

/** Below this a stage is too small to be crowded. */
const TASKS = 6;
const WEEKS = 6;
/** Part of a stage's work that one week may hold. */
const PART = 1 / 3;
/** Tasks that may start on one day, and what part of the stage they may be. */
const STARTS = 6;
const STARTS_PART = 1 / 4;

/** By stage; open tasks only. Linear in the tasks and in the weeks that each stage spans. */
export function crowdOf(tasks: readonly OutlineNode[], weekdays: readonly number[]): ReadonlyMap<Id, Crowd> {
  const byStage = new Map<Id, OutlineNode[]>();
  for (const node of tasks) {
    if (node.start === null || node.finish === null) continue;
    const own = byStage.get(node.stageId);
    if (own) own.push(node);
    else byStage.set(node.stageId, [node]);
  }
  const crowds = new Map<Id, Crowd>();
  for (const [stageId, own] of byStage) {
    const crowd = own.length < TASKS ? null : (crowdedWeek(own, weekdays.length) ?? crowdedDay(own));
    if (crowd) crowds.set(stageId, crowd);
  }
  return crowds;
}

function crowdedWeek(tasks: readonly OutlineNode[], perWeek: number): Crowd | null {
  const spans = tasks.map(
    ({ start, finish }) => [dayNumber(start as Day), dayNumber(finish as Day)] as const,
  );
  const first = dayNumber(
    weekOf(dayFromNumber(spans.reduce((min, [from]) => Math.min(min, from), Infinity))),
  );
  const last = spans.reduce((max, [, to]) => Math.max(max, to), first);
  const weeks = Math.floor((last - first) / 7) + 1;
  if (weeks < WEEKS) return null;
  const { work, all } = workByWeek(spans, first, weeks, perWeek);
  let [most, at] = [0, 0];
  for (const [week, days] of work.entries()) if (days > most) [most, at] = [days, week];
  if (most <= all * PART) return null;
  return { kind: "week", day: dayFromNumber(first + at * 7), pct: Math.round((most / all) * 100) };
}

/** Days of work a week: whole weeks in the middle are added up at once. */
function workByWeek(
  spans: readonly (readonly [from: number, to: number])[],
  first: number,
  weeks: number,
  perWeek: number,
): { readonly work: Float64Array; readonly all: number } {
  const work = new Float64Array(weeks + 1);
  const whole = new Int32Array(weeks + 1);
  const worked = (days: number): number => Math.min(days, perWeek);
  for (const [from, to] of spans) {
    const [a, b] = [Math.floor((from - first) / 7), Math.floor((to - first) / 7)];
    if (a === b) {
      work[a] = (work[a] as number) + worked(to - from + 1);
      continue;
    }
    const before = Math.max(0, perWeek - ((from - first) % 7));
    work[a] = (work[a] as number) + Math.max(1, before);
    work[b] = (work[b] as number) + worked(((to - first) % 7) + 1);
    whole[a + 1] = (whole[a + 1] as number) + 1;
    whole[b] = (whole[b] as number) - 1;
  }
  let [running, all] = [0, 0];
  for (let week = 0; week < weeks; week++) {
    running += whole[week] as number;
    work[week] = (work[week] as number) + running * perWeek;
    all += work[week] as number;
  }
  return { work: work.subarray(0, weeks), all };
}

function crowdedDay(tasks: readonly OutlineNode[]): Crowd | null {
  const starts = new Map<Day, number>();
  for (const { start } of tasks) starts.set(start as Day, (starts.get(start as Day) ?? 0) + 1);
  const [day, most] = [...starts].reduce((max, entry) => (entry[1] > max[1] ? entry : max), ["", 0]);
  return most > STARTS && most > tasks.length * STARTS_PART ? { kind: "day", day, tasks: most } : null;
}
