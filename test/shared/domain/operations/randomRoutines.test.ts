/** Whatever is done to routines, in any order: the plan stays sound, undo is exact, and files hold it all. */
import { describe, expect, it } from "vitest";
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type Change, invertChange } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { binOf, deleteListed, purgeFromBin, restoreFromBin } from "#shared/domain/operations/bin.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { copyRoadmap } from "#shared/domain/operations/roadmaps.ts";
import {
  addRoutine,
  editRun,
  endRoutine,
  moveRun,
  recordRun,
  setRoutineRule,
  skipRun,
  takeBackRun,
  tickStep,
} from "#shared/domain/operations/routines.ts";
import { applyChange, type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { must, type Result } from "#shared/domain/result.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import { dueDays, nextDue } from "#shared/routines/due.ts";
import { standingOf, standingsOf } from "#shared/routines/standing.ts";
import { aPlan, START, type TestContext, testContext } from "#test/support/builders.ts";
import { type Chance, chance } from "#test/support/chance.ts";
import { expectSound } from "#test/support/plans.ts";

const RULES = [
  "FREQ=DAILY",
  "FREQ=WEEKLY;BYDAY=MO,TH",
  "FREQ=WEEKLY;INTERVAL=2",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=DAILY;COUNT=3",
  "FREQ=HOURLY",
] as const;

type Operation = (plan: Plan, ctx: TestContext, dice: Chance) => Result<Change>;

function some(plan: Plan, dice: Chance): Id {
  return dice.pick([...plan.routines.keys()]) ?? "none";
}

function around(ctx: TestContext, dice: Chance): Day {
  return addDays(ctx.today(), dice.whole(-25, 25));
}

/** Mostly a day on which a run is due. */
function dueDay(plan: Plan, ctx: TestContext, dice: Chance, id: Id): Day {
  const routine = plan.routines.get(id);
  const days = routine ? dueDays(routine, addDays(ctx.today(), -20), addDays(ctx.today(), 20)) : [];
  return dice.pick(days) ?? around(ctx, dice);
}

const OPERATIONS: Operation[] = [
  (plan, ctx, dice) =>
    addRoutine(plan, ctx, {
      name: dice.pick(["", "Count the cash", "n".repeat(501)]),
      ownerId: dice.pick([null, "Ana", "Bo", "nobody"]),
      rule: dice.pick(RULES),
      firstRun: around(ctx, dice),
      steps: [{ id: ctx.newId(), text: "One" }],
    }),
  (plan, ctx, dice) => setRoutineRule(plan, ctx, some(plan, dice), dice.pick(RULES), around(ctx, dice)),
  (plan, ctx, dice) => editEntity(plan, ctx, "routine", some(plan, dice), { minutes: dice.whole(-1, 600) }),
  ...Array.from(
    { length: 3 },
    (): Operation => (plan, ctx, dice) => {
      const id = some(plan, dice);
      return recordRun(plan, ctx, id, dueDay(plan, ctx, dice, id), {
        doneOn: addDays(ctx.today(), dice.whole(-2, 1)),
      });
    },
  ),
  (plan, ctx, dice) => {
    const id = some(plan, dice);
    return takeBackRun(plan, ctx, id, dueDay(plan, ctx, dice, id));
  },
  (plan, ctx, dice) => {
    const id = some(plan, dice);
    return editRun(plan, ctx, id, dueDay(plan, ctx, dice, id), { note: "Noted" });
  },
  (plan, ctx, dice) => {
    const id = some(plan, dice);
    const step = plan.routines.get(id)?.steps[0]?.id ?? "none";
    return tickStep(plan, ctx, id, dueDay(plan, ctx, dice, id), step, dice.next() < 0.7);
  },
  (plan, ctx, dice) => {
    const id = some(plan, dice);
    return skipRun(plan, ctx, id, dueDay(plan, ctx, dice, id));
  },
  (plan, ctx, dice) => {
    const id = some(plan, dice);
    return moveRun(plan, ctx, id, dueDay(plan, ctx, dice, id), around(ctx, dice));
  },
  (plan, ctx, dice) => endRoutine(plan, ctx, some(plan, dice), dice.pick([null, around(ctx, dice)])),
  (plan, ctx, dice) => deleteListed(plan, ctx, some(plan, dice)),
  (plan, ctx, dice) => deleteListed(plan, ctx, dice.pick(["Ana", "Bo"])),
  (plan, ctx, dice) => restoreFromBin(plan, ctx, dice.pick(binOf(plan))?.entity.id ?? "none"),
  (plan, ctx, dice) =>
    dice.next() < 0.3
      ? purgeFromBin(plan, ctx, [dice.pick(binOf(plan))?.entity.id ?? "none"])
      : restoreFromBin(plan, ctx, dice.pick(binOf(plan))?.entity.id ?? "none"),
];

const text = (plan: Plan) => serialiseDocument(plan, { exportedAt: "2027-01-01T00:00:00.000Z" });

describe.each(Array.from({ length: 12 }, (_, i) => i + 1))("routines at random, seed %i", (seed) => {
  it("stay sound, undo exactly, and go through files, copies and other days", () => {
    const dice = chance(seed);
    let today = START;
    const ctx = { ...testContext(), today: () => today };
    let plan = aPlan({ people: [{ name: "Ana" }, { name: "Bo" }] });
    let done = 0;
    for (let step = 0; step < 150; step++) {
      if (dice.next() < 0.4) today = addDays(today, dice.whole(0, 4));
      const operation = plan.routines.size < 2 ? OPERATIONS[0] : dice.pick(OPERATIONS);
      const result = operation?.(plan, ctx, dice);
      if (!result?.ok) continue;
      done++;
      const after = applyChange(plan, result.value);
      expectSound(after);
      expect(text(applyChange(after, invertChange(ctx, result.value)))).toBe(text(plan));
      plan = after;
      for (const [id, standing] of standingsOf(plan, today)) {
        const routine = plan.routines.get(id);
        if (!routine) throw new Error("no such routine");
        const runs = [...plan.routineRuns.values()].filter((run) => run.routineId === id);
        expect(standing).toEqual(standingOf(routine, runs, today));
        expect(nextDue(routine, today)).toBe(dueDays(routine, today, addDays(today, 800))[0] ?? null);
      }
    }
    expect(done).toBeGreaterThan(20);
    expect(text(must(parseDocument(text(plan))))).toBe(text(plan));
    expectSound(shiftPlan(plan, 70));
    const { added } = must(copyRoadmap(testContext({ prefix: "c" }), plan, "Copy"));
    if (added[0]?.kind === "roadmap") expectSound(planFromEntities(added[0], added));
  });
});
