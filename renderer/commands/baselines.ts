/** What a person can do with baselines: freeze the plan, name and delete what was frozen, compare with it. */
import { type Comparison, compareWithBaseline } from "#shared/domain/compare.ts";
import type { Id } from "#shared/domain/fields.ts";
import { deleteBaseline, freezeBaseline, renameBaseline } from "#shared/domain/operations/baselines.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { App } from "./app.ts";
import { keepView, showView } from "./navigation.ts";
import { perform } from "./perform.ts";

/** The new baseline's id, or null when it was refused. */
export function freeze(app: App, name: string): Id | null {
  return perform(app, (plan, ctx) => freezeBaseline(plan, ctx, name))?.added[0]?.id ?? null;
}

export function renameFrozen(app: App, id: Id, name: string): void {
  perform(app, (plan, ctx) => renameBaseline(plan, ctx, id, name));
}

export function deleteFrozen(app: App, id: Id): boolean {
  return perform(app, (plan, ctx) => deleteBaseline(plan, ctx, id)) !== null;
}

/** Compares with one baseline, or with none; the rows come to the screen, since they show it. Remembered at once. */
export function compareWith(app: App, id: Id | null): void {
  const { route } = app.ui.getState();
  if (id !== null && route.screen === "plan" && route.view !== "outline" && route.view !== "timeline")
    showView(app, "outline");
  app.ui.setState({ compareWith: id });
  keepView(app);
}

export function comparisonOf(plan: Plan, id: Id | null): Comparison | null {
  const baseline = id === null ? undefined : plan.baselines.get(id);
  return baseline ? compareWithBaseline(plan, baseline) : null;
}

export function isComparing(app: App): boolean {
  const { plan } = app.documents.state.getState();
  return plan?.baselines.has(app.ui.getState().compareWith ?? "") === true;
}
