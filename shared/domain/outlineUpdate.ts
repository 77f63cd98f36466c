/**
 * An outline brought up to date for a plan that differs from an earlier one in few rows: only the stages in which
 * something changed are worked out again. Null when that would not be quicker, or not be safe.
 */
import { type ChangedRow, changedRows } from "./changedRows.ts";
import { type PlanItem, parentIdOf } from "./entity.ts";
import type { Id } from "./fields.ts";
import { mapWith } from "./mapWith.ts";
import { compareOrder, type Outline, type OutlineNode } from "./outline.ts";
import { buildStage, joinSegments, type Segment, segmentsOf } from "./outlineBuild.ts";
import type { Plan } from "./plan.ts";

/** Beyond this many rows working everything out is as quick. */
const FEW = 1_000;

export function updatedOutline(before: Plan, outline: Outline, plan: Plan): Outline | null {
  if (before.roadmap.id !== plan.roadmap.id || before.roadmap.calendar !== plan.roadmap.calendar) return null;
  if (daysOffDiffer(before, plan)) return null;
  const rows: readonly ChangedRow<PlanItem>[] = [
    ...changedRows(before.stages, plan.stages),
    ...changedRows(before.milestones, plan.milestones),
    ...changedRows(before.tasks, plan.tasks),
  ];
  if (rows.length > FEW || rows.some(changesTop)) return null;
  const items = currentItems(rows);
  const siblings = currentSiblings(outline, rows, items);
  const childrenOf = (id: Id): readonly PlanItem[] => siblings.get(id) ?? asBefore(outline, id, items);
  const changed = changedStages(outline, rows);
  const segmentsBefore = segmentsOf(outline);
  const segments = segmentsBefore.map((segment, i) => {
    const [stage] = segment as [OutlineNode];
    const { item } = stage;
    return changed.has(item.id) ? buildStage(plan, items.get(item.id) ?? item, i + 1, childrenOf) : segment;
  });
  return joinSegments(segments, index(outline.byId, segmentsBefore, segments));
}

function daysOffDiffer(before: Plan, plan: Plan): boolean {
  return changedRows(before.people, plan.people).some((row) => row.before?.daysOff !== row.after?.daysOff);
}

/** Stages that come, go or change places, and what comes back from the bin with all it holds. */
function changesTop({ before, after }: ChangedRow<PlanItem>): boolean {
  if (before !== undefined && before.deletedAt !== null && after?.deletedAt === null) return true;
  if ((before ?? after)?.kind !== "stage") return false;
  return before?.deletedAt !== after?.deletedAt || before?.order !== after?.order;
}

function currentItems(rows: readonly ChangedRow<PlanItem>[]): ReadonlyMap<Id, PlanItem> {
  const items = new Map<Id, PlanItem>();
  for (const { after } of rows) if (after) items.set(after.id, after);
  return items;
}

/** Most items hold nothing. */
const NONE: readonly PlanItem[] = [];

function asBefore(outline: Outline, id: Id, items: ReadonlyMap<Id, PlanItem>): readonly PlanItem[] {
  const children = outline.byId.get(id)?.children ?? [];
  return children.length === 0 ? NONE : children.map(({ item }) => items.get(item.id) ?? item);
}

/** The live children of every container that gained, lost or reordered one. */
function currentSiblings(
  outline: Outline,
  rows: readonly ChangedRow<PlanItem>[],
  items: ReadonlyMap<Id, PlanItem>,
): ReadonlyMap<Id, readonly PlanItem[]> {
  const siblings = new Map<Id, PlanItem[]>();
  const of = (row: PlanItem): PlanItem[] => {
    const id = parentIdOf(row) as Id;
    const known = siblings.get(id) ?? [...asBefore(outline, id, items)];
    siblings.set(id, known);
    return known;
  };
  for (const { before, after } of rows) {
    if (!isReplaced(before, after)) continue;
    if (before && outline.byId.has(before.id)) {
      const known = of(before);
      const at = known.findIndex(({ id }) => id === before.id);
      if (at >= 0) known.splice(at, 1);
    }
  }
  for (const { before, after } of rows) {
    if (isReplaced(before, after) && after && after.deletedAt === null) of(after).push(after);
  }
  for (const known of siblings.values()) known.sort(compareOrder);
  return siblings;
}

/** Whether the row stands elsewhere now, came, or went. */
function isReplaced(before: PlanItem | undefined, after: PlanItem | undefined): boolean {
  if (!before || !after || before.kind === "stage" || after.kind === "stage")
    return before !== after && !(before && after);
  return (
    before.deletedAt !== after.deletedAt || before.order !== after.order || before.parentId !== after.parentId
  );
}

/** The stages that something changed in, by where the rows and their containers stood and stand. */
function changedStages(outline: Outline, rows: readonly ChangedRow<PlanItem>[]): ReadonlySet<Id> {
  const stages = new Set<Id>();
  const note = (id: Id | null): void => {
    const stageId = id === null ? undefined : outline.byId.get(id)?.stageId;
    if (stageId !== undefined) stages.add(stageId);
  };
  for (const { before, after } of rows) {
    note((before ?? after)?.id ?? null);
    if (after) note(parentIdOf(after));
  }
  return stages;
}

function index(
  byId: ReadonlyMap<Id, OutlineNode>,
  before: readonly Segment[],
  now: readonly Segment[],
): ReadonlyMap<Id, OutlineNode> {
  const put = now.flatMap((segment, i) =>
    segment === before[i] ? [] : segment.map((node) => [node.item.id, node] as const),
  );
  const stays = new Set(put.map(([id]) => id));
  const gone = before.flatMap((segment, i) =>
    segment === now[i] ? [] : segment.flatMap(({ item }) => (stays.has(item.id) ? [] : [item.id])),
  );
  return mapWith(byId, gone, put);
}
