/** What the imports of project files have in common: what they leave out, and what they say they bring. */
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { count } from "#shared/domain/words.ts";
import type { Topic } from "./losses.ts";

export const PROJECT_TOPICS = {
  milestoneGroup: {
    what: (n) => `The milestone mark of ${count(n, "item")}`,
    why: "An item that holds others became a stage or a group.",
  },
  sharedId: {
    what: (n) => `Links to and people of ${count(n, "task")}`,
    why: "Their number in the file is missing or belongs to another task, so nothing can be matched to them.",
  },
  rate: {
    what: (n) => `Pay rates of ${count(n, "person", "people")}`,
    why: "Groundwork keeps no pay rates.",
  },
  cost: { what: (n) => `Costs of ${count(n, "item")}`, why: "Groundwork keeps no costs." },
  unknownAssignment: {
    what: (n) => count(n, "assignment"),
    why: "The person or the task is not in the file.",
  },
  stageAssignment: {
    what: (n) => `${count(n, "assignment")} to stages`,
    why: "A stage has no people of its own; name them on its tasks.",
  },
  milestoneAssignment: {
    what: (n) => `${count(n, "assignment")} to milestones`,
    why: "A milestone has one owner: the first that the file names.",
  },
  baselineDay: {
    what: (n) => `The day on which ${count(n, "baseline")} ${n === 1 ? "was" : "were"} frozen`,
    why: "The file does not keep it, so each bears the day of this import. Work finished now counts as finished then.",
  },
} as const satisfies Record<string, Topic>;

/** Rows of a project file that are read; a plan that holds more is no plan people work by. */
const MAX_ROWS = 50_000;

/** Refuses a file with more rows than the app could show. */
export function checkRows(rows: number): Result<null> {
  if (rows <= MAX_ROWS) return ok(null);
  return refuse(
    "too-large",
    `This file holds more than ${MAX_ROWS.toLocaleString("en")} tasks. Split the plan in its program.`,
  );
}

interface Brings {
  bring(what: string, n: number): void;
}

/** How much of what came in. `looseWords` says where items stand that no stage held. */
export function bringAll(plan: Plan, loose: number, looseWords: string, report: Brings): void {
  const tasks = [...plan.tasks.values()];
  const milestones = [...plan.milestones.values()];
  const people = [...plan.people.values()];
  const assignments = tasks.reduce((n, task) => n + task.assignments.length, 0);
  report.bring("Stages", plan.stages.size);
  report.bring("Milestones", milestones.length);
  report.bring("Tasks", tasks.length);
  report.bring(looseWords, loose);
  report.bring("People", people.length);
  report.bring("Assignments", assignments + milestones.filter((m) => m.ownerId !== null).length);
  report.bring(
    "Days off of people",
    people.reduce((n, { daysOff }) => n + daysOff.length, 0),
  );
  report.bring("Links", plan.dependencies.size);
  report.bring("Baselines", plan.baselines.size);
  report.bring("Days off and worked days of the calendar", plan.roadmap.calendar.exceptions.length);
  const noted = [...plan.stages.values(), ...milestones, ...tasks].filter((item) => item.notes !== "");
  report.bring("Items with notes", noted.length);
}
