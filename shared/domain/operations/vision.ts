/** The vision in sentences, and what hangs on them. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { MAX_VISION_LINES, type VisionLine } from "#shared/domain/roadmap.ts";
import { sentencesIn } from "#shared/domain/sentencesIn.ts";
import { count } from "#shared/domain/words.ts";
import { changed, gone } from "./context.ts";
import { type EditOptions, editEntities } from "./edit.ts";
import { moveItems } from "./place.ts";

/** Adds a sentence behind the others. */
export function addVisionLine(plan: Plan, ctx: EditContext, text: string): Result<Change> {
  const line = { id: ctx.newId(), text: text.trim() };
  return withLines(plan, ctx, "Add sentence", [...plan.roadmap.visionLines, line]);
}

/** Gives a sentence other words; what hangs on it stays there. */
export function editVisionLine(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  text: string,
  options: EditOptions = {},
): Result<Change> {
  const { visionLines } = plan.roadmap;
  const line = visionLines.find((other) => other.id === id);
  if (!line) return gone("sentence");
  const lines =
    line.text === text ? visionLines : visionLines.map((other) => (other === line ? { id, text } : other));
  return withLines(plan, ctx, options.label ?? "Edit sentence", lines, options.group ?? null);
}

/** Moves a sentence one place up (-1) or down (1); no change at either end. */
export function moveVisionLine(plan: Plan, ctx: EditContext, id: Id, by: -1 | 1): Result<Change> {
  const lines = [...plan.roadmap.visionLines];
  const at = lines.findIndex((line) => line.id === id);
  const [line, other] = [lines[at], lines[at + by]];
  if (!line) return gone("sentence");
  if (!other) return changed(ctx, "Move sentence", {});
  [lines[at], lines[at + by]] = [other, line];
  return withLines(plan, ctx, "Move sentence", lines);
}

/** Removes a sentence; its milestones, those in the bin too, serve none from then on. */
export function removeVisionLine(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const { roadmap } = plan;
  const visionLines = roadmap.visionLines.filter((line) => line.id !== id);
  if (visionLines.length === roadmap.visionLines.length) return gone("sentence");
  const freed = [...plan.milestones.values()]
    .filter((milestone) => milestone.visionLineId === id)
    .map((milestone) => [milestone, { ...milestone, visionLineId: null }] as const);
  return changed(ctx, "Remove sentence", { updated: [[roadmap, { ...roadmap, visionLines }], ...freed] });
}

/** Makes sentences of the vision's text, behind those there are; those it already has are not added again. */
export function splitVision(plan: Plan, ctx: EditContext): Result<Change> {
  const { vision, visionLines } = plan.roadmap;
  const known = new Set(visionLines.map(({ text }) => text.trim()));
  const fresh = sentencesIn(vision)
    .map((text) => cutText(text, MAX_NAME))
    .filter((text) => !known.has(text) && known.add(text));
  if (fresh.length === 0 && visionLines.length === 0)
    return refuse("no-vision", "Write the vision first, in a few sentences.");
  const added = fresh.map((text): VisionLine => ({ id: ctx.newId(), text }));
  const lines = added.length === 0 ? visionLines : [...visionLines, ...added];
  return withLines(plan, ctx, "Use the sentences of the vision", lines);
}

/** Hangs milestones on a sentence, or on none (null). */
export function hangMilestones(
  plan: Plan,
  ctx: EditContext,
  ids: readonly Id[],
  visionLineId: Id | null,
): Result<Change> {
  if (visionLineId !== null && !plan.roadmap.visionLines.some(({ id }) => id === visionLineId))
    return gone("sentence");
  const label = ids.length === 1 ? "Change what it serves" : `Change what ${ids.length} milestones serve`;
  return editEntities(plan, ctx, "milestone", ids, { visionLineId }, { label });
}

/** Adds a sentence and hangs milestones on it, as one change. */
export function hangOnNewLine(
  plan: Plan,
  ctx: EditContext,
  ids: readonly Id[],
  text: string,
): Result<Change> {
  const added = addVisionLine(plan, ctx, text);
  if (!added.ok) return added;
  const after = applyChange(plan, added.value);
  const hung = hangMilestones(after, ctx, ids, after.roadmap.visionLines.at(-1)?.id ?? null);
  if (!hung.ok) return hung;
  const updated = [...added.value.updated, ...hung.value.updated];
  return changed(ctx, hung.value.label, { updated });
}

/** Puts tasks under a milestone, behind what already leads up to it; their dates stay. */
export function putUnderMilestone(
  plan: Plan,
  ctx: EditContext,
  taskIds: readonly Id[],
  milestoneId: Id,
): Result<Change> {
  const milestone = outlineOf(plan).byId.get(milestoneId);
  if (milestone?.item.kind !== "milestone") return gone("milestone");
  const afterId = milestone.children.at(-1)?.item.id ?? null;
  return moveItems(plan, ctx, taskIds, { parentId: milestoneId, afterId });
}

function withLines(
  plan: Plan,
  ctx: EditContext,
  label: string,
  visionLines: readonly VisionLine[],
  group: string | null = null,
): Result<Change> {
  const { roadmap } = plan;
  if (visionLines.length > MAX_VISION_LINES && visionLines.length > roadmap.visionLines.length)
    return refuse(
      "too-many",
      `That would be ${count(visionLines.length, "sentence")}; a vision is told in ${MAX_VISION_LINES} at most. Put some of them together first.`,
    );
  const rows =
    visionLines === roadmap.visionLines ? {} : { updated: [[roadmap, { ...roadmap, visionLines }] as const] };
  return changed(ctx, label, rows, group);
}
