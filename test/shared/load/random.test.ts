import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type Day } from "#shared/domain/day.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { loadOf, weekAt, weekLoadOf } from "#shared/load/load.ts";
import { partsOf } from "#shared/load/parts.ts";
import { weekAfter } from "#shared/load/weeks.ts";
import { START } from "#test/support/builders.ts";
import { chance } from "#test/support/chance.ts";
import { capacityOn, countedHours, isTaskDay, mondayOf, worksOn } from "./reference.ts";
import { wildLoad } from "./wildLoad.ts";

const FROM = addDays(START, -70);
const WEEKS = 60;
const TO = addDays(FROM, WEEKS * 7 - 1);
const seeds = fc.integer({ min: 0, max: 1e6 });

function someDay(seed: number): Day {
  return addDays(START, seed % 60);
}

/** What each person has on each day of each item, as the week's parts tell it; runs that take no time left out. */
function listed(plan: Plan, today: Day) {
  const rows = loadOf(plan, today, FROM, WEEKS).rows;
  return rows.flatMap(({ person }) =>
    Array.from({ length: WEEKS }, (_, n) => weekAfter(FROM, n)).flatMap((week) =>
      partsOf(plan, today, person?.id ?? null, week).flatMap((part) =>
        part.days.flatMap(({ day, hours }) =>
          hours === 0
            ? []
            : {
                personId: person?.id ?? null,
                id: part.kind === "task" ? part.task.id : part.routine.id,
                day,
                hours,
              },
        ),
      ),
    ),
  );
}

function summed<T extends { hours: number }>(rows: readonly T[], keyOf: (row: T) => string) {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.hours);
  return Object.fromEntries([...sums].map(([key, hours]) => [key, Math.round(hours * 1e6) / 1e6]).sort());
}

it("counts every planned hour once, on a working day, for the right person", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const plan = wildLoad(chance(seed));
      const rows = listed(plan, someDay(seed));
      const ofItem = summed(rows, ({ id }) => id);
      for (const { item, children } of outlineOf(plan).inOrder) {
        if (item.kind !== "task") continue;
        const counts = children.length === 0 && item.status !== "cancelled";
        if (!counts) expect(ofItem[item.id]).toBeUndefined();
        else if (item.effortHours !== null) expect(ofItem[item.id] ?? 0).toBeCloseTo(item.effortHours, 4);
      }
      for (const { id, day, personId } of rows) {
        const task = plan.tasks.get(id);
        if (!task) continue;
        const doers = task.assignments.map((one) => one.personId);
        expect(doers.length > 0 ? doers : [task.accountableId]).toContain(personId);
        expect(isTaskDay(plan, task)(day)).toBe(true);
        const own = rows.filter((row) => row.id === id && row.personId === personId);
        const isAwayThroughout = own.every((row) => !worksOn(plan, personId)(row.day));
        // What is done and what is left are laid out apart, so each of them may find the person away.
        if (!isAwayThroughout && task.progressPct === 0) expect(worksOn(plan, personId)(day)).toBe(true);
      }
    }),
    { numRuns: 120 },
  );
});

it("agrees with hours counted one day after the other", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const plan = wildLoad(chance(seed));
      const today = someDay(seed);
      const counted = countedHours(plan, today, FROM, TO);
      const key = (row: (typeof counted)[number]) => `${row.personId} ${row.id} ${row.day}`;
      expect(summed(listed(plan, today), key)).toEqual(summed(counted, key));
      const weekly = summed(counted, ({ personId, day }) => `${personId} ${mondayOf(day)}`);
      for (const row of loadOf(plan, today, FROM, WEEKS).rows) {
        const id = row.person?.id ?? null;
        for (let n = 0; n < WEEKS; n++) {
          const week = weekAfter(FROM, n);
          const load = weekAt(row, n);
          expect(load.hours).toBeCloseTo(weekly[`${id} ${week}`] ?? 0, 4);
          if (n % 20 === 10) expect(weekLoadOf(plan, today, id, week)).toEqual(load);
          let capacity = 0;
          for (let d = 0; d < 7 && id !== null; d++) capacity += capacityOn(plan, id, addDays(week, d));
          expect(load.capacity).toBeCloseTo(capacity, 6);
        }
      }
    }),
    { numRuns: 60 },
  );
});
