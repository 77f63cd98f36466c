/** Where the person is and how they look at it. Nothing here is part of the plan or undone. */
import { createStore, type StoreApi } from "zustand/vanilla";
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Change, EditContext } from "#shared/domain/change.ts";
import type { Day } from "#shared/domain/day.ts";
import { type LogFilter, WHOLE_LOG } from "#shared/domain/decisionLog.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import type { CsvTable } from "#shared/interchange/csv-parse.ts";
import type { ReadPlan } from "#shared/interchange/readAny.ts";
import type { PrintPart } from "#shared/print/document/request.ts";
import { type ItemFilter, NO_FILTER } from "#shared/timeline/filter.ts";

export const PLAN_VIEWS = [
  "sessions",
  "vision",
  "outline",
  "timeline",
  "people",
  "load",
  "balance",
  "routines",
  "workflows",
  "issues",
  "log",
  "decisions",
  "changes",
  "review",
  "bin",
] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];

export type Route =
  | { readonly screen: "home" }
  | { readonly screen: "plan"; readonly roadmapId: Id; readonly view: PlanView };

/** Since when changes are asked for. `first`: since the roadmap was made or opened on this computer. */
export type Since =
  | { readonly kind: "first" }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "session"; readonly id: Id }
  | { readonly kind: "baseline"; readonly id: Id }
  | {
      readonly kind: "file";
      readonly name: string;
      /** Null where the file does not say. */
      readonly savedAt: string | null;
      readonly plan: Plan;
    };

export type Theme = "system" | "light" | "dark";

export type Dialog =
  | { readonly kind: "new-roadmap" }
  | { readonly kind: "settings" }
  | {
      readonly kind: "export-pdf";
      readonly part?: PrintPart;
      readonly sessionId?: Id;
      readonly reviewId?: Id;
    }
  | { readonly kind: "baselines" }
  | { readonly kind: "moved" }
  | { readonly kind: "close-session"; readonly sessionId: Id }
  | { readonly kind: "promise"; readonly ids: readonly Id[] }
  | { readonly kind: "hand-over"; readonly taskId: Id; readonly toId?: Id | undefined }
  | { readonly kind: "decline"; readonly taskId: Id }
  | { readonly kind: "decide-gate"; readonly stageId: Id }
  | {
      readonly kind: "start-routine";
      readonly taskIds: readonly Id[];
      /** What makes the work done and waits for the answers; null for work that is done already. */
      readonly finish: ((plan: Plan, ctx: EditContext) => Result<Change>) | null;
    }
  | { readonly kind: "make-tasks"; readonly procedureId: Id }
  | { readonly kind: "raise-issue"; readonly itemId: Id | null }
  | { readonly kind: "record-decision"; readonly itemIds: readonly Id[]; readonly issueId?: Id | undefined }
  | { readonly kind: "solve-by-task"; readonly issueId: Id }
  | { readonly kind: "picture" }
  | { readonly kind: "palette" }
  | { readonly kind: "shortcuts" }
  | { readonly kind: "rename-roadmap"; readonly roadmapId: Id }
  | { readonly kind: "import-table"; readonly name: string; readonly table: CsvTable }
  | { readonly kind: "import-preview"; readonly name: string; readonly read: ReadPlan }
  | { readonly kind: "problem"; readonly title: string; readonly message: string };

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "info" | "problem";
  readonly action?: { readonly label: string; readonly command: CommandId } | undefined;
}

export interface TimelineRequest {
  readonly seq: number;
  readonly kind: "today" | "fit" | "in" | "out" | "reveal" | "work";
  readonly id?: Id | undefined;
}

/** A person's week, by its Monday; nobody's when `personId` is null. */
export interface LoadWeek {
  readonly personId: Id | null;
  readonly week: Day;
}

export type CriticalTo = "off" | "end" | Id;

/** How one roadmap was last looked at; remembered per roadmap. */
export interface ViewState {
  readonly collapsed: ReadonlySet<Id>;
  /** Whether the details panel stands beside each of the two plan views. */
  readonly detailsOpen: { readonly outline: boolean; readonly timeline: boolean };
  readonly pxPerDay: number;
  readonly columnWidth: number;
  readonly scrollDay: Day | null;
  /** What the critical path is shown to: the end of the plan, or one item. An item that is gone has none. */
  readonly criticalTo: CriticalTo;
  /** What the timeline is narrowed down to; people and stages that are gone count for nothing. */
  readonly filter: ItemFilter;
  /** Columns of the outline that somebody showed or put away, by name; the others are as usual. */
  readonly columnChoice: Readonly<Record<string, boolean>>;
  /** The baseline that the plan is compared with; one that is deleted counts as none. */
  readonly compareWith: Id | null;
  /** Whether the details show what is not set about dates. */
  readonly datesUnfolded: boolean;
  /** Who uses the app, if they said so; somebody who is gone counts for nobody. */
  readonly meId: Id | null;
  /** What was typed in the line of a dialog and not recorded: an issue, a decision. It is there when it opens again. */
  readonly unsaved: { readonly issue: string; readonly decision: string };
}

export interface UiState extends ViewState {
  readonly route: Route;
  readonly today: Day;
  readonly theme: Theme;
  readonly selection: readonly Id[];
  /** Whose page the people screen shows; null until somebody was chosen. */
  readonly personId: Id | null;
  /** The routine shown beside the list of routines; one that is gone counts as none. */
  readonly routineId: Id | null;
  /** The week whose hours are taken apart beside the load; null while none is. */
  readonly loadWeek: LoadWeek | null;
  /** The workflow shown beside the list of workflows, and the checklist of it that is gone through. */
  readonly procedureId: Id | null;
  readonly checklistId: Id | null;
  /** The matter shown beside the list of who decides; one that is gone counts as none. */
  readonly matterId: Id | null;
  /** The review sheet that is shown; one that is gone counts as the last one. */
  readonly reviewId: Id | null;
  /** Since when the list of changes tells; null until somebody chose. */
  readonly changesSince: Since | null;
  /** The issue shown beside the list of issues, and the decision beside the log; one that is gone counts as none. */
  readonly issueId: Id | null;
  readonly decisionId: Id | null;
  /** What the log is narrowed down to. */
  readonly logFilter: LogFilter;
  /** The session whose page is shown, or the list of them; null: the one that is open, else the list. */
  readonly sessionId: Id | "list" | null;
  /** What of its page is shown: an item of the agenda, or a page behind it; null: what is talked about. */
  readonly sessionPart: Id | "actions" | "minutes" | "private" | null;
  /** A session was just started, or gone back to by its key: note-taking goes on wherever the focus was. */
  readonly wantsNotes: boolean;
  /** The row whose name is being typed, in the outline. */
  readonly editingId: Id | null;
  /** Whether the list of clashes stands in the place of the details. */
  readonly clashesOpen: boolean;
  /** Whether the choices of the timeline's filter are open. */
  readonly filterOpen: boolean;
  /** Rows folded while a filter is set; those folded without one keep to themselves. */
  readonly foldedInFilter: ReadonlySet<Id>;
  /** Whether the list of the outline's columns is open. */
  readonly choosingColumns: boolean;
  /** Whether the plan is shown to a room, over the view that is open. */
  readonly isPresenting: boolean;
  readonly dialog: Dialog | null;
  readonly toasts: readonly Toast[];
  readonly timelineRequest: TimelineRequest | null;
  /** Set while something long runs (opening, importing), in words. */
  readonly busy: string | null;
  /** Calls off what it is busy with; null where that cannot be. */
  readonly cancelBusy: (() => void) | null;
}

export const DEFAULT_VIEW: ViewState = {
  collapsed: new Set(),
  detailsOpen: { outline: true, timeline: false },
  pxPerDay: 6,
  columnWidth: 340,
  scrollDay: null,
  criticalTo: "off",
  filter: NO_FILTER,
  columnChoice: {},
  compareWith: null,
  datesUnfolded: false,
  meId: null,
  unsaved: { issue: "", decision: "" },
};

export type UiStore = StoreApi<UiState>;

export function createUiStore(initial: Partial<UiState> & Pick<UiState, "today">): UiStore {
  return createStore<UiState>(() => ({
    ...DEFAULT_VIEW,
    route: { screen: "home" },
    theme: "system",
    selection: [],
    personId: null,
    routineId: null,
    loadWeek: null,
    procedureId: null,
    checklistId: null,
    matterId: null,
    issueId: null,
    decisionId: null,
    logFilter: WHOLE_LOG,
    reviewId: null,
    changesSince: null,
    sessionId: null,
    sessionPart: null,
    wantsNotes: false,
    editingId: null,
    clashesOpen: false,
    filterOpen: false,
    foldedInFilter: new Set(),
    choosingColumns: false,
    isPresenting: false,
    dialog: null,
    toasts: [],
    timelineRequest: null,
    busy: null,
    cancelBusy: null,
    ...initial,
  }));
}

/** Whether the rows of the plan are on screen, as outline or as timeline. */
export function showsRows({ route }: UiState): boolean {
  return route.screen === "plan" && (route.view === "outline" || route.view === "timeline");
}

/** What stands beside the rows; people and bin have nothing. The clashes take the place of the details. */
export function sidePanel(state: UiState): "details" | "clashes" | null {
  const { route, detailsOpen, clashesOpen } = state;
  if (route.screen !== "plan" || (route.view !== "outline" && route.view !== "timeline")) return null;
  if (clashesOpen) return "clashes";
  return detailsOpen[route.view] ? "details" : null;
}

export function detailsShown(state: UiState): boolean {
  return sidePanel(state) === "details";
}
