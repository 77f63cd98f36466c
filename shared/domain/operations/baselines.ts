/** Freezing the plan as it is now under a name, to compare with later; naming and deleting what was frozen. */
import { type Baseline, type BaselineItem, baselineSchema } from "#shared/domain/baseline.ts";
import type { Change, EditContext } from "#shared/domain/change.ts";
import { type Day, formatDay } from "#shared/domain/day.ts";
import { parentIdOf } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { isBlank } from "#shared/domain/words.ts";
import { changed } from "./context.ts";

/** The plan's baselines, the one frozen last first. */
export function baselinesOf(plan: Plan): Baseline[] {
  return [...plan.baselines.values()].sort((a, b) => {
    if (a.frozenAt !== b.frozenAt) return a.frozenAt < b.frozenAt ? 1 : -1;
    return a.id < b.id ? 1 : -1;
  });
}

/** A name for a baseline that nobody has named: `Plan of 23 Nov 2026`, numbered when that is taken. */
export function suggestedBaselineName(plan: Plan, today: Day): string {
  const name = `Plan of ${formatDay(today)}`;
  let free = name;
  for (let n = 2; isTaken(plan, free, null); n++) free = `${name} (${n})`;
  return free;
}

/** Adds a copy of the dates of everything live; the baseline is the change's only added row. */
export function freezeBaseline(plan: Plan, ctx: EditContext, name: string): Result<Change> {
  const outline = outlineOf(plan);
  if (planSpan(outline) === null)
    return refuse(
      "nothing-to-freeze",
      "Nothing in this plan has a date yet. Add a milestone or a task first.",
    );
  const named = nameFor(plan, name, null);
  if (!named.ok) return named;
  const baseline: Baseline = {
    kind: "baseline",
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    name: named.value,
    frozenAt: ctx.now(),
    items: outline.inOrder.map(frozenItem),
  };
  if (!baselineSchema.safeParse(baseline).success)
    return refuse(
      "too-much",
      "This plan holds more items than a baseline can. Split it into two roadmaps first.",
    );
  return changed(ctx, "Freeze baseline", { added: [baseline] });
}

/** One item as it stands now. */
export function frozenItem(node: OutlineNode): BaselineItem {
  const { item, start, finish } = node;
  return {
    id: item.id,
    kind: item.kind,
    parentId: parentIdOf(item),
    name: item.name,
    start,
    finish,
    isFinished: isFinished(node),
  };
}

export function renameBaseline(plan: Plan, ctx: EditContext, id: Id, name: string): Result<Change> {
  const baseline = plan.baselines.get(id);
  if (!baseline) return goneBaseline();
  const named = nameFor(plan, name, id);
  if (!named.ok) return named;
  if (named.value === baseline.name) return changed(ctx, "Rename baseline", {});
  return changed(ctx, "Rename baseline", { updated: [[baseline, { ...baseline, name: named.value }]] });
}

/** Takes a baseline out of the plan; nothing else changes. Undo brings it back. */
export function deleteBaseline(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const baseline = plan.baselines.get(id);
  return baseline ? changed(ctx, "Delete baseline", { removed: [baseline] }) : goneBaseline();
}

function goneBaseline(): Result<never> {
  return refuse("gone", "That baseline is no longer in the plan. It may have been deleted.");
}

function nameFor(plan: Plan, wanted: string, ownId: Id | null): Result<string> {
  const name = wanted.trim();
  if (isBlank(name)) return refuse("no-name", "Give the baseline a name, for instance “As agreed”.");
  if (name.length > MAX_NAME)
    return refuse("long-name", `The name is too long (${MAX_NAME} characters at most).`);
  if (isTaken(plan, name, ownId))
    return refuse(
      "same-name",
      `There is a baseline called “${cutText(name, 60)}” already. Give this one another name.`,
    );
  return ok(name);
}

/** Names that differ in capitals only would be taken for one another. */
function isTaken(plan: Plan, name: string, ownId: Id | null): boolean {
  const wanted = name.toLocaleLowerCase("en");
  for (const baseline of plan.baselines.values()) {
    if (baseline.id !== ownId && baseline.name.trim().toLocaleLowerCase("en") === wanted) return true;
  }
  return false;
}
