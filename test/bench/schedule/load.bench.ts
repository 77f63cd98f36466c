/** Hours per person per week: 10,000 tasks, 20 people with days off, 20 routines, 2 years of weeks. */
import { bench, describe, expect } from "vitest";
import { addDays } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { createRoutine, type Routine } from "#shared/domain/routine.ts";
import { loadOf } from "#shared/load/load.ts";
import { bigPlan, START } from "#test/support/builders.ts";

const WEEKS = 104;
const PEOPLE = 20;
const ids = Array.from({ length: PEOPLE }, (_, i) => `p${i}`);

function withPeople(plan: Plan): Plan {
  const first = plan.people.get("p0") as Person;
  const people = ids.map((id, i): [string, Person] => {
    const from = addDays(START, i * 9);
    return [id, { ...first, id, name: id, daysOff: [{ from, to: addDays(from, 9), name: "" }] }];
  });
  const routines = ids.map((id, i): [string, Routine] => {
    const rule = i % 2 === 0 ? "FREQ=DAILY" : "FREQ=WEEKLY";
    const { roadmap } = plan;
    return [
      id,
      createRoutine({ id, roadmapId: roadmap.id, order: "a0", name: id, rule, firstRun: START, ownerId: id }),
    ];
  });
  const tasks = [...plan.tasks].map(([id, task], i) => {
    const personId = ids[i % PEOPLE] ?? "p0";
    return [id, { ...task, assignments: [{ personId, allocationPct: 100 }] }] as const;
  });
  return { ...plan, people: new Map(people), routines: new Map(routines), tasks: new Map(tasks) };
}

const plan = withPeople(bigPlan(10_000));
const hours = loadOf(plan, START, START, WEEKS).rows.reduce(
  (sum, { tasks }) => sum + tasks.reduce((a, b) => a + b, 0),
  0,
);
expect(hours).toBeGreaterThan(10_000);

let turn = 0;
/** The same plan with one task changed, or with every row another object. */
function changed(all: boolean): Plan {
  turn++;
  const tasks = new Map(plan.tasks);
  for (const [id, task] of plan.tasks) {
    if (!all && id !== "t77") continue;
    tasks.set(id, { ...task, effortHours: 8 + (turn % 5) });
  }
  const next = { ...plan, tasks };
  outlineOf(next);
  return next;
}

const edits = Array.from({ length: 40 }, () => changed(false));
const fresh = Array.from({ length: 24 }, () => changed(true));

describe("load of 10,000 tasks, 20 people, 2 years", () => {
  const options = { time: 0, warmupTime: 0, warmupIterations: 2 };
  bench("after an edit of one task", () => void loadOf(edits.pop() as Plan, START, START, WEEKS), {
    ...options,
    iterations: 30,
  });
  bench("from nothing", () => void loadOf(fresh.pop() as Plan, START, START, WEEKS), {
    ...options,
    iterations: 6,
  });
});
