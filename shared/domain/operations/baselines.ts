/** Freezing the plan as it is now under a name, to compare with later; naming and deleting what was frozen. */
import { type Baseline, type BaselineItem, baselineSchema } from "#shared/domain/baseline.ts";
import type { Change, EditContext } from "#shared/domain/change.ts";
import { type Day, formatDay } from "#shared/domain/day.ts";
import { type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Problem, type Result, refuse } from "#shared/domain/result.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { isBlank } from "#shared/domain/words.ts";
import { forgotten } from "./bin.ts";
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
  return freeBaselineName(plan, `Plan of ${formatDay(today)}`);
}

/** That name, numbered when a baseline has it already. */
export function freeBaselineName(plan: Plan, wanted: string): string {
  const name = cutText(wanted, MAX_NAME - 10);
  let free = name;
  for (let n = 2; isTaken(plan, free, null); n++) free = `${name} (${n})`;
  return free;
}

/** Adds a copy of the dates of everything live; the baseline is the change's only added row. */
export function freezeBaseline(plan: Plan, ctx: EditContext, name: string): Result<Change> {
  const problem = freezeProblem(plan, name);
  if (problem) return refuse(problem.code, problem.message);
  const baseline: Baseline = {
    kind: "baseline",
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    name: name.trim(),
    frozenAt: ctx.now(),
    items: outlineOf(plan).inOrder.map(frozenItem),
  };
  if (!baselineSchema.safeParse(baseline).success)
    return refuse(
      "too-much",
      "This plan holds more items than a baseline can. Split it into two roadmaps first.",
    );
  return changed(ctx, "Freeze baseline", { added: [baseline] });
}

/** Why the plan cannot be frozen under that name, or null. */
export function freezeProblem(plan: Plan, name: string): Problem | null {
  if (planSpan(outlineOf(plan)) !== null) return baselineNameProblem(plan, name, null);
  const message = "Nothing in this plan has a date yet. Add a milestone or a task first.";
  return { code: "nothing-to-freeze", message };
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
    ownerId: ownerOf(item),
  };
}

function ownerOf(item: PlanItem): Id | null {
  if (item.kind === "stage") return null;
  return item.kind === "task" ? item.accountableId : item.ownerId;
}

export function renameBaseline(plan: Plan, ctx: EditContext, id: Id, name: string): Result<Change> {
  const baseline = plan.baselines.get(id);
  if (!baseline) return goneBaseline();
  const problem = baselineNameProblem(plan, name, id);
  if (problem) return refuse(problem.code, problem.message);
  const named = { ...baseline, name: name.trim() };
  return changed(
    ctx,
    "Rename baseline",
    named.name === baseline.name ? {} : { updated: [[baseline, named]] },
  );
}

/** Takes a baseline out of the plan; what names it names none from then on. Undo brings it back. */
export function deleteBaseline(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const baseline = plan.baselines.get(id);
  if (!baseline) return goneBaseline();
  const updated = forgotten(plan, new Map([[id, baseline]]));
  return changed(ctx, "Delete baseline", { removed: [baseline], updated });
}

function goneBaseline(): Result<never> {
  return refuse("gone", "That baseline is no longer in the plan. It may have been deleted.");
}

/** Why a baseline cannot be called that, or null; `ownId`: the one to be renamed. */
export function baselineNameProblem(plan: Plan, wanted: string, ownId: Id | null): Problem | null {
  const name = wanted.trim();
  if (isBlank(name))
    return { code: "no-name", message: "Give the baseline a name, for instance “As agreed”." };
  if (name.length > MAX_NAME)
    return { code: "long-name", message: `The name is too long (${MAX_NAME} characters at most).` };
  if (!isTaken(plan, name, ownId)) return null;
  const message = `There is a baseline called “${cutText(name, 60)}” already. Give this one another name.`;
  return { code: "same-name", message };
}

/** Names that differ in capitals only would be taken for one another. */
function isTaken(plan: Plan, name: string, ownId: Id | null): boolean {
  const wanted = name.toLocaleLowerCase("en");
  for (const baseline of plan.baselines.values()) {
    if (baseline.id !== ownId && baseline.name.trim().toLocaleLowerCase("en") === wanted) return true;
  }
  return false;
}
