/**
 * A person at random: hundreds of commands in a row on a stored plan. After each one the plan must hold together;
 * undone to the start and redone to the end it must be what it was, in memory and on disk.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  addItemNear,
  duplicate,
  editLink,
  editTask,
  indent,
  link,
  move,
  nudge,
  outdent,
  purge,
  remove,
  rename,
  restore,
  setFinish,
  setStart,
  shift,
  toggleDone,
} from "#renderer/commands/items.ts";
import { openRoadmap } from "#renderer/commands/navigation.ts";
import { createPersonNamed, editPerson, editRoadmap, removePerson } from "#renderer/commands/people.ts";
import { run } from "#renderer/commands/registry.ts";
import { select } from "#renderer/commands/selection.ts";
import { addDays } from "#shared/domain/day.ts";
import { LINK_RULES } from "#shared/domain/dependency.ts";
import type { Entity } from "#shared/domain/entity.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { binOf } from "#shared/domain/operations/bin.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { entitiesOf, type Plan } from "#shared/domain/plan.ts";
import { createAppWith, type TestApp } from "#test/support/app.ts";
import { bigPlan } from "#test/support/builders.ts";
import { journalOnDisk, replayJournal, rowsOnDisk } from "#test/support/replay.ts";

type Pick = (n: number) => number;

function plan(app: TestApp): Plan {
  return app.documents.state.getState().plan as Plan;
}

function snapshot(app: TestApp): Record<string, unknown> {
  return Object.fromEntries(entitiesOf(plan(app)).map((row) => [row.id, row]));
}

function anyItem(app: TestApp, pick: Pick): string {
  const { inOrder } = outlineOf(plan(app));
  return inOrder[pick(inOrder.length)]?.item.id ?? "none";
}

function anyTask(app: TestApp, pick: Pick): string {
  const tasks = outlineOf(plan(app)).inOrder.filter((node) => node.item.kind === "task");
  return tasks[pick(tasks.length)]?.item.id ?? "none";
}

function anyPerson(app: TestApp, pick: Pick): string {
  const people = [...plan(app).people.keys()];
  return people[pick(people.length)] ?? "none";
}

const MOVES: readonly ((app: TestApp, pick: Pick) => void)[] = [
  (app, pick) => {
    select(app, [anyItem(app, pick)]);
    addItemNear(app, (["stage", "milestone", "task"] as const)[pick(3)] ?? "task");
  },
  (app, pick) => rename(app, "task", anyTask(app, pick), `Name ${pick(1000)}`),
  (app, pick) => editTask(app, anyTask(app, pick), { progressPct: pick(101) }),
  (app, pick) => editTask(app, anyTask(app, pick), { durationDays: pick(40) / 2, effortHours: pick(50) }),
  (app, pick) =>
    editTask(app, anyTask(app, pick), {
      accountableId: anyPerson(app, pick),
      assignments: [{ personId: anyPerson(app, pick), allocationPct: pick(200) }],
    }),
  (app, pick) => setFinish(app, anyTask(app, pick), "2027-08-20"),
  (app, pick) => shift(app, [anyItem(app, pick), anyItem(app, pick)], pick(60) - 30),
  (app, pick) => indent(app, [anyItem(app, pick)]),
  (app, pick) => outdent(app, [anyItem(app, pick)]),
  (app, pick) => nudge(app, [anyItem(app, pick)], pick(2) === 0 ? -1 : 1),
  (app, pick) =>
    move(app, [anyItem(app, pick), anyTask(app, pick)], { parentId: anyItem(app, pick), afterId: null }),
  (app, pick) => duplicate(app, [anyItem(app, pick)]),
  (app, pick) => remove(app, [anyItem(app, pick)]),
  (app, pick) => {
    const bin = binOf(plan(app));
    const entry = bin[pick(bin.length)];
    if (entry) restore(app, entry.entity.id);
  },
  (app, pick) => {
    const bin = binOf(plan(app));
    const entry = bin[pick(bin.length)];
    if (entry) purge(app, [entry.entity.id]);
  },
  (app, pick) => link(app, { fromId: anyItem(app, pick), toId: anyItem(app, pick), lagDays: pick(5) }),
  (app, pick) => {
    const links = [...plan(app).dependencies.keys()];
    const rule = LINK_RULES[pick(3)] ?? "use";
    editLink(app, links[pick(links.length)] ?? "none", { rule, lagDays: pick(9) - 2 });
  },
  (app, pick) => setStart(app, anyTask(app, pick), addDays("2027-01-04", pick(200))),
  (app, pick) => toggleDone(app, [anyTask(app, pick), anyTask(app, pick)]),
  (app, pick) => void createPersonNamed(app, { name: `Person ${pick(99)}` }),
  (app, pick) => editPerson(app, anyPerson(app, pick), { hoursPerWeek: pick(60) }),
  (app, pick) => removePerson(app, anyPerson(app, pick)),
  (app, pick) => editRoadmap(app, { vision: `Vision ${pick(99)}` }),
  (app) => void run(app, "edit.undo"),
  (app) => void run(app, "edit.redo"),
];

it("holds together through hundreds of random commands, undone to the start and redone to the end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(MOVES.length - 1), fc.infiniteStream(fc.nat())), {
        minLength: 60,
        maxLength: 140,
      }),
      async (steps) => {
        const app = await createAppWith(bigPlan(60));
        const start = snapshot(app);
        for (const [move, numbers] of steps) {
          const pick: Pick = (n) => (n > 0 ? (numbers.next().value as number) % n : 0);
          MOVES[move]?.(app, pick);
          expect(checkPlan(plan(app))).toEqual([]);
        }
        const end = snapshot(app);
        let undone = 0;
        while (run(app, "edit.undo")) undone++;
        expect(snapshot(app)).toEqual(start);
        for (let i = 0; i < undone; i++) run(app, "edit.redo");
        expect(snapshot(app)).toEqual(end);
        const again = await app.restart();
        await openRoadmap(again, plan(app).roadmap.id);
        expect(snapshot(again)).toEqual(end);
        const replayed = replayJournal(await journalOnDisk(again.db), Object.values(start) as Entity[]);
        expect(await rowsOnDisk(again.db)).toEqual(replayed);
      },
    ),
    { numRuns: 10, seed: 20270104 },
  );
}, 60_000);
