/** What a person can do about who decides. */
import type { DecisionFinding } from "#shared/domain/decisions.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { type DecisionFix, fixDecision } from "#shared/domain/operations/decisionFixes.ts";
import {
  addMatter,
  addMatterFor,
  addUsualMatters,
  type MatterInput,
  moveMatter,
} from "#shared/domain/operations/decisionRights.ts";
import { type EditOptions, editEntity, type Patch } from "#shared/domain/operations/edit.ts";
import type { App } from "./app.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

/** Adds a matter and shows it. */
export function createMatter(app: App, input: MatterInput): void {
  const id = perform(app, (plan, ctx) => addMatter(plan, ctx, input))?.added[0]?.id ?? null;
  if (id !== null) app.ui.setState({ matterId: id });
}

export function createUsualMatters(app: App): void {
  perform(app, (plan, ctx) => addUsualMatters(plan, ctx));
}

/** A task decides about a matter that is not in the list yet. */
export function decideAboutNew(app: App, taskId: Id, name: string): void {
  perform(app, (plan, ctx) => addMatterFor(plan, ctx, taskId, name));
}

export function editMatter(app: App, id: Id, patch: Patch<"decisionRight">, options: EditOptions = {}): void {
  perform(app, (plan, ctx) => editEntity(plan, ctx, "decisionRight", id, patch, options));
}

export function nudgeMatter(app: App, id: Id, by: -1 | 1): void {
  perform(app, (plan, ctx) => moveMatter(plan, ctx, id, by));
}

export function removeMatter(app: App, id: Id): void {
  const right = app.documents.state.getState().plan?.decisionRights.get(id);
  if (!right || !perform(app, (plan, ctx) => deleteListed(plan, ctx, id))) return;
  notify(app, `${matterName(right)} moved to the bin. What decides about it is not checked any more.`, UNDO);
}

/** Takes a way out of what lies outside of somebody's right; naming the CEO only leads there. */
export function takeWayOut(app: App, finding: DecisionFinding, fix: DecisionFix): void {
  if (fix.kind === "name-ceo") showDialog(app, { kind: "settings" });
  else if (perform(app, (plan, ctx) => fixDecision(plan, ctx, finding, fix)))
    notify(app, "That decision is theirs to take now.", UNDO);
}

export function showMatter(app: App, matterId: Id): void {
  app.ui.setState({ matterId });
  showView(app, "decisions");
}
