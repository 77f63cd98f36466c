/** The routines somebody runs: when, next, and about how long. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { isBlank, minutesWords } from "#shared/domain/words.ts";
import type { ColumnSpec } from "#shared/print/layout/flowTable.ts";
import { nextDue, timeOf } from "#shared/routines/due.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import { aboutWords } from "./loadWords.ts";
import type { OwnerPart } from "./ownerPages.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "Routine", share: 0.5 },
  { head: "When", share: 0.5 },
  { head: "Next", most: 1, align: "end" },
  { head: "Takes", most: 1, align: "end" },
];

/** Those that go on, in their order. */
export function runningRoutines(plan: Plan, asOf: Day): readonly Routine[] {
  return [...plan.routines.values()]
    .filter((routine) => routine.deletedAt === null && nextDue(routine, asOf) !== null)
    .sort(compareOrder);
}

export function routineName({ name }: Pick<Routine, "name">): string {
  return isBlank(name) ? "Untitled routine" : name.trim();
}

export function ownerRoutines(plan: Plan, personId: Id, asOf: Day): OwnerPart {
  const own = runningRoutines(plan, asOf).filter(({ ownerId }) => ownerId === personId);
  const perWeek = own.reduce((sum, routine) => sum + timeOf(routine, asOf).perWeek, 0);
  return {
    id: "routines",
    title: "Routines",
    aside: perWeek > 0 ? `${aboutWords(perWeek)} a week` : "",
    columns: COLUMNS,
    groups: [
      {
        id: "own",
        rows: own.map((routine) => {
          const next = nextDue(routine, asOf);
          return {
            id: routine.id,
            cells: [
              { text: routineName(routine), isStrong: true },
              rhythmWords(routine.rule, routine.firstRun),
              next === null ? "" : formatDay(next),
              minutesWords(routine.minutes),
            ],
          };
        }),
      },
    ],
  };
}
