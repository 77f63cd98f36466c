/** What a person can do to a stage's gate. */
import type { Id } from "#shared/domain/fields.ts";
import type { EditOptions } from "#shared/domain/operations/edit.ts";
import {
  addCriterion,
  addEvidence,
  addUsualCriteria,
  type CriterionInput,
  type CriterionPatch,
  decideGate,
  type EvidencePatch,
  editCriterion,
  editEvidence,
  type GateVerdict,
  moveCriterion,
  removeCriterion,
  removeEvidence,
} from "#shared/domain/operations/gates.ts";
import type { App } from "./app.ts";
import { commitDrafts } from "./drafts.ts";
import { showDialog } from "./navigation.ts";
import { perform } from "./perform.ts";

/** Which criterion of which stage. */
export interface CriterionPlace {
  readonly stageId: Id;
  readonly id: Id;
}

export function addGateCriterion(app: App, stageId: Id, input: CriterionInput): void {
  perform(app, (plan, ctx) => addCriterion(plan, ctx, stageId, input));
}

export function takeUsualCriteria(app: App, stageId: Id): void {
  perform(app, (plan, ctx) => addUsualCriteria(plan, ctx, stageId));
}

export function editGateCriterion(
  app: App,
  { stageId, id }: CriterionPlace,
  patch: CriterionPatch,
  options: EditOptions = {},
): void {
  perform(app, (plan, ctx) => editCriterion(plan, ctx, stageId, id, patch, options));
}

export function moveGateCriterion(app: App, { stageId, id }: CriterionPlace, by: -1 | 1): void {
  perform(app, (plan, ctx) => moveCriterion(plan, ctx, stageId, id, by));
}

export function removeGateCriterion(app: App, { stageId, id }: CriterionPlace): void {
  perform(app, (plan, ctx) => removeCriterion(plan, ctx, stageId, id));
}

/** True when it was added. */
export function addGateEvidence(app: App, { stageId, id }: CriterionPlace, input: EvidencePatch): boolean {
  return perform(app, (plan, ctx) => addEvidence(plan, ctx, stageId, id, input)) !== null;
}

export function editGateEvidence(
  app: App,
  { stageId, id }: CriterionPlace,
  evidenceId: Id,
  patch: EvidencePatch,
  options: EditOptions = {},
): void {
  perform(app, (plan, ctx) => editEvidence(plan, ctx, stageId, id, evidenceId, patch, options));
}

export function removeGateEvidence(app: App, { stageId, id }: CriterionPlace, evidenceId: Id): void {
  perform(app, (plan, ctx) => removeEvidence(plan, ctx, stageId, id, evidenceId));
}

/** What is still being typed counts among what is decided about. */
export function openDecideGate(app: App, stageId: Id): void {
  commitDrafts(app);
  showDialog(app, { kind: "decide-gate", stageId });
}

/** True when it was recorded. */
export function recordVerdict(app: App, stageId: Id, verdict: GateVerdict): boolean {
  return perform(app, (plan, ctx) => decideGate(plan, ctx, stageId, verdict)) !== null;
}
