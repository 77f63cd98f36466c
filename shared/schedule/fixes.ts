/** Ways out of a clash. Each makes one Change; what it moves besides follows by the links (follow.ts). */
import type { Constraint } from "#shared/domain/constraint.ts";
import { type Day, formatDayNear, isDay } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { changed } from "#shared/domain/operations/context.ts";
import { editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import { removeLinks } from "#shared/domain/operations/link.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { type Fix, quoted } from "./clash.ts";

type Item = Task | Milestone;

/** A fix that names a day; none when a plan cannot hold it (after 2199, say). */
export function onDay(day: Day, fix: (day: Day) => Fix): readonly Fix[] {
  return isDay(day) ? [fix(day)] : [];
}

/** Moves a task's start, or a milestone's date, letting go of what holds it. `near`: years other than its are told. */
export function moveFix(item: Item, day: Day, near: Day): Fix {
  const held = item.isPinned ? "Unpin it and move" : hasMustDate(item) ? "Drop its rule and move" : "Move";
  const free = { isPinned: false, ...(hasMustDate(item) ? { constraint: null } : {}) };
  return {
    label: `${held} it to ${formatDayNear(day, near)}`,
    apply: (plan, ctx) =>
      item.kind === "task"
        ? editEntity(plan, ctx, "task", item.id, { ...free, start: day }, { label: "Move in time" })
        : editEntity(plan, ctx, "milestone", item.id, { ...free, date: day }, { label: "Move in time" }),
  };
}

function hasMustDate({ constraint }: Item): boolean {
  return constraint?.kind === "MSO" || constraint?.kind === "MFO";
}

export function patchFix(item: Item, label: string, patch: Patch<"task"> & Patch<"milestone">): Fix {
  return { label, apply: (plan, ctx) => editEntity(plan, ctx, item.kind, item.id, patch, { label }) };
}

/** Gives the rule that is not met another date, or drops it. */
export function ruleFixes(item: Item, constraint: Constraint, day: Day, near: Day): readonly Fix[] {
  return [
    ...onDay(day, (date) =>
      patchFix(item, `Change the rule to ${formatDayNear(date, near)}`, {
        constraint: { ...constraint, date },
      }),
    ),
    patchFix(item, "Drop the rule", { constraint: null }),
  ];
}

export function unlinkFix(linkId: Id): Fix {
  return { label: "Remove the link", apply: (plan, ctx) => removeLinks(plan, ctx, [linkId]) };
}

/** The same where the sentence does not say which link. */
export function cutLinkFix(plan: Plan, { id, fromId, toId }: Dependency): Fix {
  return { ...unlinkFix(id), label: `Remove the link from ${quoted(plan, fromId)} to ${quoted(plan, toId)}` };
}

/** Sets several rows at once, as they are given. */
export function rowsFix(label: string, rows: readonly (readonly [from: Item, to: Item])[]): Fix {
  return { label, apply: (_, ctx) => changed(ctx, label, { updated: rows }) };
}
