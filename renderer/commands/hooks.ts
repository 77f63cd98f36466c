/** How views read the app: each hook re-renders its caller only when what it selects changes. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { DocumentState } from "#renderer/store/documentStore.ts";
import { type SaveWord, saveWord } from "#renderer/store/saveStore.ts";
import type { UiState } from "#renderer/store/uiStore.ts";
import type { Comparison } from "#shared/domain/compare.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Outline, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { App } from "./app.ts";
import { comparisonOf } from "./baselines.ts";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp needs an AppContext around it.");
  return app;
}

export function useDocument<T>(select: (state: DocumentState) => T): T {
  return useStore(useApp().documents.state, select);
}

export function useUi<T>(select: (state: UiState) => T): T {
  return useStore(useApp().ui, select);
}

export function useSaveWord(): SaveWord {
  return useStore(useApp().save, saveWord);
}

export function useSaveFailure(): string | null {
  return useStore(useApp().save, (state) => state.failure);
}

/** What views are drawn from: the open plan, and what of it is selected. */
export interface Seen {
  readonly plan: Plan;
  readonly selection: readonly Id[];
}

/** Set around views that follow behind the others (`Behind` in app/); commands act on the newest plan all the same. */
export const SeenContext = createContext<Seen | null>(null);

/** The open plan. Only views of an open roadmap use it. */
export function usePlan(): Plan {
  const seen = useContext(SeenContext);
  const now = useDocument((state) => (seen ? seen.plan : state.plan));
  if (!now) throw new Error(NOT_OPEN);
  return now;
}

/** The open plan as it is now, for what a view does later: an edit does not draw the view anew. */
export function openPlan(app: App): Plan {
  const { plan } = app.documents.state.getState();
  if (!plan) throw new Error(NOT_OPEN);
  return plan;
}

const NOT_OPEN = "No roadmap is open.";

export function useSelection(): readonly Id[] {
  const seen = useContext(SeenContext);
  return useUi((state) => (seen ? seen.selection : state.selection));
}

export function useOutline(): Outline {
  return outlineOf(usePlan());
}

/** The open plan held against the baseline it is compared with; null while none is. */
export function useComparison(): Comparison | null {
  const plan = usePlan();
  const compareWith = useUi((state) => state.compareWith);
  return comparisonOf(plan, compareWith);
}

export function useIsComparing(): boolean {
  const compareWith = useUi((state) => state.compareWith);
  return useDocument(({ plan }) => plan?.baselines.has(compareWith ?? "") === true);
}

export function useReadOnly(): boolean {
  return useDocument((state) => state.readOnly !== null);
}
