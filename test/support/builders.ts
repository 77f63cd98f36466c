/**
 * Plans over literals. Every row's id is its name unless an id is given, so a test reads
 * `plan.tasks.get("Sign the lease")`.
 *
 *   const plan = aPlan({
 *     people: [{ name: "Ana", role: "CEO" }],
 *     stages: [
 *       { name: "Idea", holds: [
 *         { milestone: "Named", date: "2027-02-01", ownerId: "Ana", holds: [
 *           { task: "Choose a name", start: "2027-01-04", durationDays: 3, does: ["Ana"] } ] } ] },
 *     ],
 *     links: [{ from: "Choose a name", to: "Named" }],
 *   });
 */
import { generateNKeysBetween } from "fractional-indexing";
import type { EditContext } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { createDecisionRight, type DecisionRight } from "#shared/domain/decisionRight.ts";
import { createDependency, type Dependency } from "#shared/domain/dependency.ts";
import type { Entity } from "#shared/domain/entity.ts";
import { createMilestone, type Milestone } from "#shared/domain/milestone.ts";
import { createPerson, type Person } from "#shared/domain/person.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { createProcedure, type Procedure } from "#shared/domain/procedure.ts";
import { createRoadmap, type Roadmap } from "#shared/domain/roadmap.ts";
import { createRoutine, type Routine } from "#shared/domain/routine.ts";
import { createStage, type Stage } from "#shared/domain/stage.ts";
import { createTask, type Task } from "#shared/domain/task.ts";

export const START = "2027-01-04"; // a Monday
export const FIRST_INSTANT = "2027-01-04T09:00:00.000Z";

type Own<T> = Partial<Omit<T, "kind" | "roadmapId" | "parentId">>;

export interface TaskLiteral extends Own<Task> {
  readonly task: string;
  /** Ids of people who do it at 100 %; for other shares give `assignments`. */
  readonly does?: readonly string[];
  readonly holds?: readonly ItemLiteral[];
}
export interface MilestoneLiteral extends Own<Milestone> {
  readonly milestone: string;
  readonly holds?: readonly TaskLiteral[];
}
export type ItemLiteral = TaskLiteral | MilestoneLiteral;
export interface StageLiteral extends Own<Stage> {
  readonly name: string;
  readonly holds?: readonly ItemLiteral[];
}
export interface LinkLiteral
  extends Partial<Pick<Dependency, "id" | "type" | "lagDays" | "lagKind" | "rule">> {
  readonly from: string;
  readonly to: string;
}
export interface PlanLiteral {
  readonly roadmap?: Partial<Omit<Roadmap, "kind">>;
  readonly people?: readonly (Own<Person> & { readonly name: string })[];
  readonly stages?: readonly StageLiteral[];
  readonly links?: readonly LinkLiteral[];
  readonly routines?: readonly (Own<Routine> & { readonly name: string })[];
  readonly procedures?: readonly (Own<Procedure> & { readonly name: string })[];
  readonly decisionRights?: readonly (Own<DecisionRight> & { readonly name: string })[];
}

/** A plan from a literal. Siblings stand in the order given; nothing is checked, so broken plans can be built. */
export function aPlan(literal: PlanLiteral = {}): Plan {
  const roadmap = aRoadmap(literal.roadmap);
  const builder = new Builder(roadmap.id);
  builder.people(literal.people ?? []);
  builder.stages(literal.stages ?? []);
  builder.links(literal.links ?? []);
  builder.lists(literal);
  return planFromEntities(roadmap, builder.rows);
}

export function aRoadmap(fields: Partial<Omit<Roadmap, "kind">> = {}): Roadmap {
  const start = createRoadmap({
    id: "roadmap",
    companyName: "Corner Pizza",
    vision: "The best slice in town, then in every town.",
    startDate: START,
    ceoId: null,
    cooId: null,
    createdAt: FIRST_INSTANT,
  });
  return { ...start, ...fields };
}

class Builder {
  readonly rows: Entity[] = [];
  readonly #used = new Set<string>();

  constructor(readonly roadmapId: string) {}

  people(people: NonNullable<PlanLiteral["people"]>): void {
    const keys = generateNKeysBetween(null, null, people.length);
    people.forEach((person, i) => {
      this.rows.push(createPerson({ ...this.#common(person.name, keys[i]), ...person }));
    });
  }

  stages(stages: readonly StageLiteral[]): void {
    const keys = generateNKeysBetween(null, null, stages.length);
    stages.forEach(({ holds, ...fields }, i) => {
      const stage = createStage({ ...this.#common(fields.name, keys[i]), ...fields });
      this.rows.push(stage);
      this.#items(stage.id, holds ?? []);
    });
  }

  links(links: readonly LinkLiteral[]): void {
    for (const { from, to, ...fields } of links) {
      const id = this.#freeId(`${from} > ${to}`);
      this.rows.push(createDependency({ id, roadmapId: this.roadmapId, fromId: from, toId: to, ...fields }));
    }
  }

  lists({ routines = [], procedures = [], decisionRights = [] }: PlanLiteral): void {
    const keysOf = (list: readonly unknown[]): string[] => generateNKeysBetween(null, null, list.length);
    const keys = {
      routines: keysOf(routines),
      procedures: keysOf(procedures),
      rights: keysOf(decisionRights),
    };
    this.rows.push(
      ...routines.map((row, i) =>
        createRoutine({
          ...this.#common(row.name, keys.routines[i]),
          rule: "FREQ=WEEKLY",
          firstRun: START,
          ...row,
        }),
      ),
      ...procedures.map((row, i) =>
        createProcedure({ ...this.#common(row.name, keys.procedures[i]), ...row }),
      ),
      ...decisionRights.map((row, i) =>
        createDecisionRight({ ...this.#common(row.name, keys.rights[i]), ...row }),
      ),
    );
  }

  /** A loop rather than recursion, so that very deep plans can be built. */
  #items(rootId: string, rootItems: readonly ItemLiteral[]): void {
    const queue: [string, readonly ItemLiteral[]][] = [[rootId, rootItems]];
    for (let head = 0; head < queue.length; head++) {
      const [parentId, items] = queue[head] as [string, readonly ItemLiteral[]];
      const keys = generateNKeysBetween(null, null, items.length);
      items.forEach((item, i) => {
        const row =
          "task" in item ? this.#task(item, parentId, keys[i]) : this.#milestone(item, parentId, keys[i]);
        this.rows.push(row);
        if (item.holds) queue.push([row.id, item.holds]);
      });
    }
  }

  #task(
    { task: name, does, holds: _, ...fields }: TaskLiteral,
    parentId: string,
    key: string | undefined,
  ): Task {
    const assignments = (does ?? []).map((personId) => ({ personId, allocationPct: 100 }));
    return createTask({ ...this.#common(name, key), parentId, start: START, assignments, ...fields });
  }

  #milestone(
    { milestone: name, holds: _, ...fields }: MilestoneLiteral,
    parentId: string,
    key: string | undefined,
  ): Milestone {
    return createMilestone({ ...this.#common(name, key), parentId, date: START, ...fields });
  }

  #common(name: string, key: string | undefined) {
    return { id: this.#freeId(name), roadmapId: this.roadmapId, order: key ?? "a0", name };
  }

  #freeId(wanted: string): string {
    const base = wanted.slice(0, 60);
    let id = base;
    for (let i = 2; this.#used.has(id) || id === ""; i++) id = `${base} ${i}`;
    this.#used.add(id);
    return id;
  }
}

export interface TestContext extends EditContext {
  /** Sets the clock; it goes on from there, a second a reading. */
  setTime(instant: string): void;
}

/** Ids `n1`, `n2`, … (or another prefix) and a clock that goes on by one second each time it is read. */
export function testContext(
  options: { readonly author?: string; readonly prefix?: string; readonly today?: Day } = {},
): TestContext {
  let ids = 0;
  let time = Date.parse(FIRST_INSTANT);
  const prefix = options.prefix ?? "n";
  return {
    newId: () => `${prefix}${++ids}`,
    now: () => {
      const instant = new Date(time).toISOString();
      time += 1_000;
      return instant;
    },
    today: () => options.today ?? START,
    author: options.author ?? "Test",
    sessionId: null,
    setTime: (instant) => {
      time = Date.parse(instant);
    },
  };
}

/** What `parseGan` and its like need: ids and the clock, without an author. */
export function importContext(today: Day = START) {
  const { newId, now } = testContext({ prefix: "i" });
  return { newId, now, today };
}

const TASKS_PER_MILESTONE = 8;
const MILESTONES_PER_STAGE = 6;

/**
 * A believable plan of exactly `taskCount` tasks, the same each time: stages of six milestones, eight tasks a
 * milestone, twelve people, each task linked to the one before it.
 */
export function bigPlan(taskCount: number): Plan {
  const people = Array.from({ length: 12 }, (_, i) => ({
    id: `p${i}`,
    name: `Person ${i + 1}`,
    role: "Team",
  }));
  const stages: (StageLiteral & { holds: ItemLiteral[] })[] = [];
  const links: LinkLiteral[] = [];
  let made = 0;
  for (let m = 0; made < taskCount; m++) {
    const first = addDays(START, m * 9);
    const tasks: TaskLiteral[] = [];
    for (let i = 0; i < TASKS_PER_MILESTONE && made < taskCount; i++, made++) {
      if (i > 0) links.push({ id: `l${made}`, from: `t${made - 1}`, to: `t${made}` });
      tasks.push(bigTask(made, addDays(first, i * 2)));
    }
    if (m % MILESTONES_PER_STAGE === 0) {
      const number = stages.length + 1;
      stages.push({ id: `s${number}`, name: `Stage ${number}`, holds: [] });
    }
    const date = addDays(first, 21);
    stages.at(-1)?.holds.push({
      id: `m${m}`,
      milestone: `Milestone ${m + 1}`,
      date,
      ownerId: `p${m % 12}`,
      holds: tasks,
    });
  }
  return aPlan({
    roadmap: { name: `Plan of ${taskCount}`, ceoId: "p0", cooId: "p1" },
    people,
    stages,
    links,
  });
}

function bigTask(n: number, start: Day): TaskLiteral {
  const done = n % 4 === 0;
  return {
    id: `t${n}`,
    task: `Task ${n + 1}: prepare, check and hand over`,
    start,
    durationDays: 1 + ((n * 7) % 12),
    does: [`p${n % 12}`],
    accountableId: `p${(n + 5) % 12}`,
    status: done ? "done" : "not-started",
    progressPct: done ? 100 : 0,
    effortHours: 4 + (n % 30),
    notes: n % 10 === 0 ? "Agreed in the planning session." : "",
  };
}
