/** What a person can do with decision records. */
import { decisionMarkdown } from "#shared/domain/decisionMarkdown.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import type { EditOptions, Patch } from "#shared/domain/operations/edit.ts";
import {
  acceptDecision,
  addOption,
  type DecisionInput,
  editDecision,
  editOption,
  proposeAgain,
  ratifyDecision,
  recordDecision,
  recordUnderNew,
  rejectDecision,
  removeOption,
  replaceDecision,
  takeAgreementBack,
} from "#shared/domain/operations/records.ts";
import type { App } from "./app.ts";
import { itemsInSight } from "./issues.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, notifyProblem, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

export function openRecordDecision(app: App): void {
  showDialog(app, { kind: "record-decision", itemIds: itemsInSight(app) });
}

/** Records a decision and stays where it was; null when it was refused. */
export function record(app: App, input: DecisionInput): Id | null {
  const recordedById = input.recordedById ?? livingMe(app);
  const change = perform(app, (plan, ctx) => recordDecision(plan, ctx, { ...input, recordedById }));
  const decisionId = change?.added[0]?.id ?? null;
  if (decisionId !== null) {
    app.ui.setState({ decisionId });
    notify(app, input.state === "proposed" ? "The proposal is recorded." : "The decision is recorded.", {
      label: "Show it",
      command: "view.log",
    });
  }
  return decisionId;
}

/** Whoever uses the app, if they said so and are still here. */
export function livingMe(app: App): Id | null {
  const { meId } = app.ui.getState();
  const person = app.documents.state.getState().plan?.people.get(meId ?? "");
  return person?.deletedAt === null ? person.id : null;
}

/** Who is likely to decide: whoever uses the app, else the CEO. */
export function likelyDecider(app: App): Id | null {
  const plan = app.documents.state.getState().plan;
  const ceo = plan?.people.get(plan.roadmap.ceoId ?? "");
  return livingMe(app) ?? (ceo?.deletedAt === null ? ceo.id : null);
}

export function editRecord(app: App, id: Id, patch: Patch<"decision">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editDecision(plan, ctx, id, patch, options));
}

export function accept(app: App, id: Id): void {
  perform(app, (plan, ctx) => acceptDecision(plan, ctx, id, likelyDecider(app)));
}

export function reject(app: App, id: Id): void {
  perform(app, (plan, ctx) => rejectDecision(plan, ctx, id, likelyDecider(app)));
}

export function openAgain(app: App, id: Id): void {
  perform(app, (plan, ctx) => proposeAgain(plan, ctx, id));
}

export function agree(app: App, id: Id, byId: Id): void {
  perform(app, (plan, ctx) => ratifyDecision(plan, ctx, id, byId));
}

export function disagree(app: App, id: Id): void {
  perform(app, (plan, ctx) => takeAgreementBack(plan, ctx, id));
}

/** Proposes another decision in its place and shows it. */
export function replace(app: App, id: Id): void {
  const change = perform(app, (plan, ctx) => replaceDecision(plan, ctx, id, livingMe(app)));
  const decisionId = change?.added[0]?.id;
  if (decisionId === undefined) return;
  app.ui.setState({ decisionId });
  notify(app, "A proposal to replace it. The old one holds until this one is accepted.", UNDO);
}

export function createOption(app: App, id: Id, text: string): void {
  perform(app, (plan, ctx) => addOption(plan, ctx, id, text));
}

export function changeOption(
  app: App,
  id: Id,
  optionId: Id,
  patch: { readonly text?: string; readonly weighing?: string },
  group?: string,
): void {
  perform(app, (plan, ctx) => editOption(plan, ctx, id, optionId, patch, group));
}

export function deleteOption(app: App, id: Id, optionId: Id): void {
  perform(app, (plan, ctx) => removeOption(plan, ctx, id, optionId));
}

/** It falls under a matter that is not in the list yet. */
export function putUnderNew(app: App, id: Id, name: string): void {
  perform(app, (plan, ctx) => recordUnderNew(plan, ctx, id, name));
}

export function removeDecision(app: App, id: Id): void {
  if (perform(app, (plan, ctx) => deleteListed(plan, ctx, id)))
    notify(app, "The decision moved to the bin.", UNDO);
}

export function showDecision(app: App, decisionId: Id): void {
  app.ui.setState({ decisionId });
  showView(app, "log");
}

export async function copyAsMarkdown(app: App, id: Id): Promise<void> {
  const { plan } = app.documents.state.getState();
  const decision = plan?.decisions.get(id);
  if (!plan || !decision) return;
  try {
    await navigator.clipboard.writeText(decisionMarkdown(plan, decision));
    notify(app, "Copied. Paste it into a mail or a document.");
  } catch {
    notifyProblem(app, {
      code: "clipboard",
      message: "The clipboard could not be written to. Click into the window and try again.",
    });
  }
}
