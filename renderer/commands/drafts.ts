/**
 * Typing that is not yet a change. A field registers what would save it; everything that leaves a field, a
 * roadmap or the app commits the drafts first, and the screen says "saving" while there are any.
 */
import type { App } from "./app.ts";

const pending = new WeakMap<App, Map<object, () => void>>();

function draftsOf(app: App): Map<object, () => void> {
  let drafts = pending.get(app);
  if (!drafts) {
    drafts = new Map();
    pending.set(app, drafts);
  }
  return drafts;
}

export function holdDraft(app: App, field: object, commit: () => void): void {
  draftsOf(app).set(field, commit);
  app.save.setState({ drafts: draftsOf(app).size });
}

export function releaseDraft(app: App, field: object): void {
  draftsOf(app).delete(field);
  app.save.setState({ drafts: draftsOf(app).size });
}

export function commitDrafts(app: App): void {
  for (const [field, commit] of [...draftsOf(app)]) {
    commit();
    releaseDraft(app, field);
  }
}
