/** What a person can do on a review sheet, and where its findings lead. */
import type { PlanView, UiState } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteListed } from "#shared/domain/operations/bin.ts";
import { setPinned } from "#shared/domain/operations/dateRules.ts";
import {
  type AssumptionPatch,
  acceptFinding,
  addAssumption,
  addPremortem,
  closeReview,
  editAssumption,
  editPremortem,
  editReview,
  type Found,
  removeAssumption,
  removePremortem,
  reopenFinding,
  startReview,
} from "#shared/domain/operations/reviews.ts";
import { assertNever } from "#shared/domain/result.ts";
import { reviewName } from "#shared/domain/reviews.ts";
import { healthOf } from "#shared/review/health.ts";
import { presentOf, toKeep } from "#shared/review/sheet.ts";
import type { Fix } from "#shared/review/types.ts";
import type { App } from "./app.ts";
import { showLoadOf } from "./load.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { perform } from "./perform.ts";
import { showProcedure } from "./procedures.ts";
import { goTo, setDetailsOpen } from "./selection.ts";
import { showMatter } from "./whoDecides.ts";

/** Opens a sheet with what the checks say today, and shows it. */
export function newReview(app: App): void {
  const { today, meId } = app.ui.getState();
  const change = perform(app, (plan, ctx) => startReview(plan, ctx, toKeep(healthOf(plan, today)), meId));
  const id = change?.added[0]?.id;
  if (id !== undefined) app.ui.setState({ reviewId: id });
}

export function finishReview(app: App, id: Id): void {
  const { today } = app.ui.getState();
  const change = perform(app, (plan, ctx) => {
    const review = plan.reviews.get(id);
    return closeReview(plan, ctx, id, review ? presentOf(review, healthOf(plan, today)) : []);
  });
  if (change) notify(app, "The sheet is closed and stays as it is.", UNDO);
}

export function deleteReview(app: App, id: Id): void {
  const review = app.documents.state.getState().plan?.reviews.get(id);
  if (review && perform(app, (plan, ctx) => deleteListed(plan, ctx, id)))
    notify(app, `${reviewName(review)} moved to the bin.`, UNDO);
}

export function renameReview(app: App, id: Id, name: string, group: string): void {
  perform(app, (plan, ctx) => editReview(plan, ctx, id, { name }, { label: "Rename review", group }));
}

export function noteOnReview(app: App, id: Id, notes: string, group: string): void {
  perform(app, (plan, ctx) => editReview(plan, ctx, id, { notes }, { label: "Edit notes", group }));
}

export function addReason(app: App, id: Id, text: string): void {
  perform(app, (plan, ctx) => addPremortem(plan, ctx, id, text));
}

export function editReason(app: App, id: Id, lineId: Id, text: string, group: string): void {
  perform(app, (plan, ctx) => editPremortem(plan, ctx, id, lineId, text, group));
}

export function removeReason(app: App, id: Id, lineId: Id): void {
  perform(app, (plan, ctx) => removePremortem(plan, ctx, id, lineId));
}

export function assume(app: App, id: Id, text: string): void {
  perform(app, (plan, ctx) => addAssumption(plan, ctx, id, text));
}

export function changeAssumption(app: App, id: Id, lineId: Id, patch: AssumptionPatch, group?: string): void {
  perform(app, (plan, ctx) => editAssumption(plan, ctx, id, lineId, patch, group));
}

export function dropAssumption(app: App, id: Id, lineId: Id): void {
  perform(app, (plan, ctx) => removeAssumption(plan, ctx, id, lineId));
}

export function callFine(app: App, id: Id, found: Found, note: string): boolean {
  return perform(app, (plan, ctx) => acceptFinding(plan, ctx, id, found, note)) !== null;
}

export function callOpen(app: App, id: Id, found: Found): void {
  perform(app, (plan, ctx) => reopenFinding(plan, ctx, id, found));
}

/** Leads to where a finding is mended; what one step can mend is mended, with undo. */
export function openFix(app: App, fix: Fix): void {
  switch (fix.kind) {
    case "item":
      openItemAt(app, fix.id, fix.field);
      break;
    case "unpin":
      if (perform(app, (plan, ctx) => setPinned(plan, ctx, [fix.id], false)))
        notify(app, "Its date follows its links again.", UNDO);
      break;
    case "load":
      showLoadOf(app, { personId: fix.personId, week: fix.week });
      break;
    case "routine":
      showAt(app, "routines", { routineId: fix.id });
      break;
    case "workflow":
      showProcedure(app, fix.id);
      break;
    case "matter":
      showMatter(app, fix.id);
      break;
    case "settings":
      showDialog(app, { kind: "settings" });
      break;
    default:
      assertNever(fix, "a fix of a finding");
  }
}

function showAt(app: App, view: PlanView, at: Partial<UiState>): void {
  app.ui.setState(at);
  showView(app, view);
}

function openItemAt(app: App, id: Id, field: string | null): void {
  goTo(app, id);
  showView(app, "outline");
  setDetailsOpen(app, true);
  if (field !== null) focusField(field, FRAMES);
}

/** The details follow behind the rows, so that the field may not be there at once. */
const FRAMES = 30;
const FOCUSABLE = "button:not([disabled]), input:not([disabled]), textarea:not([disabled])";

function focusField(field: string, frames: number): void {
  if (frames === 0) return;
  requestAnimationFrame(() => {
    const panel = document.querySelector('[aria-label="Details"]');
    const names = (element: Element): string =>
      element.getAttribute("aria-label") ?? element.textContent ?? "";
    const found = [...(panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].find((element) =>
      names(element).trim().startsWith(field),
    );
    if (!found) return focusField(field, frames - 1);
    found.focus();
    found.scrollIntoView({ block: "nearest" });
  });
}
