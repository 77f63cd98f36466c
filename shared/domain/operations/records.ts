/** Decision records: writing them down, accepting, replacing and agreeing afterwards. */
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import { createDecision, type Decision } from "#shared/domain/decision.ts";
import { chainsOf, wouldLoop } from "#shared/domain/decisionChain.ts";
import { isHere, ownReach } from "#shared/domain/decisions.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import { type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { isBlank } from "#shared/domain/words.ts";
import { strangerIn } from "./check.ts";
import { changed, gone } from "./context.ts";
import { addMatter } from "./decisionRights.ts";
import { editEntity, type Patch } from "./edit.ts";

export type DecisionInput = Pick<Decision, "name"> &
  Partial<Omit<Decision, "kind" | "id" | "roadmapId" | "name" | "recordedAt" | "sessionId" | "deletedAt">>;

/**
 * Records a decision, in the session that is open; it is the change's first added row. An accepted one was decided
 * today unless a day is given.
 */
export function recordDecision(plan: Plan, ctx: EditContext, input: DecisionInput): Result<Change> {
  const name = input.name.trim();
  if (isBlank(name)) return refuse("no-name", "Write what is decided, in a line.");
  if (name.length > MAX_NAME) return refuse("long-name", "The name is too long (500 characters at most).");
  const decision = createDecision({
    ...input,
    decidedOn: input.decidedOn ?? (input.state === "accepted" ? ctx.today() : null),
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    name,
    recordedAt: ctx.now(),
    sessionId: ctx.sessionId !== null && plan.sessions.has(ctx.sessionId) ? ctx.sessionId : null,
  });
  const wrong = strangerIn(plan, decision) ?? placeTaken(plan, decision.id, decision.supersedesId);
  return wrong ?? changed(ctx, "Record decision", { added: [decision] });
}

/**
 * Sets fields of a decision. What it takes the place of is checked. Whoever agreed to it agreed to who decided what
 * about which matter: when one of these changes, the agreement is taken back.
 */
export function editDecision(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  patch: Patch<"decision">,
  options: { readonly label?: string; readonly group?: string } = {},
): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const { supersedesId } = patch;
  if (supersedesId !== undefined && supersedesId !== decision.supersedesId) {
    const taken = placeTaken(plan, id, supersedesId);
    if (taken) return taken;
  }
  const isOther = AGREED_TO.some((key) => patch[key] !== undefined && patch[key] !== decision[key]);
  const agreement = isOther && decision.ratifiedById !== null ? { ratifiedById: null, ratifiedOn: null } : {};
  return editEntity(plan, ctx, "decision", id, { ...patch, ...agreement }, options);
}

const AGREED_TO = ["decidedById", "decisionRightId", "amount"] as const;

function placeTaken(plan: Plan, id: Id, supersedesId: Id | null): Result<never> | null {
  if (supersedesId === null) return null;
  if (!live(plan, supersedesId)) return gone("decision");
  if (wouldLoop(plan, id, supersedesId))
    return refuse("loop", "A decision cannot take the place of one that took its own place.");
  const other = chainsOf(plan).get(supersedesId)?.replacedBy;
  if (other && other.id !== id)
    return refuse("replaced", `“${other.name}” took its place already. Replace that one instead.`);
  return null;
}

/** It holds from now on, in the place of the one it names. The day is today unless one was set. */
export function acceptDecision(plan: Plan, ctx: EditContext, id: Id, byId: Id | null): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const patch = {
    state: "accepted",
    decidedOn: decision.decidedOn ?? ctx.today(),
    decidedById: decision.decidedById ?? (isHere(plan, byId) ? byId : null),
  } as const;
  return editEntity(plan, ctx, "decision", id, patch, { label: "Accept decision" });
}

export function rejectDecision(plan: Plan, ctx: EditContext, id: Id, byId: Id | null): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const patch = {
    state: "rejected",
    decidedOn: decision.decidedOn ?? ctx.today(),
    decidedById: decision.decidedById ?? (isHere(plan, byId) ? byId : null),
  } as const;
  return editEntity(plan, ctx, "decision", id, patch, { label: "Reject decision" });
}

/** Accepted or rejected too soon: it is open again, and nobody has agreed. */
export function proposeAgain(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const patch = { state: "proposed", decidedOn: null, ratifiedById: null, ratifiedOn: null } as const;
  return editEntity(plan, ctx, "decision", id, patch, { label: "Propose again" });
}

/** Somebody with the right agrees to what was decided outside of it: usually the CEO. */
export function ratifyDecision(plan: Plan, ctx: EditContext, id: Id, byId: Id, on?: Day): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const right = plan.decisionRights.get(decision.decisionRightId ?? "");
  if (decision.state !== "accepted" || right?.deletedAt !== null)
    return refuse("nothing-to-agree", "There is nothing to agree to: it has to be decided first.");
  if (ownReach(plan, right, byId, decision.amount) === 0) {
    const who = plan.people.get(byId)?.name.trim() || "That person";
    return refuse("no-right", `${who} does not decide about ${matterName(right)} either. Ask the CEO.`);
  }
  const patch = { ratifiedById: byId, ratifiedOn: on ?? ctx.today() };
  return editEntity(plan, ctx, "decision", id, patch, { label: "Agree afterwards" });
}

export function takeAgreementBack(plan: Plan, ctx: EditContext, id: Id): Result<Change> {
  const patch = { ratifiedById: null, ratifiedOn: null };
  return editEntity(plan, ctx, "decision", id, patch, { label: "Take agreement back" });
}

/** Proposes another decision in the place of one that holds; it begins with what the old one was about. */
export function replaceDecision(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  recordedById: Id | null,
): Result<Change> {
  const old = live(plan, id);
  if (!old) return gone("decision");
  const { name, itemIds, decisionRightId, amount } = old;
  return recordDecision(plan, ctx, {
    name: isBlank(name) ? "Untitled decision" : name,
    itemIds,
    decisionRightId,
    amount,
    options: old.options.map((option) => ({ ...option, id: ctx.newId() })),
    recordedById: isHere(plan, recordedById) ? recordedById : null,
    supersedesId: id,
  });
}

/** Adds an option that is weighed. */
export function addOption(plan: Plan, ctx: EditContext, id: Id, text: string): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const options = [...decision.options, { id: ctx.newId(), text: text.trim(), weighing: "" }];
  return editEntity(plan, ctx, "decision", id, { options }, { label: "Add option" });
}

/** Changes what an option says, or what speaks for and against it. */
export function editOption(
  plan: Plan,
  ctx: EditContext,
  id: Id,
  optionId: Id,
  patch: { readonly text?: string; readonly weighing?: string },
  group?: string,
): Result<Change> {
  const decision = live(plan, id);
  if (!decision?.options.some((option) => option.id === optionId)) return gone("option");
  const options = decision.options.map((option) =>
    option.id === optionId ? { ...option, ...patch } : option,
  );
  const label = { label: "Edit option", ...(group !== undefined ? { group } : {}) };
  return editEntity(plan, ctx, "decision", id, { options }, label);
}

export function removeOption(plan: Plan, ctx: EditContext, id: Id, optionId: Id): Result<Change> {
  const decision = live(plan, id);
  if (!decision) return gone("decision");
  const options = decision.options.filter((option) => option.id !== optionId);
  const chosenId = decision.chosenId === optionId ? null : decision.chosenId;
  return editEntity(plan, ctx, "decision", id, { options, chosenId }, { label: "Delete option" });
}

/** Adds a matter and puts a decision under it, in one step. */
export function recordUnderNew(plan: Plan, ctx: EditContext, id: Id, name: string): Result<Change> {
  const added = addMatter(plan, ctx, { name });
  const decisionRightId = added.ok ? added.value.added[0]?.id : undefined;
  if (!added.ok || decisionRightId === undefined) return added;
  const edited = editDecision(applyChange(plan, added.value), ctx, id, { decisionRightId });
  return edited.ok ? ok(composeChanges(ctx, "Add matter", [added.value, edited.value])) : edited;
}

function live(plan: Plan, id: Id): Decision | null {
  const decision = plan.decisions.get(id);
  return decision?.deletedAt === null ? decision : null;
}
