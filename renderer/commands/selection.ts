/** Selecting, collapsing and bringing rows into view. */
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { isFiltering } from "#shared/timeline/filter.ts";
import type { App } from "./app.ts";

export function select(app: App, ids: readonly Id[]): void {
  app.ui.setState({ selection: ids, editingId: null });
}

export function startEditing(app: App, id: Id | null): void {
  app.ui.setState(id === null ? { editingId: null } : { editingId: id, selection: [id] });
}

export function toggleCollapsed(app: App, id: Id): void {
  app.ui.setState(({ collapsed }) => {
    const next = new Set(collapsed);
    if (!next.delete(id)) next.add(id);
    return { collapsed: next };
  });
}

export function collapseAll(app: App): void {
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  const holders = outlineOf(plan).inOrder.filter((node) => node.children.length > 0);
  setFolded(app, new Set(holders.map((node) => node.item.id)));
}

export function expandAll(app: App): void {
  setFolded(app, new Set());
}

/** A filtered timeline folds for itself. */
function setFolded(app: App, ids: ReadonlySet<Id>): void {
  app.ui.setState(({ route, filter }) => {
    const isFiltered = route.screen === "plan" && route.view === "timeline" && isFiltering(filter);
    return isFiltered ? { foldedInFilter: ids } : { collapsed: ids };
  });
}

/** Opens whatever holds an item, so that its row exists. */
export function reveal(app: App, id: Id): void {
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  const collapsed = new Set(app.ui.getState().collapsed);
  const before = collapsed.size;
  for (let up = outlineOf(plan).byId.get(id)?.parent ?? null; up; up = up.parent)
    collapsed.delete(up.item.id);
  if (collapsed.size !== before) app.ui.setState({ collapsed });
}

/** Selects an item and shows it in the view that is open. */
export function goTo(app: App, id: Id): void {
  reveal(app, id);
  const seq = (app.ui.getState().timelineRequest?.seq ?? 0) + 1;
  app.ui.setState({ selection: [id], editingId: null, timelineRequest: { seq, kind: "reveal", id } });
}

export function setDetailsOpen(app: App, open: boolean): void {
  app.ui.setState(({ route, detailsOpen }) =>
    route.screen === "plan" && (route.view === "outline" || route.view === "timeline")
      ? { detailsOpen: { ...detailsOpen, [route.view]: open }, clashesOpen: false }
      : {},
  );
}

/** Selects one item and shows its details beside the view. */
export function openDetails(app: App, id: Id): void {
  select(app, [id]);
  setDetailsOpen(app, true);
}
