/**
 * The one currency of change: what the store applies, undo reverses, the database writes and history shows.
 * One intent of the user is one Change is one undo step is one transaction.
 */
import { z } from "zod";
import type { Day } from "./day.ts";
import { type Entity, type EntityKind, entitySchema } from "./entity.ts";
import { cutText, idSchema, instantSchema } from "./fields.ts";

export interface Change {
  readonly id: string;
  /** What was done, in the user's words: `Rename task`. */
  readonly label: string;
  /** Instant of the edit, ISO 8601 UTC. */
  readonly at: string;
  readonly author: string;
  /** The planning session it belongs to, if one was open. */
  readonly sessionId: string | null;
  /** Changes of one burst of typing share a group and undo as one step. */
  readonly group: string | null;
  readonly added: readonly Entity[];
  readonly updated: readonly (readonly [from: Entity, to: Entity])[];
  readonly removed: readonly Entity[];
}

/** A label may quote a name; a longer one is cut when the change is made. */
const MAX_LABEL = 300;

export const changeSchema: z.ZodType<Change> = z.object({
  id: idSchema,
  label: z.string().max(MAX_LABEL),
  at: instantSchema,
  author: z.string().max(300),
  sessionId: idSchema.nullable(),
  group: z.string().max(300).nullable(),
  added: z.array(entitySchema),
  updated: z.array(z.tuple([entitySchema, entitySchema])),
  removed: z.array(entitySchema),
});

/** What a pure function needs of the outside world to make a Change. */
export interface EditContext {
  newId(): string;
  /** The present instant, ISO 8601 UTC. */
  now(): string;
  /** The present day where the user is. */
  today(): Day;
  readonly author: string;
  readonly sessionId: string | null;
}

export type ChangeRows = Partial<Pick<Change, "added" | "updated" | "removed">>;

export function createChange(
  ctx: EditContext,
  label: string,
  rows: ChangeRows,
  group: string | null = null,
): Change {
  return {
    id: ctx.newId(),
    label: cutText(label, MAX_LABEL),
    at: ctx.now(),
    author: ctx.author,
    sessionId: ctx.sessionId,
    group,
    added: rows.added ?? [],
    updated: (rows.updated ?? []).filter(([from, to]) => from !== to),
    removed: rows.removed ?? [],
  };
}

export function isEmptyChange(change: Change): boolean {
  return change.added.length + change.updated.length + change.removed.length === 0;
}

/** The change that takes `change` back; it has its own id, time and author. */
export function invertChange(ctx: EditContext, change: Change): Change {
  return createChange(ctx, change.label, {
    added: change.removed,
    updated: change.updated.map(([from, to]) => [to, from] as const),
    removed: change.added,
  });
}

/**
 * Adds several changes, oldest first, up to their net effect: a row added and then removed disappears, a row
 * changed twice goes from its first state to its last.
 */
export function composeChanges(ctx: EditContext, label: string, changes: readonly Change[]): Change {
  const first = new Map<string, Entity | null>();
  const last = new Map<string, Entity | null>();
  const note = (id: string, from: Entity | null, to: Entity | null): void => {
    if (!first.has(id)) first.set(id, from);
    last.set(id, to);
  };
  for (const change of changes) {
    for (const row of change.removed) note(row.id, row, null);
    for (const [from, to] of change.updated) note(to.id, from, to);
    for (const row of change.added) note(row.id, null, row);
  }
  const added: Entity[] = [];
  const updated: [Entity, Entity][] = [];
  const removed: Entity[] = [];
  for (const [id, from] of first) {
    const to = last.get(id) ?? null;
    if (from && to) updated.push([from, to]);
    else if (to) added.push(to);
    else if (from) removed.push(from);
  }
  return createChange(ctx, label, { added, updated, removed });
}

/** The kinds of row a change touches: the tables its transaction needs. */
export function kindsOf(change: Change): ReadonlySet<EntityKind> {
  const kinds = new Set<EntityKind>();
  for (const row of change.added) kinds.add(row.kind);
  for (const [, to] of change.updated) kinds.add(to.kind);
  for (const row of change.removed) kinds.add(row.kind);
  return kinds;
}
