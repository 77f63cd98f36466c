/** Order keys grow a little with every item put into the same gap; siblings get short ones again before it matters. */
import { generateNKeysBetween } from "fractional-indexing";
import type { ChangeRows } from "#shared/domain/change.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { type Entity, isPlanItem, type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Procedure } from "#shared/domain/procedure.ts";
import type { Routine } from "#shared/domain/routine.ts";

type Listed = Person | Routine | Procedure | DecisionRight | Issue;
type Ordered = PlanItem | Listed;

const LISTED: ReadonlySet<string> = new Set<Listed["kind"]>([
  "person",
  "routine",
  "procedure",
  "decisionRight",
  "issue",
]);

/** Far below what a row may hold, far above what a plan drafted by hand needs. */
export const LONG_ORDER_KEY = 60;

/**
 * The rows of a change with short keys for all siblings of a row that would get a long one. Siblings in the bin
 * are counted in, so that they come back to where they were.
 */
export function withRoom(plan: Plan, rows: ChangeRows): ChangeRows {
  const crowded = new Set<string>();
  for (const row of writtenRows(rows)) {
    if (isOrdered(row) && row.order.length > LONG_ORDER_KEY) crowded.add(rowOfSiblings(row));
  }
  if (crowded.size === 0) return rows;
  const keys = new Map<Id, string>();
  const after = orderedAfter(plan, rows);
  for (const row of crowded) {
    const siblings = after.filter((item) => rowOfSiblings(item) === row).sort(compareOrder);
    const spread = generateNKeysBetween(null, null, siblings.length);
    siblings.forEach((item, i) => {
      keys.set(item.id, spread[i] as string);
    });
  }
  return respread(after, rows, keys);
}

function isOrdered(row: Entity): row is Ordered {
  return isPlanItem(row) || LISTED.has(row.kind);
}

/** What siblings have in common: their container, or being at the top, or the list of their kind. */
function rowOfSiblings(row: Ordered): string {
  return isPlanItem(row) ? `in ${parentIdOf(row) ?? ""}` : row.kind;
}

function writtenRows(rows: ChangeRows): Entity[] {
  return [...(rows.updated ?? []).map(([, to]) => to), ...(rows.added ?? [])];
}

function orderedAfter(plan: Plan, rows: ChangeRows): Ordered[] {
  const items = new Map<Id, Ordered>();
  const lists = [plan.people, plan.routines, plan.procedures, plan.decisionRights, plan.issues];
  for (const map of [...lists, plan.stages, plan.milestones, plan.tasks]) {
    for (const item of map.values()) items.set(item.id, item);
  }
  for (const row of rows.removed ?? []) items.delete(row.id);
  for (const row of writtenRows(rows)) if (isOrdered(row)) items.set(row.id, row);
  return [...items.values()];
}

function respread(after: readonly Ordered[], rows: ChangeRows, keys: ReadonlyMap<Id, string>): ChangeRows {
  const touched = new Set(writtenRows(rows).map((row) => row.id));
  const keyed = <T extends Entity>(row: T): T => {
    const order = keys.get(row.id);
    return order === undefined ? row : { ...row, order };
  };
  const others = after.filter((item) => keys.has(item.id) && !touched.has(item.id));
  return {
    ...rows,
    added: (rows.added ?? []).map(keyed),
    updated: [
      ...(rows.updated ?? []).map(([from, to]) => [from, keyed(to)] as const),
      ...others.flatMap((item) => (keys.get(item.id) === item.order ? [] : [[item, keyed(item)] as const])),
    ],
  };
}
