/** What the timeline leaves out: by person, stage, status and the critical path. */
import type { Id } from "#shared/domain/fields.ts";
import { type ItemFilter, isFiltering, NO_FILTER } from "#shared/timeline/filter.ts";
import type { App } from "./app.ts";
import { keepView, showView } from "./navigation.ts";

/** Every filter starts with all folds open and some of what it finds in sight. */
export function setFilter(app: App, filter: ItemFilter): void {
  app.ui.setState(({ timelineRequest }) => ({
    filter,
    foldedInFilter: new Set(),
    timelineRequest: { seq: (timelineRequest?.seq ?? 0) + 1, kind: "work" },
  }));
  keepView(app);
}

export function isFilterSet(app: App): boolean {
  return isFiltering(app.ui.getState().filter);
}

export function clearFilter(app: App): void {
  setFilter(app, NO_FILTER);
}

export function openFilter(app: App): void {
  showView(app, "timeline");
  app.ui.setState({ filterOpen: true });
}

/** The timeline with one person's work, or with what names nobody yet (`NOBODY`). */
export function showWorkOf(app: App, personId: Id): void {
  showView(app, "timeline");
  setFilter(app, { ...NO_FILTER, people: [personId] });
}

export function toggleFoldedInFilter(app: App, id: Id): void {
  app.ui.setState(({ foldedInFilter }) => {
    const next = new Set(foldedInFilter);
    if (!next.delete(id)) next.add(id);
    return { foldedInFilter: next };
  });
}
