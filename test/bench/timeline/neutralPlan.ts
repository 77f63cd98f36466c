/** The harness's neutral data as a plan of ours. */

import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { createRoadmap } from "#shared/domain/roadmap.ts";
import { rowsById } from "#shared/domain/rowsById.ts";
import { createStage } from "#shared/domain/stage.ts";
import type { Task } from "#shared/domain/task.ts";

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
  const tasks = rowsById(data.tasks.map((neutral) => taskOf(neutral, day0)));
  const dependencies = rowsById(data.links.map(linkOf));
  return { ...planFromEntities(roadmap, [stage]), tasks, dependencies };
}

/** Three digits each, and the ids made of them, as they are first asked for: the clock runs by then. */
const digits: string[] = [];
const keys: Id[] = [];

/**
 * The id in the plan of a task, or a link, of the neutral data: six digits, for less than a million. Numbers of one
 * length sort as text, so that one key serves a task as its id and as its order.
 */
export function idOf(neutralId: number): Id {
  keys[neutralId] ??= threeDigits(Math.floor(neutralId / 1_000)) + threeDigits(neutralId % 1_000);
  return keys[neutralId];
}

function threeDigits(number: number): string {
  digits[number] ??= String(number).padStart(3, "0");
  return digits[number];
}

/** What nobody has, shared by all. */
const NONE: readonly never[] = [];

/** Written out in full: a copy of a blank task takes three times as long. */
function taskOf({ id, name, start, dur, progress }: NeutralData["tasks"][number], day0: number): Task {
  const key = idOf(id);
  return {
    kind: "task",
    id: key,
    roadmapId: ROADMAP,
    parentId: STAGE,
    order: key,
    name,
    start: dayFromNumber(day0 + start),
    durationDays: dur,
    constraint: null,
    deadline: null,
    isPinned: false,
    actualStart: null,
    actualFinish: null,
    assignments: NONE,
    accountableId: null,
    consultedIds: NONE,
    informedIds: NONE,
    handovers: NONE,
    status: progress > 0 ? "in-progress" : "not-started",
    progressPct: progress,
    effortHours: null,
    notes: "",
    checklist: NONE,
    procedureId: null,
    decisionRightId: null,
    amount: null,
    isStrategy: false,
    commission: null,
    deletedAt: null,
  };
}

function linkOf({ id, from, to }: NeutralData["links"][number]): Dependency {
  return {
    kind: "dependency",
    id: idOf(id),
    roadmapId: ROADMAP,
    fromId: idOf(from),
    toId: idOf(to),
    type: "FS",
    lagDays: 0,
    lagKind: "working",
  };
}
