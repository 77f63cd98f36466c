/**
 * The COO's time: strategy and execution, by stage and month, against what is wanted and what was agreed. It counts
 * from the first day of the present month, work done in it included, so that a month is held against a whole month.
 */
import { addDays, type Day, dayNumber, latest } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { personDays } from "#shared/load/capacity.ts";
import { asOfDay, piecesOf } from "#shared/load/pieces.ts";
import { horizonOf, lastOfMonth, monthOf, monthsBetween, stageAt } from "./periods.ts";
import { type Slice, slicesOfPiece, slicesOfRoutine, totalOf } from "./slices.ts";

/** One task or routine of the COO. */
export interface MixItem {
  readonly id: Id;
  readonly kind: "task" | "routine";
  readonly name: string;
  readonly isStrategy: boolean;
  /** False while nobody has said how much work it is; it counts no hours then. */
  readonly isSized: boolean;
  readonly slices: readonly Slice[];
  readonly hours: number;
  readonly routine: Routine | null;
  /** Where it lies first; null in a plan without dated stages. */
  readonly stageId: Id | null;
}

export interface Split {
  readonly strategy: number;
  readonly execution: number;
}

export interface MixStage {
  readonly stageId: Id;
  readonly split: Split;
  readonly wantedPct: number | null;
}
export interface MixMonth {
  readonly month: Day;
  readonly split: Split;
  /** Days of work planned, and those there are: as agreed, or all that they give. */
  readonly days: number;
  readonly available: number;
}

export interface Mix {
  readonly person: Person;
  readonly items: readonly MixItem[];
  readonly whole: Split;
  readonly stages: readonly MixStage[];
  readonly months: readonly MixMonth[];
  /** Whether days a month were agreed. */
  readonly isContracted: boolean;
  /** Hours of one day of theirs. */
  readonly dayHours: number;
}

const USUAL_DAY = 8;

export function mixOf(plan: Plan, person: Person, today: Day): Mix {
  const from = monthOf(asOfDay(plan, today));
  const items = itemsOf(plan, person.id, from, today);
  const cut = (keep: (slice: Slice) => boolean): Split => splitOf(items, keep);
  const dayHours = person.hoursPerWeek / plan.roadmap.calendar.workingWeekdays.length || USUAL_DAY;
  const last = latest(items.flatMap(({ slices }) => slices.map(({ month }) => month))) ?? from;
  return {
    person,
    items,
    whole: cut(() => true),
    stages: outlineOf(plan).stages.flatMap(({ item }) =>
      item.kind === "stage"
        ? [
            {
              stageId: item.id,
              split: cut(({ stageId }) => stageId === item.id),
              wantedPct: item.wantedStrategyPct,
            },
          ]
        : [],
    ),
    months: monthsBetween(from, last).map((month) => {
      const split = cut((slice) => slice.month === month);
      const days = (split.strategy + split.execution) / dayHours;
      return { month, split, days, available: givenIn(plan, person, month) / dayHours };
    }),
    isContracted: person.engagement?.daysPerMonth != null,
    dayHours,
  };
}

function itemsOf(plan: Plan, personId: Id, from: Day, today: Day): readonly MixItem[] {
  const { byId } = outlineOf(plan);
  const tasks = new Map<Id, MixItem>();
  for (const piece of piecesOf(plan, today).get(personId) ?? []) {
    const { task, isSized } = piece;
    const stageId = byId.get(task.id)?.stageId ?? null;
    if (stageId === null || piece.last < dayNumber(from)) continue;
    const before = tasks.get(task.id);
    const slices = [...(before?.slices ?? []), ...slicesOfPiece(piece, stageId, from)];
    const { id, name, isStrategy } = task;
    const hours = totalOf(slices);
    tasks.set(id, { id, kind: "task", name, isStrategy, isSized, slices, hours, routine: null, stageId });
  }
  const [to, stageOn] = [horizonOf(plan, from), stageAt(plan)];
  const routines = liveRoutines(plan).flatMap((routine): MixItem[] => {
    if (routine.ownerId !== personId) return [];
    const slices = slicesOfRoutine(routine, from, to, stageOn);
    if (slices.length === 0) return [];
    const { id, name, isStrategy } = routine;
    const stageId = slices[0]?.stageId ?? null;
    const hours = totalOf(slices);
    return [{ id, kind: "routine", name, isStrategy, isSized: true, slices, hours, routine, stageId }];
  });
  return [...tasks.values(), ...routines];
}

function splitOf(items: readonly MixItem[], keep: (slice: Slice) => boolean): Split {
  const hours = { strategy: 0, execution: 0 };
  for (const { isStrategy, slices } of items)
    hours[isStrategy ? "strategy" : "execution"] += totalOf(slices.filter(keep));
  return hours;
}

function givenIn(plan: Plan, person: Person, month: Day): number {
  const { given } = personDays(plan, person);
  let hours = 0;
  for (let day = month; day <= lastOfMonth(month); day = addDays(day, 1)) hours += given(dayNumber(day));
  return hours;
}

export function strategyPct({ strategy, execution }: Split): number | null {
  const total = strategy + execution;
  return total > 0 ? (strategy / total) * 100 : null;
}

/** Hours of execution beyond what is wanted; negative where there is too much strategy. Null without a wish or work. */
export function driftOf({ split, wantedPct }: MixStage): number | null {
  const total = split.strategy + split.execution;
  return wantedPct === null || total === 0 ? null : (total * wantedPct) / 100 - split.strategy;
}
