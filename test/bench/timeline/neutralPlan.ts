/** The harness's neutral data as a plan of ours. */

import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { createDependency, type Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { createRoadmap } from "#shared/domain/roadmap.ts";
import { createStage } from "#shared/domain/stage.ts";
import { createTask, type Task } from "#shared/domain/task.ts";

export interface NeutralData {
  readonly tasks: readonly {
    readonly id: number;
    readonly name: string;
    /** Calendar days from day0, and the length in days. */
    readonly start: number;
    readonly dur: number;
    readonly progress: number;
  }[];
  readonly links: readonly { readonly id: number; readonly from: number; readonly to: number }[];
  /** Milliseconds since 1970, UTC. */
  readonly day0: number;
}

const MS_PER_DAY = 86_400_000;
const ROADMAP = "roadmap";
/** A plan has stages; the neutral data has none, and every chart there draws it in one colour. */
const STAGE = "stage";
/** The neutral data counts calendar days. */
const EVERY_DAY = { workingWeekdays: [0, 1, 2, 3, 4, 5, 6], exceptions: [], holidays: null };

export function firstDayOf(data: NeutralData): Day {
  return dayFromNumber(data.day0 / MS_PER_DAY);
}

export function planOf(data: NeutralData): Plan {
  const first = firstDayOf(data);
  const roadmap = createRoadmap({
    id: ROADMAP,
    companyName: "Neutral data",
    vision: "",
    startDate: first,
    ceoId: null,
    cooId: null,
    calendar: EVERY_DAY,
    createdAt: `${first}T00:00:00.000Z`,
  });
  const stage = createStage({ id: STAGE, roadmapId: ROADMAP, order: "a", name: "All tasks" });
  const day0 = dayNumber(first);
  const tasks = new Map<Id, Task>();
  const ids: Id[] = [];
  for (const neutral of data.tasks) {
    const task = taskOf(neutral, day0);
    ids[neutral.id] = task.id;
    tasks.set(task.id, task);
  }
  const dependencies = new Map<Id, Dependency>();
  for (const neutral of data.links) {
    const link = linkOf(neutral, ids);
    dependencies.set(link.id, link);
  }
  return { ...planFromEntities(roadmap, [stage]), tasks, dependencies };
}

/** Numbers of one length sort as text, so that one key serves a task as its id and as its order. */
const FIRST_KEY = 1_000_000;

/** The id in the plan of a task, or a link, of the neutral data. */
export function idOf(neutralId: number): Id {
  return String(FIRST_KEY + neutralId);
}

/** What a task has that the neutral data knows nothing of. */
const BLANK = createTask({
  id: "",
  roadmapId: ROADMAP,
  parentId: STAGE,
  order: "",
  name: "",
  start: "2026-01-01",
});

const BLANK_LINK = createDependency({ id: "", roadmapId: ROADMAP, fromId: "", toId: "" });

function taskOf(task: NeutralData["tasks"][number], day0: number): Task {
  const id = idOf(task.id);
  return {
    ...BLANK,
    id,
    order: id,
    name: task.name,
    start: dayFromNumber(day0 + task.start),
    durationDays: task.dur,
    status: task.progress > 0 ? "in-progress" : "not-started",
    progressPct: task.progress,
  };
}

function linkOf(link: NeutralData["links"][number], ids: readonly Id[]): Dependency {
  return { ...BLANK_LINK, id: idOf(link.id), fromId: ids[link.from] as Id, toId: ids[link.to] as Id };
}
