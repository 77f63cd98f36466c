/** The critical path: shown to the end of the plan, to one item, or not at all. */
import type { CriticalTo } from "#renderer/store/uiStore.ts";
import { showsRows } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { App } from "./app.ts";
import { keepView } from "./navigation.ts";

export function showCritical(app: App, to: CriticalTo): void {
  app.ui.setState({ criticalTo: to });
  keepView(app);
}

export function toggleCritical(app: App): void {
  showCritical(app, app.ui.getState().criticalTo === "off" ? "end" : "off");
}

export function canShowCriticalTo(app: App): boolean {
  return target(app) !== null;
}

export function showCriticalTo(app: App): void {
  const id = target(app);
  if (id !== null) showCritical(app, id);
}

/** The one selected milestone or task with dates of its own. */
function target(app: App): Id | null {
  const { plan } = app.documents.state.getState();
  const { selection } = app.ui.getState();
  const [id] = selection;
  if (!plan || id === undefined || selection.length > 1 || !showsRows(app.ui.getState())) return null;
  const node = outlineOf(plan).byId.get(id);
  return node && node.item.kind !== "stage" && !node.isGroup ? id : null;
}
