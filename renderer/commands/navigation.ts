/** Going between the home screen and the views of a roadmap. */

import { recallView, rememberView } from "#renderer/persistence/viewMemory.ts";
import type { Dialog, PlanView, Toast } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { App } from "./app.ts";
import { commitDrafts } from "./drafts.ts";
import { notify, notifyProblem } from "./notify.ts";

export async function openRoadmap(app: App, id: Id, view?: PlanView): Promise<boolean> {
  commitDrafts(app);
  keepView(app);
  const loaded = await app.storage.loadPlan(id);
  if (!loaded.ok) {
    showHome(app);
    notifyProblem(app, loaded.problem);
    return false;
  }
  if (loaded.value.plan.roadmap.deletedAt !== null) {
    showHome(app);
    notify(app, "That roadmap lies in the bin. Restore it first.");
    return false;
  }
  // Whoever went on typing in the roadmap before while this one was read has typed there.
  commitDrafts(app);
  app.documents.open(loaded.value);
  const { view: lastView, ...remembered } = recallView(id);
  app.ui.setState({
    ...remembered,
    route: { screen: "plan", roadmapId: id, view: view ?? lastView },
    selection: [],
    editingId: null,
    timelineRequest: null,
    clashesOpen: false,
    filterOpen: false,
    isPresenting: false,
    foldedInFilter: new Set(),
    changesSince: null,
    ...leftBehind(app),
  });
  if (loaded.value.unreadable > 0) {
    app.ui.setState({
      dialog: {
        kind: "problem",
        title: "Part of this roadmap could not be read",
        message: `${loaded.value.unreadable} of its rows are damaged and are not shown. They were left as they are. If you have a saved copy of this roadmap, open it to compare.`,
      },
    });
  }
  return true;
}

export function showHome(app: App): void {
  commitDrafts(app);
  keepView(app);
  app.documents.close();
  app.ui.setState({
    route: { screen: "home" },
    selection: [],
    editingId: null,
    isPresenting: false,
    dialog: null,
    ...leftBehind(app),
  });
}

/** Messages of a place stay in it: their Undo would take back something else here. Problems go along. */
function leftBehind(app: App): { toasts: readonly Toast[] } {
  return { toasts: app.ui.getState().toasts.filter(({ tone }) => tone === "problem") };
}

export function showView(app: App, view: PlanView): void {
  app.ui.setState(({ route }) =>
    route.screen === "plan" ? { route: { ...route, view }, editingId: null } : {},
  );
}

export function showDialog(app: App, dialog: Dialog | null): void {
  app.ui.setState({ dialog });
}

/** Remembers how the open roadmap is being looked at. */
export function keepView(app: App): void {
  const { route, ...ui } = app.ui.getState();
  if (route.screen === "plan") rememberView(route.roadmapId, { ...ui, view: route.view });
}
