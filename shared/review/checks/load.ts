/** More in a week than anybody can do. */
import { formatDayNear } from "#shared/domain/day.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { count } from "#shared/domain/words.ts";
import { hasNobody, loadOf } from "#shared/load/load.ts";
import { type LoadTotals, totalsOf } from "#shared/load/totals.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import { hoursWords } from "#shared/load/words.ts";
import { crowdOf } from "#shared/review/crowd.ts";
import { named, personNamed, sizeOf } from "#shared/review/look.ts";
import type { Check, Look, Spotted } from "#shared/review/types.ts";

/** Weeks ahead that are looked at: a quarter. */
const WEEKS = 13;
/** Hours too many in those weeks that are worth a word. */
const WORTH_IT = 8;

export const LOAD_CHECKS: readonly Check[] = [
  {
    key: "ceo-over",
    severity: "stops",
    title: "The CEO has more than fits",
    why: "What waits for the CEO stops everybody else.",
    find: (look) => overloaded(look, (person) => person.id === look.plan.roadmap.ceoId),
  },
  {
    key: "over",
    severity: "weakens",
    title: "Somebody has more than fits",
    why: "Something in those weeks will not be done, and nobody has chosen what.",
    find: (look) => overloaded(look, (person) => person.id !== look.plan.roadmap.ceoId),
  },
  {
    key: "one-week",
    severity: "weakens",
    title: "Too much of a stage in one week",
    why: "One bad week takes the stage along.",
    find: ({ plan, stages, tasks, today }) => {
      const crowds = crowdOf(tasks, plan.roadmap.calendar.workingWeekdays);
      return stages.flatMap((node): Spotted[] => {
        const crowd = crowds.get(node.item.id);
        if (!crowd) return [];
        const on = formatDayNear(crowd.day, today);
        const what =
          crowd.kind === "week"
            ? `has ${crowd.pct}% of its open work in the week of ${on}`
            : `starts ${count(crowd.tasks, "task")} on ${on}`;
        const { id, name } = node.item as Stage;
        return [
          {
            id,
            fact: crowd.day,
            text: () => (name ? `The stage ${named(node)} ${what}.` : `A stage ${what}.`),
            fix: { kind: "item", id, field: null, label: "Open the stage" },
          },
        ];
      });
    },
  },
];

function overloaded({ plan, today }: Look, isAsked: (person: Person) => boolean): readonly Spotted[] {
  const from = weekOf(today);
  return loadOf(plan, today, from, WEEKS).rows.flatMap((row): Spotted[] => {
    const { person } = row;
    if (person === null || hasNobody(row) || !isAsked(person)) return [];
    const totals = totalsOf(row, 0, WEEKS);
    if (totals.firstOver === null || totals.overHours < WORTH_IT) return [];
    const week = weekAfter(from, totals.firstOver);
    return [
      {
        id: person.id,
        fact: sizeOf(totals.overHours),
        text: () => overWords(totals, personNamed(plan, person.id), formatDayNear(week, today)),
        fix: { kind: "load", personId: person.id, week, label: "Open that week" },
      },
    ];
  });
}

function overWords({ overWeeks, overHours }: LoadTotals, name: string, first: string): string {
  const weeks = `${overWeeks} of the next ${WEEKS} weeks`;
  return `${name} has more work than hours in ${weeks}, the first of them the week of ${first}: ${hoursWords(overHours)} too many in all.`;
}
