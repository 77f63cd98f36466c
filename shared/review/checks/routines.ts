/** Routines and workflows that nobody keeps going. */
import { isHere } from "#shared/domain/decisions.ts";
import { liveProcedures } from "#shared/domain/operations/procedures.ts";
import { procedureName, reviewState, reviewWords } from "#shared/domain/procedureStanding.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { isBlank, lowered } from "#shared/domain/words.ts";
import type { Check, Look } from "#shared/review/types.ts";
import { standingsOf } from "#shared/routines/standing.ts";

/** Runs missed in a row from which on a routine is not kept. */
const TIMES = 2;

export const ROUTINE_CHECKS: readonly Check[] = [
  {
    key: "routine-owner",
    severity: "weakens",
    title: "A routine without an owner",
    why: "What comes back every week is forgotten in the second one.",
    find: (look) =>
      running(look)
        .filter(({ ownerId }) => !isHere(look.plan, ownerId))
        .map((routine) => ({
          id: routine.id,
          text: () => `Nobody runs the routine ${named(routine)}.`,
          fix: { kind: "routine", id: routine.id, label: "Choose who runs it" },
        })),
  },
  {
    key: "routine-missed",
    severity: "weakens",
    title: "A routine that is not kept",
    why: "It is too often, the wrong person’s, or not needed.",
    find: (look) => {
      const standings = standingsOf(look.plan, look.today);
      return running(look).flatMap((routine) => {
        const missed = standings.get(routine.id)?.missed ?? null;
        if (missed === null || missed.count < TIMES) return [];
        return [
          {
            id: routine.id,
            fact: missed.since,
            text: () => `The routine ${named(routine)} was missed ${missed.count} times in a row.`,
            fix: { kind: "routine", id: routine.id, label: "Open the routine" } as const,
          },
        ];
      });
    },
  },
  {
    key: "routine-minutes",
    severity: "look",
    title: "A routine that takes no time",
    why: "Its hours are missing in somebody’s week.",
    find: (look) =>
      running(look)
        .filter(({ minutes }) => minutes === 0)
        .map((routine) => ({
          id: routine.id,
          text: () => `The routine ${named(routine)} takes 0 minutes a run.`,
          fix: { kind: "routine", id: routine.id, label: "Say how long it takes" },
        })),
  },
  {
    key: "workflow-review",
    severity: "look",
    title: "A workflow to look at again",
    why: "People stop following steps that are out of date.",
    find: ({ plan, today }) =>
      liveProcedures(plan)
        .filter((procedure) => reviewState(procedure, today) === "overdue")
        .map((procedure) => ({
          id: procedure.id,
          fact: procedure.reviewOn ?? "",
          text: () =>
            `The workflow “${procedureName(procedure)}”: ${lowered(reviewWords(procedure, today))}.`,
          fix: { kind: "workflow", id: procedure.id, label: "Open the workflow" },
        })),
  },
];

function running({ plan, today }: Look): readonly Routine[] {
  return [...plan.routines.values()].filter(
    ({ deletedAt, endedOn }) => deletedAt === null && (endedOn === null || endedOn >= today),
  );
}

function named({ name }: Routine): string {
  return `“${isBlank(name) ? "Untitled routine" : name.trim()}”`;
}
