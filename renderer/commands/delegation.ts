/** What a person can do with work that is handed over. */

import { showsRows } from "#renderer/store/uiStore.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { lastHandover } from "#shared/domain/handover.ts";
import {
  acknowledge,
  decline,
  editHandover,
  type HandoverPatch,
  handOver,
  type NewHandover,
  takeBack,
  usualFollowUp,
} from "#shared/domain/operations/delegate.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { App } from "./app.ts";
import { keepView, showDialog } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";

/** Whether a task can be handed over now, or handed on. */
export function canBeHandedOver(plan: Plan, id: Id): boolean {
  const node = outlineOf(plan).byId.get(id);
  if (node?.item.kind !== "task" || isFinished(node)) return false;
  return lastHandover(node.item)?.state !== "handed";
}

/** The one selected task that can be handed over, where rows are on screen. */
export function handable(app: App): Id | null {
  const { plan, readOnly } = app.documents.state.getState();
  const ui = app.ui.getState();
  const [id] = ui.selection;
  if (!plan || readOnly !== null || !showsRows(ui) || ui.selection.length !== 1 || !id) return null;
  return canBeHandedOver(plan, id) ? id : null;
}

/** `toId`: whom it is likely handed to. */
export function openHandOver(app: App, taskId: Id | null, toId?: Id): void {
  if (taskId !== null) showDialog(app, { kind: "hand-over", taskId, toId });
}

/** Returns whether it was handed over; a refusal has been told. */
export function handWorkOver(app: App, id: Id, to: NewHandover): boolean {
  const change = perform(app, (plan, ctx) => handOver(plan, ctx, id, to));
  if (change) {
    const name = nameOf(app, to.toId);
    notify(
      app,
      `Handed to ${name}. It stays with ${nameOf(app, to.byId)} until ${name} acknowledges it.`,
      UNDO,
    );
  }
  return change !== null;
}

export function acknowledgeWork(app: App, id: Id): void {
  perform(app, (plan, ctx) => acknowledge(plan, ctx, id));
}

export function declineWork(app: App, id: Id, reason: string): boolean {
  return perform(app, (plan, ctx) => decline(plan, ctx, id, reason)) !== null;
}

export function takeWorkBack(app: App, id: Id, byId: Id): void {
  perform(app, (plan, ctx) => takeBack(plan, ctx, id, byId));
}

export function changeHandover(app: App, id: Id, byId: Id, patch: HandoverPatch): void {
  perform(app, (plan, ctx) => editHandover(plan, ctx, id, byId, patch));
}

/** They were asked: the next time is a week from now. */
export function followedUp(app: App, id: Id, byId: Id, today: Day): void {
  perform(app, (plan, ctx) => editHandover(plan, ctx, id, byId, { followUpOn: usualFollowUp(plan, today) }));
}

/** Whose page the people screen opens with, and who hands over what nobody answers for. */
export function sayWhoIAm(app: App, meId: Id | null): void {
  app.ui.setState({ meId });
  keepView(app);
}

function nameOf(app: App, id: Id): string {
  return app.documents.state.getState().plan?.people.get(id)?.name.trim() || "them";
}
