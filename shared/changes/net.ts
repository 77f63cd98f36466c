/**
 * What a stretch of edits came to, row by row: from the journal (first state, last state) or from two states of the
 * plan. Undone, redone and retyped edits leave nothing, nor does what was added and taken away again in between.
 */
import type { Change } from "#shared/domain/change.ts";
import { type Entity, roadmapIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { applyChange, entitiesOf, type Plan, rowById } from "#shared/domain/plan.ts";

/** `from` is null for a row that came, `to` for one that went; never both. */
export interface NetRow {
  readonly id: Id;
  readonly from: Entity | null;
  readonly to: Entity | null;
}

/** The net effect of changes on one roadmap, oldest first. Rows that are as they were are left out. */
export function netOfChanges(roadmapId: Id, changes: Iterable<Change>): NetRow[] {
  const net = new Map<Id, { readonly from: Entity | null; to: Entity | null }>();
  const note = (from: Entity | null, to: Entity | null): void => {
    const row = from ?? to;
    if (!row || roadmapIdOf(row) !== roadmapId) return;
    const known = net.get(row.id);
    if (known) known.to = to;
    else net.set(row.id, { from, to });
  };
  for (const change of changes) {
    for (const row of change.removed) note(row, null);
    for (const [from, to] of change.updated) note(from, to);
    for (const row of change.added) note(null, row);
  }
  return [...net].flatMap(([id, { from, to }]) => (isSame(from, to) ? [] : [{ id, from, to }]));
}

/** The same by looking at two states of one plan. */
export function netOfStates(before: Plan, after: Plan): NetRow[] {
  const was = new Map(entitiesOf(before).map((row) => [row.id, row]));
  const net: NetRow[] = [];
  for (const to of entitiesOf(after)) {
    const from = was.get(to.id) ?? null;
    was.delete(to.id);
    if (!isSame(from, to)) net.push({ id: to.id, from, to });
  }
  for (const from of was.values()) net.push({ id: from.id, from, to: null });
  return net;
}

/** The plan with net effects taken back: as it was before them. */
export function planBefore(plan: Plan, net: readonly NetRow[]): Plan {
  if (net.length === 0) return plan;
  return applyChange(plan, {
    id: "",
    label: "",
    at: plan.roadmap.createdAt,
    author: "",
    sessionId: null,
    group: null,
    added: net.flatMap(({ from, to }) => (from && !to ? [from] : [])),
    updated: net.flatMap(({ from, to }) => (from && to ? [[to, from] as const] : [])),
    removed: net.flatMap(({ from, to }) => (to && !from ? [to] : [])),
  });
}

/** Whether the plan stands where these effects left it; otherwise they tell of another plan. */
export function isWhereItLed(plan: Plan, net: readonly NetRow[]): boolean {
  return net.every(({ id, from, to }) => {
    const kind = (to ?? from)?.kind;
    return kind !== undefined && isSame(rowById(plan, kind, id), to);
  });
}

/** Rows are plain data: equal when every field is. A field that is not there counts as undefined. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, i) => isSame(value, b[i]));
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    isSame(left[key], right[key]),
  );
}
