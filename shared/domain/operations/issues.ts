/** Issues to solve: raising them, ranking them, and what becomes of them. */
import { generateKeyBetween } from "fractional-indexing";
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { isHere } from "#shared/domain/decisions.ts";
import { type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { USUAL_LEVEL } from "#shared/domain/handover.ts";
import { createIssue, type Issue } from "#shared/domain/issue.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { compareOrder, outlineOf } from "#shared/domain/outline.ts";
import { applyChange, itemById, type Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { isBlank } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { changed, gone } from "./context.ts";
import { handOver, usualFollowUp } from "./delegate.ts";
import { editEntity } from "./edit.ts";
import { addItem, type Place } from "./place.ts";
import { type DecisionInput, recordDecision } from "./records.ts";
import { withRoom } from "./room.ts";

export interface IssueInput {
  readonly name: string;
  readonly itemId?: Id | null;
  readonly raisedById?: Id | null;
}

/** Raises an issue, ranked last; it is the change's only added row. */
export function raiseIssue(plan: Plan, ctx: EditContext, input: IssueInput): Result<Change> {
  const name = input.name.trim();
  if (isBlank(name)) return refuse("no-name", "Write what stands in the way, in a line.");
  if (name.length > MAX_NAME) return refuse("long-name", "The name is too long (500 characters at most).");
  const { itemId = null, raisedById = null } = input;
  if (itemId !== null && !itemById(plan, itemId)) return gone("item");
  const issue = createIssue({
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    order: lastKey(plan),
    name,
    itemId,
    raisedById: isHere(plan, raisedById) ? raisedById : null,
    raisedOn: ctx.today(),
    sessionId: ctx.sessionId !== null && plan.sessions.has(ctx.sessionId) ? ctx.sessionId : null,
  });
  return changed(ctx, "Raise issue", withRoom(plan, { added: [issue] }));
}

function lastKey(plan: Plan): string {
  return generateKeyBetween([...plan.issues.values()].sort(compareOrder).at(-1)?.order ?? null, null);
}

/** Ranks an open issue one place higher (-1) or lower (1); no change at either end. */
export function moveIssue(plan: Plan, ctx: EditContext, id: Id, by: -1 | 1): Result<Change> {
  const { open } = issuesOf(plan);
  const at = open.findIndex((issue) => issue.id === id);
  if (at < 0) return gone("issue");
  const neighbour = open[at + by];
  if (!neighbour) return changed(ctx, "Rank issue", {});
  return placeIssue(plan, ctx, id, by > 0 ? neighbour.id : (open[at - 2]?.id ?? null));
}

/** Ranks an open issue right behind another one, or first (null). */
export function placeIssue(plan: Plan, ctx: EditContext, id: Id, afterId: Id | null): Result<Change> {
  const { open } = issuesOf(plan);
  const issue = open.find((other) => other.id === id);
  if (!issue || (afterId !== null && !open.some((other) => other.id === afterId))) return gone("issue");
  if (afterId === id) return changed(ctx, "Rank issue", {});
  const above = open.find((other) => other.id === afterId)?.order ?? null;
  // Settled ones and those in the bin keep their places too, so the new one has to be free of theirs.
  const keys = [...plan.issues.values()].filter((other) => other !== issue).map(({ order }) => order);
  const below = keys.sort().find((key) => above === null || key > above) ?? null;
  const to = { ...issue, order: generateKeyBetween(above, below) };
  return changed(ctx, "Rank issue", withRoom(plan, { updated: [[issue, to]] }));
}

type Settled = Pick<Issue, "decisionId" | "taskId"> & { readonly state: "solved" | "dropped" };

function settle(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  { state, decisionId, taskId }: Settled,
): Result<Change> {
  const issue = plan.issues.get(id);
  if (!issue || issue.deletedAt !== null) return gone("issue");
  if (issue.state !== "open")
    return refuse("settled", `“${issueName(issue)}” is settled already. Reopen it first.`);
  const to = { ...issue, state, decisionId, taskId, settledOn: ctx.today() };
  return changed(ctx, state === "solved" ? "Solve issue" : "Drop issue", { updated: [[issue, to]] });
}

/** It is not worth solving, or went away by itself. */
export function dropIssue(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  return settle(plan, ctx, id, { state: "dropped", decisionId: null, taskId: null });
}

/** It was talked through and needs neither a decision nor work. */
export function solveIssue(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  return settle(plan, ctx, id, { state: "solved", decisionId: null, taskId: null });
}

/** It stands in the way again: it comes back with the rank it had. What it was solved into stays as it is. */
export function reopenIssue(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const issue = plan.issues.get(id);
  if (!issue || issue.deletedAt !== null) return gone("issue");
  const to = { ...issue, state: "open", settledOn: null, decisionId: null, taskId: null } as const;
  return changed(ctx, "Reopen issue", { updated: issue.state === "open" ? [] : [[issue, to]] });
}

/** Records the decision that solves it, about what the issue is about; its notes become the context. */
export function solveIntoDecision(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  input: DecisionInput,
): Result<Change> {
  const issue = plan.issues.get(id);
  if (!issue) return gone("issue");
  const itemIds = input.itemIds ?? (issue.itemId === null ? [] : [issue.itemId]);
  const context = input.context ?? contextFrom(issue);
  const recorded = recordDecision(plan, ctx, { ...input, itemIds, context });
  const decisionId = recorded.ok ? recorded.value.added[0]?.id : undefined;
  if (!recorded.ok || decisionId === undefined) return recorded;
  const then = applyChange(plan, recorded.value);
  const settled = settle(then, ctx, id, { state: "solved", decisionId, taskId: null });
  if (!settled.ok) return settled;
  return ok(composeChanges(ctx, "Solve issue", [recorded.value, settled.value]));
}

function contextFrom(issue: Issue): string {
  return isBlank(issue.notes) ? issueName(issue) : `${issueName(issue)}\n\n${issue.notes.trim()}`;
}

export interface IssueTask {
  readonly name: string;
  /** Where it goes. */
  readonly parentId: Id;
  /** Who takes it, or nobody yet. */
  readonly toId: Id | null;
  /** Who hands it over; null or the same person: it is theirs at once. */
  readonly byId: Id | null;
  readonly start: Day;
  /** By when it is done, on or after the start. */
  readonly finish: Day;
}

/** Makes the work that solves it: a task with the issue's notes, handed over to whoever takes it. */
export function solveIntoTask(plan: Plan, ctx: EditContext, id: Id, input: IssueTask): Result<Change> {
  const issue = plan.issues.get(id);
  if (!issue) return gone("issue");
  if (isBlank(input.name)) return refuse("no-name", "Write what has to be done, in a line.");
  if (input.finish < input.start) return refuse("ends-before-start", "A task cannot end before it starts.");
  const place = behindLast(plan, input.parentId);
  if (!place) return gone("place");
  const calendar = calendarTable(plan.roadmap.calendar);
  const start = calendar.onOrAfter(input.start);
  const durationDays = Math.max(1, calendar.durationOf(start, input.finish));
  const added = addItem(plan, ctx, place, { kind: "task", name: input.name.trim(), start, durationDays });
  const taskId = added.ok ? added.value.added[0]?.id : undefined;
  if (!added.ok || taskId === undefined) return added;
  return inSteps(ctx, "Solve issue", applyChange(plan, added.value), added.value, [
    (now) => editEntity(now, ctx, "task", taskId, { notes: issue.notes, ...ownedBy(input) }),
    (now) => (isHanded(input) ? handedOver(now, ctx, taskId, input) : changed(ctx, "Hand over", {})),
    (now) => settle(now, ctx, id, { state: "solved", decisionId: null, taskId }),
  ]);
}

/** One change of several that build on each other, or the first refusal. */
function inSteps(
  ctx: EditContext,
  label: string,
  plan: Plan,
  first: Change,
  steps: readonly ((plan: Plan) => Result<Change>)[],
): Result<Change> {
  const done = [first];
  let now = plan;
  for (const step of steps) {
    const result = step(now);
    if (!result.ok) return result;
    done.push(result.value);
    now = applyChange(now, result.value);
  }
  return ok(composeChanges(ctx, label, done));
}

type Handed = IssueTask & { readonly toId: Id; readonly byId: Id };

function isHanded(input: IssueTask): input is Handed {
  return input.toId !== null && input.byId !== null && input.byId !== input.toId;
}

function handedOver(plan: Plan, ctx: EditContext, taskId: Id, { byId, toId }: Handed): Result<Change> {
  const followUpOn = usualFollowUp(plan, ctx.today());
  return handOver(plan, ctx, taskId, { byId, toId, level: USUAL_LEVEL, followUpOn });
}

/** Until it is acknowledged, it is with whoever hands it over. */
function ownedBy(input: IssueTask): Pick<Task, "accountableId" | "assignments"> {
  const ownerId = isHanded(input) ? input.byId : input.toId;
  return { accountableId: ownerId, assignments: doneBy(ownerId) };
}

function doneBy(personId: Id | null) {
  return personId === null ? [] : [{ personId, allocationPct: 100 }];
}

function behindLast(plan: Plan, parentId: Id): Place | null {
  const parent = outlineOf(plan).byId.get(parentId);
  return parent ? { parentId, afterId: parent.children.at(-1)?.item.id ?? null } : null;
}

/** Where the work that solves an issue goes before anybody has said: into what it is about, beside it for a task. */
export function placeForIssue(plan: Plan, { itemId }: Pick<Issue, "itemId">): Id | null {
  const { byId, inOrder, stages } = outlineOf(plan);
  const about = byId.get(itemId ?? "");
  if (about) return about.item.kind === "task" ? (about.parent?.item.id ?? null) : about.item.id;
  const next = inOrder.find(({ item }) => item.kind === "milestone" && item.reachedOn === null);
  return (next ?? stages[0])?.item.id ?? null;
}

/** A week from a day, on a day that is worked: by when such work is usually done. */
export function usualDone(plan: Plan, today: Day): Day {
  return calendarTable(plan.roadmap.calendar).onOrAfter(addDays(today, 7));
}
