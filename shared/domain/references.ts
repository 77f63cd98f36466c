/**
 * What each row points to, in one place: copying a plan, deleting for good and checking a file all ask here, so that
 * a new field which names another row is added once.
 */
import type { Entity, EntityByKind, EntityKind } from "./entity.ts";
import type { Id } from "./fields.ts";
import { chainWithout } from "./handover.ts";
import { itemById, type Plan } from "./plan.ts";
import type { PrintSettings } from "./printSettings.ts";
import type { Task } from "./task.ts";

/** `frozen`: an item as it was when a baseline was frozen, which may be gone since. */
export type Target =
  | "person"
  | "item"
  | "routine"
  | "procedure"
  | "right"
  | "vision line"
  | "session"
  | "decision"
  | "baseline"
  | "frozen";

/** Another id for one that is pointed to; null when what it names is gone for good. */
export type Renaming = (id: Id, target: Target) => Id | null;

export interface Reference {
  readonly id: Id;
  readonly target: Target;
}

/** Whether it names something that is nowhere in the plan, in the bin neither. */
export function isLost(plan: Plan, { id, target }: Reference): boolean {
  switch (target) {
    case "person":
      return !plan.people.has(id);
    case "item":
      return itemById(plan, id) === null;
    case "routine":
      return !plan.routines.has(id);
    case "procedure":
      return !plan.procedures.has(id);
    case "right":
      return !plan.decisionRights.has(id);
    case "vision line":
      return !plan.roadmap.visionLines.some((line) => line.id === id);
    case "session":
      return !plan.sessions.has(id);
    case "decision":
      return !plan.decisions.has(id);
    case "baseline":
      return !plan.baselines.has(id);
    case "frozen":
      return false;
  }
}

/** The screen's word for what is pointed to. */
export const TARGET_WORDS: Record<Target, string> = {
  person: "person",
  item: "item",
  routine: "routine",
  procedure: "workflow",
  right: "matter",
  "vision line": "sentence of the vision",
  session: "session",
  decision: "decision",
  baseline: "baseline",
  frozen: "item",
};

/** Every id that the row points to, some of them more than once. */
export function referencesOf(row: Entity): readonly Reference[] {
  const found: Reference[] = [];
  withReferences(row, (id, target) => {
    found.push({ id, target });
    return id;
  });
  return found;
}

/**
 * The row pointing to other ids. Where it can do without, what is gone is left out; what a row cannot be without (its
 * container, the ends of a link, the routine of a run) stays as it is.
 */
export function withReferences<T extends Entity>(row: T, renaming: Renaming): T {
  const pointing = POINTING[row.kind] as unknown as (row: T, to: Pointers) => T;
  return pointing(row, pointers(renaming));
}

interface Pointers {
  readonly maybe: (id: Id | null, target: Target) => Id | null;
  readonly must: (id: Id, target: Target) => Id;
  readonly all: (ids: readonly Id[], target: Target) => readonly Id[];
}

function pointers(renaming: Renaming): Pointers {
  return {
    maybe: (id, target) => (id === null ? null : renaming(id, target)),
    must: (id, target) => renaming(id, target) ?? id,
    all: (ids, target) => ids.map((id) => renaming(id, target)).filter((id) => id !== null),
  };
}

const POINTING: { readonly [K in EntityKind]: (row: EntityByKind[K], to: Pointers) => EntityByKind[K] } = {
  roadmap: (row, to) => ({
    ...row,
    ceoId: to.maybe(row.ceoId, "person"),
    cooId: to.maybe(row.cooId, "person"),
    print: printPointing(row.print, to),
  }),
  stage: (row) => row,
  person: (row) => row,
  milestone: (row, to) => ({
    ...row,
    parentId: to.must(row.parentId, "item"),
    ownerId: to.maybe(row.ownerId, "person"),
    visionLineId: to.maybe(row.visionLineId, "vision line"),
  }),
  task: taskPointing,
  dependency: (row, to) => ({
    ...row,
    fromId: to.must(row.fromId, "item"),
    toId: to.must(row.toId, "item"),
  }),
  baseline: (row, to) => ({
    ...row,
    items: row.items.map((item) => ({
      ...item,
      id: to.must(item.id, "frozen"),
      parentId: item.parentId === null ? null : to.must(item.parentId, "frozen"),
      ownerId: item.ownerId === null ? null : to.must(item.ownerId, "frozen"),
    })),
  }),
  routine: (row, to) => ({
    ...row,
    ownerId: to.maybe(row.ownerId, "person"),
    procedureId: to.maybe(row.procedureId, "procedure"),
  }),
  routineRun: (row, to) => ({
    ...row,
    routineId: to.must(row.routineId, "routine"),
    doneById: to.maybe(row.doneById, "person"),
    ticked: row.ticked.map((tick) => ({ ...tick, byId: to.maybe(tick.byId, "person") })),
  }),
  procedure: (row, to) => ({ ...row, ownerId: to.maybe(row.ownerId, "person") }),
  checklistRun: (row, to) => ({
    ...row,
    procedureId: to.must(row.procedureId, "procedure"),
    taskId: to.maybe(row.taskId, "item"),
    startedById: to.maybe(row.startedById, "person"),
    ticked: row.ticked.map((tick) => ({ ...tick, byId: to.maybe(tick.byId, "person") })),
  }),
  decisionRight: (row, to) => ({ ...row, holderId: to.maybe(row.holderId, "person") }),
  session: (row, to) => ({
    ...row,
    attendeeIds: to.all(row.attendeeIds, "person"),
    taskIds: to.all(row.taskIds, "item"),
    baselineId: to.maybe(row.baselineId, "baseline"),
  }),
  issue: (row, to) => ({
    ...row,
    raisedById: to.maybe(row.raisedById, "person"),
    sessionId: to.maybe(row.sessionId, "session"),
    itemId: to.maybe(row.itemId, "item"),
    decisionId: to.maybe(row.decisionId, "decision"),
    taskId: to.maybe(row.taskId, "item"),
  }),
  decision: (row, to) => ({
    ...row,
    decidedById: to.maybe(row.decidedById, "person"),
    recordedById: to.maybe(row.recordedById, "person"),
    supersedesId: to.maybe(row.supersedesId, "decision"),
    itemIds: to.all(row.itemIds, "item"),
    decisionRightId: to.maybe(row.decisionRightId, "right"),
    ratifiedById: to.maybe(row.ratifiedById, "person"),
    sessionId: to.maybe(row.sessionId, "session"),
  }),
  gateDecision: (row, to) => ({
    ...row,
    stageId: to.must(row.stageId, "item"),
    signedById: to.maybe(row.signedById, "person"),
    sessionId: to.maybe(row.sessionId, "session"),
  }),
  review: (row, to) => ({
    ...row,
    byId: to.maybe(row.byId, "person"),
    findings: row.findings.map((finding) => ({ ...finding, itemId: to.maybe(finding.itemId, "frozen") })),
  }),
};

/** The same settings where they point to the same: a changed row is told by its fields. */
function printPointing(print: PrintSettings, to: Pointers): PrintSettings {
  const sinceBaselineId = to.maybe(print.sinceBaselineId, "baseline");
  return sinceBaselineId === print.sinceBaselineId ? print : { ...print, sinceBaselineId };
}

function taskPointing(task: Task, to: Pointers): Task {
  const { commission } = task;
  return {
    ...task,
    parentId: to.must(task.parentId, "item"),
    assignments: task.assignments.flatMap((assignment) => {
      const personId = to.maybe(assignment.personId, "person");
      return personId === null ? [] : [{ ...assignment, personId }];
    }),
    accountableId: to.maybe(task.accountableId, "person"),
    consultedIds: to.all(task.consultedIds, "person"),
    informedIds: to.all(task.informedIds, "person"),
    handovers: chainWithout(task.handovers, (id) => to.maybe(id, "person") === null).map((handover) => ({
      ...handover,
      byId: to.must(handover.byId, "person"),
      toId: to.must(handover.toId, "person"),
    })),
    procedureId: to.maybe(task.procedureId, "procedure"),
    decisionRightId: to.maybe(task.decisionRightId, "right"),
    commission: commission && {
      ...commission,
      ownerId: to.maybe(commission.ownerId, "person"),
      procedureId: to.maybe(commission.procedureId, "procedure"),
      routineId: to.maybe(commission.routineId, "routine"),
    },
  };
}
