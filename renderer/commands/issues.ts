/** What a person can do with issues to solve. */
import { showsRows } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issueName } from "#shared/domain/issues.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import {
  dropIssue,
  type IssueInput,
  type IssueTask,
  moveIssue,
  placeIssue,
  raiseIssue,
  reopenIssue,
  solveIntoDecision,
  solveIntoTask,
  solveIssue,
} from "#shared/domain/operations/issues.ts";
import type { DecisionInput } from "#shared/domain/operations/records.ts";
import { itemById } from "#shared/domain/plan.ts";
import type { App } from "./app.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

/** The selected rows, where rows are on screen: what an issue or a decision is likely about. */
export function itemsInSight(app: App): readonly Id[] {
  const { plan } = app.documents.state.getState();
  const ui = app.ui.getState();
  if (!plan || !showsRows(ui)) return [];
  return ui.selection.filter((id) => itemById(plan, id)?.deletedAt === null);
}

export function openRaiseIssue(app: App): void {
  showDialog(app, { kind: "raise-issue", itemId: itemsInSight(app)[0] ?? null });
}

/** Raises an issue by whoever uses the app, and stays where it was. Null when it was refused. */
export function raise(app: App, input: Pick<IssueInput, "name" | "itemId">): Id | null {
  const raisedById = app.ui.getState().meId;
  return perform(app, (plan, ctx) => raiseIssue(plan, ctx, { ...input, raisedById }))?.added[0]?.id ?? null;
}

export function editIssue(app: App, id: Id, patch: Patch<"issue">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "issue", id, patch, options));
}

export function nudgeIssue(app: App, id: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => moveIssue(plan, ctx, id, by));
}

export function rankIssueBehind(app: App, id: Id, afterId: Id | null): void {
  perform(app, (plan, ctx) => placeIssue(plan, ctx, id, afterId));
}

function nameOf(app: App, id: Id): string {
  const issue = app.documents.state.getState().plan?.issues.get(id);
  return issue ? issueName(issue) : "The issue";
}

/** Returns the decision, or null when it was refused. */
export function solveByDecision(app: App, id: Id, input: DecisionInput): Id | null {
  const change = perform(app, (plan, ctx) => solveIntoDecision(plan, ctx, id, input));
  const decisionId = change?.added[0]?.id ?? null;
  if (decisionId !== null) {
    app.ui.setState({ decisionId });
    notify(app, `“${nameOf(app, id)}” is solved by a decision.`, {
      label: "Show the decision",
      command: "view.log",
    });
  }
  return decisionId;
}

export function solveByTask(app: App, id: Id, input: IssueTask): boolean {
  const change = perform(app, (plan, ctx) => solveIntoTask(plan, ctx, id, input));
  if (change) notify(app, `“${nameOf(app, id)}” is solved by a task in the plan.`, UNDO);
  return change !== null;
}

export function solvePlainly(app: App, id: Id): void {
  if (perform(app, (plan, ctx) => solveIssue(plan, ctx, id)))
    notify(app, `“${nameOf(app, id)}” is solved.`, UNDO);
}

export function drop(app: App, id: Id): void {
  if (perform(app, (plan, ctx) => dropIssue(plan, ctx, id)))
    notify(app, `“${nameOf(app, id)}” is dropped.`, UNDO);
}

export function reopen(app: App, id: Id): void {
  perform(app, (plan, ctx) => reopenIssue(plan, ctx, id));
}

export function removeIssue(app: App, id: Id): void {
  const name = nameOf(app, id);
  if (perform(app, (plan, ctx) => deleteListed(plan, ctx, id)))
    notify(app, `“${name}” moved to the bin.`, UNDO);
}

export function showIssue(app: App, issueId: Id): void {
  app.ui.setState({ issueId });
  showView(app, "issues");
}
