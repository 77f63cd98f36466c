/** A roadmap in memory: its own row and one map per kind of row, including what lies in the bin. */
import type { Baseline } from "./baseline.ts";
import type { Change } from "./change.ts";
import { type ChangedRow, noteChangedRows } from "./changedRows.ts";
import type { Decision } from "./decision.ts";
import type { DecisionRight } from "./decisionRight.ts";
import type { Dependency } from "./dependency.ts";
import type { Entity, EntityByKind, PlanItem } from "./entity.ts";
import type { Id } from "./fields.ts";
import type { GateDecision } from "./gate.ts";
import type { Issue } from "./issue.ts";
import { mapWith } from "./mapWith.ts";
import type { Milestone } from "./milestone.ts";
import type { Person } from "./person.ts";
import type { ChecklistRun, Procedure } from "./procedure.ts";
import type { Review } from "./review.ts";
import type { Roadmap } from "./roadmap.ts";
import type { Routine, RoutineRun } from "./routine.ts";
import { rowsById } from "./rowsById.ts";
import type { Session } from "./session.ts";
import type { Stage } from "./stage.ts";
import type { Task } from "./task.ts";

export interface Plan {
  readonly roadmap: Roadmap;
  readonly stages: ReadonlyMap<Id, Stage>;
  readonly milestones: ReadonlyMap<Id, Milestone>;
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly people: ReadonlyMap<Id, Person>;
  readonly dependencies: ReadonlyMap<Id, Dependency>;
  readonly baselines: ReadonlyMap<Id, Baseline>;
  readonly routines: ReadonlyMap<Id, Routine>;
  readonly routineRuns: ReadonlyMap<Id, RoutineRun>;
  readonly procedures: ReadonlyMap<Id, Procedure>;
  readonly checklistRuns: ReadonlyMap<Id, ChecklistRun>;
  readonly decisionRights: ReadonlyMap<Id, DecisionRight>;
  readonly sessions: ReadonlyMap<Id, Session>;
  readonly issues: ReadonlyMap<Id, Issue>;
  readonly decisions: ReadonlyMap<Id, Decision>;
  readonly gateDecisions: ReadonlyMap<Id, GateDecision>;
  readonly reviews: ReadonlyMap<Id, Review>;
}

type ContentKind = Exclude<keyof EntityByKind, "roadmap">;

/** Where each kind of row lives in a plan. */
const MAP_OF = {
  stage: "stages",
  milestone: "milestones",
  task: "tasks",
  person: "people",
  dependency: "dependencies",
  baseline: "baselines",
  routine: "routines",
  routineRun: "routineRuns",
  procedure: "procedures",
  checklistRun: "checklistRuns",
  decisionRight: "decisionRights",
  session: "sessions",
  issue: "issues",
  decision: "decisions",
  gateDecision: "gateDecisions",
  review: "reviews",
} as const satisfies Record<ContentKind, keyof Plan>;

/** Builds a plan from rows in any order. Rows of other roadmaps are left out. */
export function planFromEntities(roadmap: Roadmap, entities: Iterable<Entity>): Plan {
  const lists: Record<keyof typeof MAP_OF, Entity[]> = {
    stage: [],
    milestone: [],
    task: [],
    person: [],
    dependency: [],
    baseline: [],
    routine: [],
    routineRun: [],
    procedure: [],
    checklistRun: [],
    decisionRight: [],
    session: [],
    issue: [],
    decision: [],
    gateDecision: [],
    review: [],
  };
  for (const entity of entities) {
    if (entity.kind !== "roadmap" && entity.roadmapId === roadmap.id) lists[entity.kind].push(entity);
  }
  const plan: Record<string, unknown> = { roadmap };
  for (const [kind, list] of Object.entries(lists)) plan[MAP_OF[kind as ContentKind]] = rowsById(list);
  return plan as unknown as Plan;
}

/** Every row of the plan, the roadmap's own first. */
export function entitiesOf(plan: Plan): Entity[] {
  return [
    plan.roadmap,
    ...plan.people.values(),
    ...plan.stages.values(),
    ...plan.milestones.values(),
    ...plan.tasks.values(),
    ...plan.dependencies.values(),
    ...plan.baselines.values(),
    ...plan.routines.values(),
    ...plan.routineRuns.values(),
    ...plan.procedures.values(),
    ...plan.checklistRuns.values(),
    ...plan.decisionRights.values(),
    ...plan.sessions.values(),
    ...plan.issues.values(),
    ...plan.decisions.values(),
    ...plan.gateDecisions.values(),
    ...plan.reviews.values(),
  ];
}

export function rowById<K extends keyof EntityByKind>(plan: Plan, kind: K, id: Id): EntityByKind[K] | null {
  if (kind === "roadmap") return plan.roadmap.id === id ? (plan.roadmap as EntityByKind[K]) : null;
  const rows = plan[MAP_OF[kind as ContentKind]] as ReadonlyMap<Id, EntityByKind[K]>;
  return rows.get(id) ?? null;
}

export function itemById(plan: Plan, id: Id): PlanItem | null {
  return plan.tasks.get(id) ?? plan.milestones.get(id) ?? plan.stages.get(id) ?? null;
}

/** The change asked about last. No more than one: an undo history of plans would fill the memory. */
let applied: { readonly change: Change; readonly before: Plan; readonly after: Plan } | null = null;

/**
 * The plan after a change. Only the maps of touched kinds are new, so untouched parts keep their identity
 * (selectors memoise on it). Rows of other roadmaps are ignored. Asked again about the same two, it gives the same
 * plan: what was worked out while trying the change holds when it is made.
 */
export function applyChange(plan: Plan, change: Change): Plan {
  if (applied?.change !== change || applied.before !== plan)
    applied = { change, before: plan, after: changedPlan(plan, change) };
  return applied.after;
}

function changedPlan(plan: Plan, change: Change): Plan {
  const differing = new Map<ContentKind, Differing>();
  let roadmap = plan.roadmap;
  const of = (kind: ContentKind): Differing => {
    const known = differing.get(kind) ?? { gone: [], put: [] };
    differing.set(kind, known);
    return known;
  };
  for (const row of change.removed) if (row.kind !== "roadmap") of(row.kind).gone.push(row.id);
  for (const row of [...change.updated.map(([, to]) => to), ...change.added]) {
    if (row.kind !== "roadmap") {
      if (row.roadmapId === roadmap.id) of(row.kind).put.push([row.id, row]);
    } else if (row.id === roadmap.id) roadmap = row;
  }
  const next: Record<string, unknown> = { ...plan, roadmap };
  for (const [kind, rows] of differing) next[MAP_OF[kind]] = mapAfter(plan[MAP_OF[kind]], rows);
  return next as unknown as Plan;
}

/** The rows of one kind that a change takes out and puts in. */
interface Differing {
  readonly gone: Id[];
  readonly put: [Id, Entity][];
}

/** Saves whoever asks what differs from going through all rows. */
function mapAfter(from: ReadonlyMap<Id, Entity>, { gone, put }: Differing): ReadonlyMap<Id, Entity> {
  const to = mapWith(from, gone, put);
  const rows: ChangedRow<Entity>[] = [];
  for (const id of new Set([...gone, ...put.map(([id]) => id)])) {
    const [before, after] = [from.get(id), to.get(id)];
    if (before !== after) rows.push({ before, after });
  }
  noteChangedRows(from, to, rows);
  return to;
}
