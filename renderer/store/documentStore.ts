/**
 * The document: the list of roadmaps and the plan that is open. `commit` is the only way in; every entry goes to
 * the sink (the persister) in order. Memory is the truth while the app runs.
 */
import { createStore, type StoreApi } from "zustand/vanilla";
import { type Change, type EditContext, invertChange, isEmptyChange } from "#shared/domain/change.ts";
import { type Entity, roadmapIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import { EMPTY_HISTORY, type History, remember } from "./history.ts";
import type { JournalEntry, Scope } from "./journal.ts";
import type { LoadedHome, LoadedPlan } from "./storage.ts";

export interface DocumentState {
  /** All roadmaps, those in the bin included. */
  readonly roadmaps: ReadonlyMap<Id, Roadmap>;
  readonly plan: Plan | null;
  readonly homeHistory: History;
  readonly planHistory: History;
  /** A sentence that says why nothing can be edited, or null. */
  readonly readOnly: string | null;
}

export interface DocumentStore {
  readonly state: StoreApi<DocumentState>;
  /** Applies a change and hands it on to be written. Returns false when it changed nothing or may not. */
  commit(change: Change): boolean;
  undo(): Change | null;
  redo(): Change | null;
  open(loaded: LoadedPlan): void;
  close(): void;
}

export interface DocumentStoreOptions {
  readonly home: LoadedHome;
  readonly context: EditContext;
  readonly readOnly?: string | null;
  readonly sink: (entry: JournalEntry) => void;
}

export function createDocumentStore(options: DocumentStoreOptions): DocumentStore {
  const { context } = options;
  let nextSeq = options.home.nextSeq;
  const state = createStore<DocumentState>(() => ({
    roadmaps: new Map(options.home.roadmaps.map((r) => [r.id, r])),
    plan: null,
    homeHistory: options.home.history,
    planHistory: EMPTY_HISTORY,
    readOnly: options.readOnly ?? null,
  }));

  function record(scope: Scope, kind: JournalEntry["kind"], wanted: Change): Change | null {
    const before = state.getState();
    if (before.readOnly !== null) return null;
    const change = rebaseRoadmaps(before, wanted);
    if (isEmptyChange(change)) return null;
    const entry: JournalEntry = { seq: nextSeq++, scope, kind, change };
    const historyKey = scope === "home" ? "homeHistory" : "planHistory";
    state.setState({
      roadmaps: roadmapsAfter(before.roadmaps, change),
      plan: before.plan && applyChange(before.plan, change),
      [historyKey]: remember(context, before[historyKey], entry),
    });
    options.sink(entry);
    return change;
  }

  function scopeNow(): Scope {
    return state.getState().plan?.roadmap.id ?? "home";
  }

  return {
    state,
    commit: (change) => record(scopeOf(state.getState().plan, change), "edit", change) !== null,
    undo() {
      const step = historyNow(state.getState()).undo.at(-1);
      return step ? record(scopeNow(), "undo", invertChange(context, step)) : null;
    },
    redo() {
      const step = historyNow(state.getState()).redo.at(-1);
      return step ? record(scopeNow(), "redo", { ...step, id: context.newId(), at: context.now() }) : null;
    },
    open: ({ plan, history }) => {
      const roadmap = state.getState().roadmaps.get(plan.roadmap.id) ?? plan.roadmap;
      state.setState({ plan: { ...plan, roadmap }, planHistory: history });
    },
    close: () => state.setState({ plan: null, planHistory: EMPTY_HISTORY }),
  };
}

/** An edit inside the open roadmap is its own; anything that touches another roadmap belongs to the list of them. */
function scopeOf(plan: Plan | null, change: Change): Scope {
  if (!plan) return "home";
  const rows = [...change.added, ...change.updated.map(([, to]) => to), ...change.removed];
  return rows.every((row) => roadmapIdOf(row) === plan.roadmap.id) ? plan.roadmap.id : "home";
}

/** The history that undo and redo work on now: the open roadmap's, else the home screen's. */
export function historyNow(state: DocumentState): History {
  return state.plan ? state.planHistory : state.homeHistory;
}

/**
 * A roadmap's own row is edited from two histories (home and its own). Taking back an old edit must not take
 * newer edits of other fields along, so only the fields that the change touched are set.
 */
function rebaseRoadmaps(state: DocumentState, change: Change): Change {
  if (!change.updated.some(([, to]) => to.kind === "roadmap")) return change;
  const updated = change.updated.flatMap(([from, to]): [Entity, Entity][] => {
    const current = to.kind === "roadmap" ? state.roadmaps.get(to.id) : undefined;
    if (to.kind !== "roadmap") return [[from, to]];
    return current ? [[current, { ...current, ...fieldsChanged(from, to) }]] : [];
  });
  return { ...change, updated };
}

function fieldsChanged(from: Entity, to: Entity): object {
  const before = from as unknown as Record<string, unknown>;
  return Object.fromEntries(Object.entries(to).filter(([key, value]) => before[key] !== value));
}

function roadmapsAfter(roadmaps: ReadonlyMap<Id, Roadmap>, change: Change): ReadonlyMap<Id, Roadmap> {
  const rows = [...change.updated.map(([, to]) => to), ...change.added].filter(
    (row) => row.kind === "roadmap",
  );
  const gone = change.removed.filter((row) => row.kind === "roadmap");
  if (rows.length + gone.length === 0) return roadmaps;
  const next = new Map(roadmaps);
  for (const row of gone) next.delete(row.id);
  for (const row of rows) next.set(row.id, row);
  return next;
}
