/** Exit criteria, their evidence, and the decisions at a stage's gate. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { createGateDecision, type Evidence, type GateCriterion, type Verdict } from "#shared/domain/gate.ts";
import { signerOf } from "#shared/domain/gates.ts";
import { readLink } from "#shared/domain/outsideLink.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { changed, gone } from "./context.ts";
import { type EditOptions, editEntity } from "./edit.ts";
import { usualCriteria } from "./usualCriteria.ts";

export type CriterionPatch = Partial<Pick<GateCriterion, "text" | "isMust" | "isMet">>;
/** What somebody types as evidence; the link is read as an address. */
export type EvidencePatch = Partial<Omit<Evidence, "id">>;

export interface CriterionInput {
  readonly text: string;
  readonly isMust: boolean;
  readonly id?: Id;
  /** Behind which one it stands; at the end when left out. */
  readonly afterId?: Id | null;
}

export function addCriterion(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  { text, isMust, id, afterId = null }: CriterionInput,
): Result<Change> {
  const fresh = { ...newCriterion(ctx, text.trim(), isMust), ...(id === undefined ? {} : { id }) };
  const edit: CriteriaEdit = (now) => {
    const after = now.findIndex((criterion) => criterion.id === afterId);
    const at = after < 0 ? now.length : after + 1;
    return ok([...now.slice(0, at), fresh, ...now.slice(at)]);
  };
  return withCriteria(plan, ctx, stageId, edit, { label: "Add criterion" });
}

/** Adds the criteria most businesses need at the end of such a stage; those that are there already are left out. */
export function addUsualCriteria(plan: Plan, ctx: EditContext, stageId: Id): Result<Change> {
  const stage = plan.stages.get(stageId);
  if (!stage) return gone("stage");
  const known = new Set(stage.gateCriteria.map(({ text }) => text.trim()));
  const fresh = usualCriteria(stage.name)
    .filter(({ text }) => !known.has(text))
    .map(({ text, isMust }) => newCriterion(ctx, text, isMust));
  const label = "Add the usual criteria";
  return withCriteria(plan, ctx, stageId, (now) => ok(fresh.length === 0 ? now : [...now, ...fresh]), {
    label,
  });
}

function newCriterion(ctx: EditContext, text: string, isMust: boolean): GateCriterion {
  return { id: ctx.newId(), text, isMust, isMet: false, evidence: [] };
}

/** Rewords a criterion, weighs it anew, or says whether it is met. */
export function editCriterion(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  id: Id,
  patch: CriterionPatch,
  options: EditOptions = {},
): Result<Change> {
  return withCriterion(plan, ctx, stageId, id, (criterion) => ok({ ...criterion, ...patch }), {
    label: "Edit criterion",
    ...options,
  });
}

/** Moves a criterion one place up (-1) or down (1); no change at either end. */
export function moveCriterion(plan: Plan, ctx: EditContext, stageId: Id, id: Id, by: -1 | 1): Result<Change> {
  return withCriteria(
    plan,
    ctx,
    stageId,
    (now) => {
      const at = now.findIndex((criterion) => criterion.id === id);
      const [from, to] = [now[at], now[at + by]];
      if (!from) return gone("criterion");
      if (!to) return ok(now);
      return ok(now.map((criterion, i) => (i === at ? to : i === at + by ? from : criterion)));
    },
    { label: "Move criterion" },
  );
}

export function removeCriterion(plan: Plan, ctx: EditContext, stageId: Id, id: Id): Result<Change> {
  return withCriteria(
    plan,
    ctx,
    stageId,
    (now) => {
      const rest = now.filter((criterion) => criterion.id !== id);
      return rest.length === now.length ? gone("criterion") : ok(rest);
    },
    { label: "Delete criterion" },
  );
}

/** Adds what shows that a criterion is met, seen today unless said otherwise. */
export function addEvidence(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  criterionId: Id,
  input: EvidencePatch,
): Result<Change> {
  const start = { id: ctx.newId(), note: "", figure: "", link: "", on: ctx.today() };
  const evidence = readEvidence(start, input);
  if (!evidence.ok) return evidence;
  const { note, figure, link } = evidence.value;
  if ([note, figure, link].every(isBlank))
    return refuse("no-evidence", "Write a note, a figure or an address: something that shows it.");
  return withCriterion(
    plan,
    ctx,
    stageId,
    criterionId,
    (criterion) => ok({ ...criterion, evidence: [...criterion.evidence, evidence.value] }),
    { label: "Add evidence" },
  );
}

export function editEvidence(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  criterionId: Id,
  id: Id,
  patch: EvidencePatch,
  options: EditOptions = {},
): Result<Change> {
  const edit = (criterion: GateCriterion): Result<GateCriterion> => {
    const now = criterion.evidence.find((other) => other.id === id);
    if (!now) return gone("evidence");
    const to = readEvidence(now, patch);
    if (!to.ok) return to;
    return ok({ ...criterion, evidence: criterion.evidence.map((e) => (e === now ? to.value : e)) });
  };
  return withCriterion(plan, ctx, stageId, criterionId, edit, { label: "Edit evidence", ...options });
}

export function removeEvidence(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  criterionId: Id,
  id: Id,
): Result<Change> {
  return withCriterion(
    plan,
    ctx,
    stageId,
    criterionId,
    (criterion) => ok({ ...criterion, evidence: criterion.evidence.filter((e) => e.id !== id) }),
    { label: "Delete evidence" },
  );
}

function readEvidence(from: Evidence, patch: EvidencePatch): Result<Evidence> {
  if (patch.link === undefined || patch.link === from.link) return ok({ ...from, ...patch });
  const link = readLink(patch.link);
  return link.ok ? ok({ ...from, ...patch, link: link.value }) : link;
}

export interface GateVerdict {
  readonly verdict: Verdict;
  readonly note: string;
  readonly on: Day;
}

/**
 * Records what the CEO decides at a gate, with the criteria as they stand; it is the change's only added row. What was
 * decided before stays.
 */
export function decideGate(plan: Plan, ctx: EditContext, stageId: Id, input: GateVerdict): Result<Change> {
  const stage = plan.stages.get(stageId);
  if (!stage || stage.deletedAt !== null) return gone("stage");
  const signer = signerOf(plan);
  if (!signer)
    return refuse(
      "no-ceo",
      "The CEO signs at a gate, and nobody is named as CEO. Name one in Roadmap details.",
    );
  if (input.on > ctx.today())
    return refuse("day-ahead", "A decision cannot lie ahead. Choose today or the day it was taken.");
  const unmet = stage.gateCriteria.filter(({ isMust, isMet }) => isMust && !isMet).length;
  if (input.verdict === "go" && unmet > 0 && isBlank(input.note))
    return refuse(
      "go-needs-reason",
      `${count(unmet, "must-have")} ${unmet === 1 ? "is" : "are"} not met. Say in the note why it goes on all the same.`,
    );
  const decision = createGateDecision({
    id: ctx.newId(),
    roadmapId: plan.roadmap.id,
    stageId,
    ...input,
    note: input.note.trim(),
    recordedAt: recordedAfter(plan, stageId, ctx.now()),
    signedById: signer.id,
    criteria: stage.gateCriteria,
    sessionId: ctx.sessionId,
  });
  return changed(ctx, "Decide at the gate", { added: [decision] });
}

/** A clock that stands still or was set back does not put a decision before the one it follows. */
function recordedAfter(plan: Plan, stageId: Id, now: string): string {
  const earlier = [...plan.gateDecisions.values()].filter((decision) => decision.stageId === stageId);
  const last = earlier.reduce((latest, { recordedAt }) => (recordedAt > latest ? recordedAt : latest), "");
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

type CriteriaEdit = (now: readonly GateCriterion[]) => Result<readonly GateCriterion[]>;

function withCriteria(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  edit: CriteriaEdit,
  options: EditOptions,
): Result<Change> {
  const stage = plan.stages.get(stageId);
  if (!stage) return gone("stage");
  const gateCriteria = edit(stage.gateCriteria);
  if (!gateCriteria.ok) return gateCriteria;
  return editEntity(plan, ctx, "stage", stageId, { gateCriteria: gateCriteria.value }, options);
}

function withCriterion(
  plan: Plan,
  ctx: EditContext,
  stageId: Id,
  id: Id,
  edit: (criterion: GateCriterion) => Result<GateCriterion>,
  options: EditOptions,
): Result<Change> {
  const inList: CriteriaEdit = (now) => {
    const criterion = now.find((other) => other.id === id);
    if (!criterion) return gone("criterion");
    const to = edit(criterion);
    return to.ok ? ok(now.map((other) => (other === criterion ? to.value : other))) : to;
  };
  return withCriteria(plan, ctx, stageId, inList, options);
}
