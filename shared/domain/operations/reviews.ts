/** Review sheets: opening one, writing on it and closing it. None of it changes anything else of the plan. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { formatDay } from "#shared/domain/day.ts";
import { isHere } from "#shared/domain/decisions.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { type Assumption, createReview, type Finding, type Review } from "#shared/domain/review.ts";
import { reviewsOf } from "#shared/domain/reviews.ts";
import { isBlank } from "#shared/domain/words.ts";
import { changed, gone } from "./context.ts";
import { editEntity } from "./edit.ts";

/** What a check says on the day of the sheet. */
export type Found = Pick<Finding, "check" | "itemId" | "text">;

/**
 * Opens a sheet with what the checks say today. What was called fine on the sheet before stays so while it is the same
 * fact, and what that sheet takes for true without having tested it comes along.
 */
export function startReview(
  plan: Plan,
  ctx: EditContext,
  found: readonly Found[],
  byId: Id | null,
): Result<Change> {
  const [before] = reviewsOf(plan);
  if (before?.closedOn === null)
    return refuse("open", `The review of ${formatDay(before.on)} is still open. Close it first.`);
  const answers = new Map(before?.findings.map((finding) => [sameAs(finding), finding]));
  const untested = before?.assumptions.filter(({ outcome }) => outcome === "untested") ?? [];
  const review = createReview({
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    on: ctx.today(),
    byId: isHere(plan, byId) ? byId : null,
    assumptions: untested.map((line) => ({ ...line, id: ctx.newId() })),
    findings: found.map((one): Finding => {
      const known = answers.get(sameAs(one));
      return findingFrom(ctx, one, known?.answer === "accepted" ? known : null);
    }),
  });
  return changed(ctx, "Start review", { added: [review] });
}

function sameAs({ check, itemId }: Pick<Finding, "check" | "itemId">): string {
  return `${check} ${itemId ?? ""}`;
}

function findingFrom(ctx: EditContext, { check, itemId, text }: Found, accepted: Finding | null): Finding {
  return {
    id: ctx.newId(),
    check,
    itemId,
    text: cutText(text, MAX_NAME),
    answer: accepted ? "accepted" : "open",
    note: accepted?.note ?? "",
  };
}

type Edit = (review: Review) => Partial<Review>;

interface EditWords {
  readonly label: string;
  readonly group?: string;
}

/** A closed sheet stays as it was. */
function onSheet(plan: Plan, ctx: EditContext, id: Id, words: EditWords, edit: Edit): Result<Change> {
  const review = plan.reviews.get(id);
  if (!review || review.deletedAt !== null) return gone("review");
  if (review.closedOn !== null)
    return refuse(
      "closed",
      `This sheet was closed on ${formatDay(review.closedOn)} and stays as it was. Start a new review.`,
    );
  return editEntity(plan, ctx, "review", id, edit(review), words);
}

/** Adds a way in which the plan has failed. */
export function addPremortem(plan: Plan, ctx: EditContext, id: Id, text: string): Result<Change> {
  if (isBlank(text)) return refuse("no-text", "Write in a line why it failed.");
  return onSheet(plan, ctx, id, { label: "Add reason" }, ({ premortem }) => ({
    premortem: [...premortem, { id: ctx.newId(), text: cutText(text.trim(), MAX_NAME) }],
  }));
}

export function editPremortem(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  lineId: Id,
  text: string,
  group?: string,
): Result<Change> {
  const words = { label: "Edit reason", ...(group === undefined ? {} : { group }) };
  return onSheet(plan, ctx, id, words, ({ premortem }) => ({
    premortem: premortem.map((line) => (line.id === lineId ? { ...line, text } : line)),
  }));
}

export function removePremortem(plan: Plan, ctx: EditContext, id: Id, lineId: Id): Result<Change> {
  return onSheet(plan, ctx, id, { label: "Delete reason" }, ({ premortem }) => ({
    premortem: premortem.filter((line) => line.id !== lineId),
  }));
}

export function editReview(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  patch: Pick<Partial<Review>, "name" | "byId" | "notes">,
  words: EditWords,
): Result<Change> {
  return onSheet(plan, ctx, id, words, () => patch);
}

/** Adds something that the plan takes for true. */
export function addAssumption(plan: Plan, ctx: EditContext, id: Id, text: string): Result<Change> {
  if (isBlank(text)) return refuse("no-text", "Write in a line what the plan takes for true.");
  const line: Assumption = {
    id: ctx.newId(),
    text: cutText(text.trim(), MAX_NAME),
    testBy: null,
    outcome: "untested",
    note: "",
  };
  return onSheet(plan, ctx, id, { label: "Add assumption" }, ({ assumptions }) => ({
    assumptions: [...assumptions, line],
  }));
}

export type AssumptionPatch = Partial<Omit<Assumption, "id">>;

/**
 * Edits an assumption. On a closed sheet, if it is the last one, only how the test came out can still be written: that
 * is known later.
 */
export function editAssumption(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  lineId: Id,
  patch: AssumptionPatch,
  group?: string,
): Result<Change> {
  const label = "outcome" in patch ? "Say how the test came out" : "Edit assumption";
  const words = { label, ...(group === undefined ? {} : { group }) };
  const edit: Edit = ({ assumptions }) => ({
    assumptions: assumptions.map((line) => (line.id === lineId ? { ...line, ...patch } : line)),
  });
  const [latest] = reviewsOf(plan);
  const isOutcome = Object.keys(patch).every((key) => key === "outcome" || key === "note");
  if (isOutcome && latest?.id === id) return editEntity(plan, ctx, "review", id, edit(latest), words);
  return onSheet(plan, ctx, id, words, edit);
}

export function removeAssumption(plan: Plan, ctx: EditContext, id: Id, lineId: Id): Result<Change> {
  return onSheet(plan, ctx, id, { label: "Delete assumption" }, ({ assumptions }) => ({
    assumptions: assumptions.filter((line) => line.id !== lineId),
  }));
}

/** Says why something that was found is fine as it is; it is put on the sheet where it came up since. */
export function acceptFinding(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  found: Found,
  note: string,
): Result<Change> {
  if (isBlank(note)) return refuse("no-note", "Write why it is fine, so that others know later.");
  return onSheet(plan, ctx, id, { label: "Call it fine" }, (review) => {
    const findings = withFound(ctx, review.findings, found);
    return { findings: answered(findings, found, "accepted", note.trim()) };
  });
}

/** It is not fine after all. */
export function reopenFinding(plan: Plan, ctx: EditContext, id: Id, found: Found): Result<Change> {
  return onSheet(plan, ctx, id, { label: "Open it again" }, ({ findings }) => ({
    findings: answered(findings, found, "open", ""),
  }));
}

function withFound(ctx: EditContext, findings: readonly Finding[], found: Found): readonly Finding[] {
  if (findings.some((finding) => sameAs(finding) === sameAs(found))) return findings;
  return [...findings, findingFrom(ctx, found, null)];
}

function answered(
  findings: readonly Finding[],
  found: Found,
  answer: Finding["answer"],
  note: string,
): readonly Finding[] {
  return findings.map((finding) =>
    sameAs(finding) === sameAs(found) ? { ...finding, answer, note } : finding,
  );
}

/**
 * Dates the sheet and freezes it. What is no longer found was fixed; `now` are those that are, and those that came up
 * since the sheet was opened are put on it.
 */
export function closeReview(plan: Plan, ctx: EditContext, id: Id, now: readonly Found[]): Result<Change> {
  return onSheet(plan, ctx, id, { label: "Close review" }, ({ findings }) => {
    const present = new Map(now.map((one) => [sameAs(one), one]));
    const known = new Set(findings.map(sameAs));
    const settled = findings.map((finding): Finding => {
      const one = present.get(sameAs(finding));
      return one ? { ...finding, text: cutText(one.text, MAX_NAME) } : { ...finding, answer: "fixed" };
    });
    const added = now.filter((one) => !known.has(sameAs(one))).map((one) => findingFrom(ctx, one, null));
    return { findings: [...settled, ...added], closedOn: ctx.today() };
  });
}
