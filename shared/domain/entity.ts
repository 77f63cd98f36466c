/** Everything that is stored as a row. `kind` tells the row's type and its table. */
import { z } from "zod";
import { type Baseline, baselineSchema } from "./baseline.ts";
import { type Decision, decisionSchema } from "./decision.ts";
import { type DecisionRight, decisionRightSchema } from "./decisionRight.ts";
import { type Dependency, dependencySchema } from "./dependency.ts";
import type { Id } from "./fields.ts";
import { type GateDecision, gateDecisionSchema } from "./gate.ts";
import { type Issue, issueSchema } from "./issue.ts";
import { type Milestone, milestoneSchema } from "./milestone.ts";
import { type Person, personSchema } from "./person.ts";
import { type ChecklistRun, checklistRunSchema, type Procedure, procedureSchema } from "./procedure.ts";
import { type Review, reviewSchema } from "./review.ts";
import { type Roadmap, roadmapSchema } from "./roadmap.ts";
import { type Routine, type RoutineRun, routineRunSchema, routineSchema } from "./routine.ts";
import { type Session, sessionSchema } from "./session.ts";
import { type Stage, stageSchema } from "./stage.ts";
import { type Task, taskSchema } from "./task.ts";

export interface EntityByKind {
  readonly roadmap: Roadmap;
  readonly stage: Stage;
  readonly milestone: Milestone;
  readonly task: Task;
  readonly person: Person;
  readonly dependency: Dependency;
  readonly baseline: Baseline;
  readonly routine: Routine;
  readonly routineRun: RoutineRun;
  readonly procedure: Procedure;
  readonly checklistRun: ChecklistRun;
  readonly decisionRight: DecisionRight;
  readonly session: Session;
  readonly issue: Issue;
  readonly decision: Decision;
  readonly gateDecision: GateDecision;
  readonly review: Review;
}
export type EntityKind = keyof EntityByKind;
export type Entity = EntityByKind[EntityKind];

/** An item with a place in the outline. */
export type PlanItem = Stage | Milestone | Task;
/** What can lie in the bin. */
export type BinnableEntity = Exclude<
  Entity,
  Dependency | Baseline | RoutineRun | ChecklistRun | GateDecision
>;

export const ENTITY_KINDS: readonly EntityKind[] = [
  "roadmap",
  "stage",
  "milestone",
  "task",
  "person",
  "dependency",
  "baseline",
  "routine",
  "routineRun",
  "procedure",
  "checklistRun",
  "decisionRight",
  "session",
  "issue",
  "decision",
  "gateDecision",
  "review",
];

export const entitySchemas: { readonly [K in EntityKind]: z.ZodType<EntityByKind[K]> } = {
  roadmap: roadmapSchema,
  stage: stageSchema,
  milestone: milestoneSchema,
  task: taskSchema,
  person: personSchema,
  dependency: dependencySchema,
  baseline: baselineSchema,
  routine: routineSchema,
  routineRun: routineRunSchema,
  procedure: procedureSchema,
  checklistRun: checklistRunSchema,
  decisionRight: decisionRightSchema,
  session: sessionSchema,
  issue: issueSchema,
  decision: decisionSchema,
  gateDecision: gateDecisionSchema,
  review: reviewSchema,
};

export const entitySchema = z.discriminatedUnion("kind", [
  roadmapSchema.unwrap(),
  stageSchema.unwrap(),
  milestoneSchema.unwrap(),
  taskSchema.unwrap(),
  personSchema.unwrap(),
  dependencySchema.unwrap(),
  baselineSchema.unwrap(),
  routineSchema.unwrap(),
  routineRunSchema.unwrap(),
  procedureSchema.unwrap(),
  checklistRunSchema.unwrap(),
  decisionRightSchema.unwrap(),
  sessionSchema.unwrap(),
  issueSchema.unwrap(),
  decisionSchema.unwrap(),
  gateDecisionSchema.unwrap(),
  reviewSchema.unwrap(),
]);

/** The roadmap a row belongs to; a roadmap belongs to itself. */
export function roadmapIdOf(entity: Entity): Id {
  return entity.kind === "roadmap" ? entity.id : entity.roadmapId;
}

export function isPlanItem(entity: Entity): entity is PlanItem {
  return entity.kind === "stage" || entity.kind === "milestone" || entity.kind === "task";
}

/** The container of an item; null for a stage, which stands at the top. */
export function parentIdOf(item: PlanItem): Id | null {
  return item.kind === "stage" ? null : item.parentId;
}
