/** Wild plans with hours, shares, engagements and routines besides. */
import { addDays } from "#shared/domain/day.ts";
import type { Engagement, Person } from "#shared/domain/person.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { createRoutine } from "#shared/domain/routine.ts";
import type { Task } from "#shared/domain/task.ts";
import { START, testContext } from "#test/support/builders.ts";
import type { Chance } from "#test/support/chance.ts";
import { wildEdit, wildPlan } from "#test/support/wildPlans.ts";

const RULES = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,SA", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=DAILY;COUNT=4"];

export function wildLoad(dice: Chance): Plan {
  const ctx = testContext();
  let plan = wildPlan(dice, ctx);
  const people = [...plan.people.keys()];
  const anybody = () => dice.pick([null, ...people]) ?? null;
  const sized = (task: Task): Task => ({
    ...task,
    effortHours: dice.next() < 0.75 ? dice.whole(0, 60) : null,
    accountableId: anybody(),
    progressPct: task.status === "done" ? 100 : dice.next() < 0.3 ? dice.whole(1, 99) : task.progressPct,
    assignments: task.assignments.map((one) => ({ ...one, allocationPct: dice.pick([0, 25, 50, 100, 150]) })),
  });
  const engaged = (): Engagement | null =>
    dice.next() < 0.5
      ? null
      : {
          from: dice.next() < 0.4 ? addDays(START, dice.whole(-20, 10)) : null,
          until: dice.next() < 0.4 ? addDays(START, dice.whole(15, 40)) : null,
          daysPerMonth: dice.next() < 0.5 ? dice.whole(0, 25) : null,
        };
  const hired = (person: Person): Person => ({
    ...person,
    hoursPerWeek: dice.pick([0, 8, 24, 40, 60]),
    engagement: engaged(),
  });
  plan = {
    ...plan,
    tasks: new Map([...plan.tasks].map(([id, task]) => [id, sized(task)])),
    people: new Map([...plan.people].map(([id, person]) => [id, hired(person)])),
    routines: new Map(
      Array.from({ length: dice.whole(0, 3) }, (_, i) => {
        const firstRun = addDays(START, dice.whole(-10, 20));
        const routine = createRoutine({
          id: `r${i}`,
          roadmapId: plan.roadmap.id,
          order: "a0",
          name: `R${i}`,
          rule: dice.pick(RULES) ?? "FREQ=DAILY",
          firstRun,
          ownerId: anybody(),
          minutes: dice.whole(0, 200),
          skipped: [addDays(firstRun, 3)],
          moved: [{ from: addDays(firstRun, 1), to: addDays(firstRun, dice.whole(2, 12)) }],
          endedOn: dice.next() < 0.3 ? addDays(firstRun, 9) : null,
        });
        return [routine.id, routine];
      }),
    ),
  };
  for (let n = dice.whole(0, 4); n > 0; n--) {
    const edit = wildEdit(plan, ctx, dice);
    if (edit.ok) plan = applyChange(plan, edit.value);
  }
  return plan;
}
