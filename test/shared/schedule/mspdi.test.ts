/** Plans that Microsoft Project worked out and saved: their stored dates and slacks come out of our passes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { datesOf } from "#shared/schedule/dates.ts";
import { type MspdiPlan, readMspdi, type StoredTask } from "./mspdiReader.ts";
import { solved } from "./support.ts";

const FILES = {
  "mpxj-mspdirelations.xml": { linked: 4, differences: {} },
  "mpxj-task-links-project2003.xml": { linked: 8, differences: {} },
  "mpxj-legacy-sample1.xml": {
    linked: 6,
    differences: {
      "Second Task finish": "worked by a resource",
    },
  },
} as const;

function readPlan(file: string): MspdiPlan {
  return readMspdi(readFileSync(new URL(`../../fixtures/mspdi/${file}`, import.meta.url), "utf8"));
}

/**
 * A finish stored at the hour when the working day opens is the same moment in working time as the close of the
 * working day before; Project stores it so when an SF link sets it. Plain days show the close.
 */
function sameFinish(plan: MspdiPlan, stored: string, ours: string | undefined): boolean {
  if (!ours) return false;
  const [day, time] = stored.split("T");
  if (day === ours) return true;
  const calendar = plan.input.calendars[0];
  let before = Date.parse(`${day}`);
  do before -= 86_400_000;
  while (!calendar?.workingWeekdays.includes(new Date(before).getUTCDay() as 0));
  return time === plan.opens && new Date(before).toISOString().slice(0, 10) === ours;
}

/** Why a stored date need not be ours, or null when nothing excuses it. */
function reasonFor(task: StoredTask): string | null {
  return task.isResourceDriven ? "worked by a resource" : null;
}

describe.each(Object.entries(FILES))("%s", (file, { linked, differences }) => {
  const plan = readPlan(file);
  const result = solved(plan.input);

  it("has the links the file is known for", () => {
    expect(plan.tasks.filter((task) => task.hasLinks)).toHaveLength(linked);
    expect(plan.input.links.length).toBe(linked);
  });

  it("starts and finishes every automatically scheduled task on its stored days, but for the known reasons", () => {
    const found: Record<string, string | null> = {};
    for (const task of plan.tasks) {
      const dates = datesOf(result, task.id);
      if (task.start.slice(0, 10) !== dates?.start) found[`${task.name} start`] = reasonFor(task);
      if (!sameFinish(plan, task.finish, dates?.finish)) found[`${task.name} finish`] = reasonFor(task);
    }
    expect(found).toEqual(differences);
  });

  it("gives the stored early and late days and slacks, where the file has them", () => {
    for (const task of plan.tasks) {
      const dates = datesOf(result, task.id);
      if (task.early) {
        expect(dates?.earlyStart, `${task.id} early start`).toBe(task.early[0].slice(0, 10));
        expect(sameFinish(plan, task.early[1], dates?.earlyFinish), `${task.id} early finish`).toBe(true);
      }
      if (task.late) {
        expect(dates?.lateStart, `${task.id} late start`).toBe(task.late[0].slice(0, 10));
        expect(sameFinish(plan, task.late[1], dates?.lateFinish), `${task.id} late finish`).toBe(true);
      }
      if (task.totalSlack !== null) expect(dates?.totalFloat, `${task.id} total slack`).toBe(task.totalSlack);
      if (task.freeSlack !== null) expect(dates?.freeFloat, `${task.id} free slack`).toBe(task.freeSlack);
    }
  });
});

it("the two files of Project 2003 and 2007 store slacks and late dates for every task", () => {
  for (const file of ["mpxj-mspdirelations.xml", "mpxj-task-links-project2003.xml"]) {
    const { tasks } = readPlan(file);
    expect(tasks.length).toBeGreaterThan(4);
    expect(tasks.every((task) => task.late && task.totalSlack !== null && task.freeSlack !== null)).toBe(
      true,
    );
  }
});
