/** What each named command does and when it can be done. Keyboard, palette, native menu and buttons all come here. */
import { historyNow } from "#renderer/store/documentStore.ts";
import { detailsShown, showsRows } from "#renderer/store/uiStore.ts";
import { COMMANDS, type CommandId, type CommandInfo } from "#shared/commands/catalogue.ts";
import { datedItems } from "#shared/domain/operations/dateRules.ts";
import { lowered } from "#shared/domain/words.ts";
import type { App } from "./app.ts";
import { compareWith, isComparing } from "./baselines.ts";
import { toggleClashes } from "./clashes.ts";
import { canShowCriticalTo, showCriticalTo, toggleCritical } from "./critical.ts";
import { togglePin } from "./dates.ts";
import { handable, openHandOver } from "./delegation.ts";
import { commitDrafts } from "./drafts.ts";
import { clearFilter, isFilterSet, openFilter } from "./filter.ts";
import { chooseFile } from "./imports.ts";
import { openRaiseIssue } from "./issues.ts";
import { addItemNear, duplicate, indent, nudge, outdent, remove, toggleDone } from "./items.ts";
import { showDialog, showHome, showView } from "./navigation.ts";
import { notify, notifyProblem } from "./notify.ts";
import { startPresenting } from "./present.ts";
import { openRecordDecision } from "./records.ts";
import { exportAs, saveCopy } from "./roadmaps.ts";
import { collapseAll, expandAll, reveal, setDetailsOpen } from "./selection.ts";
import {
  askToClose,
  goOnToNext,
  hasOpenSession,
  pauseOrGoOn,
  showSession,
  showSessions,
  startSession,
} from "./sessions.ts";
import { switchTheme } from "./theme.ts";

interface Command {
  /** Whether it makes sense now; asked before it runs and when a menu is shown. */
  readonly enabled: (app: App) => boolean;
  readonly run: (app: App) => void | Promise<void>;
}

const always = (): boolean => true;
const planOpen = (app: App): boolean => app.documents.state.getState().plan !== null;
const editable = (app: App): boolean => planOpen(app) && app.documents.state.getState().readOnly === null;
/** Rows that are not on screen, behind the people or the bin, are not worked on. */
const selected = (app: App): boolean =>
  editable(app) && showsRows(app.ui.getState()) && app.ui.getState().selection.length > 0;
const selectedDated = (app: App): boolean => {
  const { plan } = app.documents.state.getState();
  return plan !== null && selected(app) && datedItems(plan, app.ui.getState().selection).length > 0;
};
const onTimeline = (app: App): boolean => {
  const { route } = app.ui.getState();
  return route.screen === "plan" && route.view === "timeline";
};

const onOutline = ({ ui }: App): boolean => {
  const { route } = ui.getState();
  return route.screen === "plan" && route.view === "outline";
};

const REGISTRY: Record<CommandId, Command> = {
  "roadmap.new": { enabled: canEditHome, run: (app) => showDialog(app, { kind: "new-roadmap" }) },
  "roadmap.home": { enabled: planOpen, run: showHome },
  "roadmap.settings": { enabled: planOpen, run: (app) => showDialog(app, { kind: "settings" }) },
  "plan.baselines": { enabled: planOpen, run: (app) => showDialog(app, { kind: "baselines" }) },
  "file.open": { enabled: canEditHome, run: chooseFile },
  "file.saveAs": { enabled: planOpen, run: saveCopy },
  "file.exportPdf": { enabled: planOpen, run: (app) => showDialog(app, { kind: "export-pdf" }) },
  "file.exportPicture": { enabled: planOpen, run: (app) => showDialog(app, { kind: "picture" }) },
  "file.exportCsv": { enabled: planOpen, run: (app) => exportAs(app, "csv") },
  "file.exportCalendar": { enabled: planOpen, run: (app) => exportAs(app, "ics") },
  "file.exportProject": { enabled: planOpen, run: (app) => exportAs(app, "xml") },
  "file.exportMarkdown": { enabled: planOpen, run: (app) => exportAs(app, "md") },
  "file.exportMermaid": { enabled: planOpen, run: (app) => exportAs(app, "mmd") },
  "edit.undo": { enabled: (app) => historyNow(app.documents.state.getState()).undo.length > 0, run: undo },
  "edit.redo": { enabled: (app) => historyNow(app.documents.state.getState()).redo.length > 0, run: redo },
  "item.addTask": { enabled: editable, run: (app) => add(app, "task") },
  "item.addMilestone": { enabled: editable, run: (app) => add(app, "milestone") },
  "item.addStage": { enabled: editable, run: (app) => add(app, "stage") },
  "item.indent": { enabled: selected, run: (app) => indent(app, app.ui.getState().selection) },
  "item.outdent": { enabled: selected, run: (app) => outdent(app, app.ui.getState().selection) },
  "item.moveUp": { enabled: selected, run: (app) => nudge(app, app.ui.getState().selection, -1) },
  "item.moveDown": { enabled: selected, run: (app) => nudge(app, app.ui.getState().selection, 1) },
  "item.duplicate": { enabled: selected, run: (app) => duplicate(app, app.ui.getState().selection) },
  "item.toggleDone": { enabled: selected, run: (app) => toggleDone(app, app.ui.getState().selection) },
  "item.togglePinned": { enabled: selectedDated, run: (app) => togglePin(app, app.ui.getState().selection) },
  "item.promise": {
    enabled: selectedDated,
    run: (app) => showDialog(app, { kind: "promise", ids: app.ui.getState().selection }),
  },
  "item.handOver": {
    enabled: (app) => handable(app) !== null,
    run: (app) => openHandOver(app, handable(app)),
  },
  "issue.raise": { enabled: editable, run: openRaiseIssue },
  "decision.record": { enabled: editable, run: openRecordDecision },
  "item.delete": { enabled: selected, run: (app) => remove(app, app.ui.getState().selection) },
  "view.sessions": { enabled: planOpen, run: (app) => showSessions(app) },
  "session.start": { enabled: editable, run: (app) => startSession(app) },
  "session.next": { enabled: hasOpenSession, run: goOnToNext },
  "session.pause": { enabled: hasOpenSession, run: pauseOrGoOn },
  "session.action": { enabled: hasOpenSession, run: (app) => showSession(app, null, "actions") },
  "session.close": { enabled: hasOpenSession, run: askToClose },
  "view.vision": { enabled: planOpen, run: (app) => showView(app, "vision") },
  "view.outline": { enabled: planOpen, run: (app) => showView(app, "outline") },
  "view.timeline": { enabled: planOpen, run: (app) => showView(app, "timeline") },
  "view.people": { enabled: planOpen, run: (app) => showView(app, "people") },
  "view.load": { enabled: planOpen, run: (app) => showView(app, "load") },
  "view.routines": { enabled: planOpen, run: (app) => showView(app, "routines") },
  "view.balance": { enabled: planOpen, run: (app) => showView(app, "balance") },
  "view.workflows": { enabled: planOpen, run: (app) => showView(app, "workflows") },
  "view.issues": { enabled: planOpen, run: (app) => showView(app, "issues") },
  "view.log": { enabled: planOpen, run: (app) => showView(app, "log") },
  "view.decisions": { enabled: planOpen, run: (app) => showView(app, "decisions") },
  "view.changes": { enabled: planOpen, run: (app) => showView(app, "changes") },
  "view.review": { enabled: planOpen, run: (app) => showView(app, "review") },
  "view.bin": { enabled: planOpen, run: (app) => showView(app, "bin") },
  "view.present": { enabled: planOpen, run: startPresenting },
  "view.expandAll": { enabled: planOpen, run: expandAll },
  "view.collapseAll": { enabled: planOpen, run: collapseAll },
  "view.details": { enabled: planOpen, run: toggleDetails },
  "view.clashes": { enabled: planOpen, run: toggleClashes },
  "view.filter": { enabled: planOpen, run: openFilter },
  "view.clearFilter": { enabled: (app) => onTimeline(app) && isFilterSet(app), run: clearFilter },
  "view.critical": { enabled: planOpen, run: toggleCritical },
  "view.criticalTo": { enabled: canShowCriticalTo, run: showCriticalTo },
  "view.columns": { enabled: onOutline, run: (app) => app.ui.setState({ choosingColumns: true }) },
  "view.moved": { enabled: isComparing, run: (app) => showDialog(app, { kind: "moved" }) },
  "view.stopComparing": { enabled: isComparing, run: (app) => compareWith(app, null) },
  "view.zoomIn": { enabled: onTimeline, run: (app) => askTimeline(app, "in") },
  "view.zoomOut": { enabled: onTimeline, run: (app) => askTimeline(app, "out") },
  "view.zoomFit": { enabled: onTimeline, run: (app) => askTimeline(app, "fit") },
  "view.today": { enabled: onTimeline, run: (app) => askTimeline(app, "today") },
  "view.theme": { enabled: always, run: switchTheme },
  "app.palette": { enabled: always, run: (app) => showDialog(app, { kind: "palette" }) },
  "app.shortcuts": { enabled: always, run: (app) => showDialog(app, { kind: "shortcuts" }) },
};

export function isEnabled(app: App, id: CommandId): boolean {
  return REGISTRY[id].enabled(app);
}

/** Runs a command if it makes sense now. Typing in progress becomes a change first, so nothing is lost or overtaken. */
export function run(app: App, id: CommandId): boolean {
  commitDrafts(app);
  const command = REGISTRY[id];
  if (!command.enabled(app)) return false;
  Promise.resolve(command.run(app)).catch((error: unknown) => {
    const detail = error instanceof Error ? error.message : String(error);
    notifyProblem(app, { code: "command", message: `“${commandInfo(id).label}” did not work: ${detail}` });
  });
  return true;
}

export function commandInfo(id: CommandId): CommandInfo {
  return COMMANDS.find((command) => command.id === id) as CommandInfo;
}

function canEditHome(app: App): boolean {
  return app.documents.state.getState().readOnly === null;
}

function add(app: App, kind: "stage" | "milestone" | "task"): void {
  const { route } = app.ui.getState();
  if (route.screen === "plan" && route.view !== "outline" && route.view !== "timeline")
    showView(app, "outline");
  addItemNear(app, kind);
}

function undo(app: App): void {
  const change = app.documents.undo();
  if (change)
    afterHistory(app, `Undone: ${lowered(change.label)}`, change.updated[0]?.[1].id ?? change.added[0]?.id);
}

function redo(app: App): void {
  const change = app.documents.redo();
  if (change)
    afterHistory(
      app,
      `Done again: ${lowered(change.label)}`,
      change.updated[0]?.[1].id ?? change.added[0]?.id,
    );
}

/** Shows where the change happened, and forgets selected rows that are no longer there. */
function afterHistory(app: App, text: string, id: string | undefined): void {
  const { plan } = app.documents.state.getState();
  if (plan) {
    const exists = (itemId: string): boolean =>
      [plan.stages, plan.milestones, plan.tasks].some((map) => map.get(itemId)?.deletedAt === null);
    const selection = id && exists(id) ? [id] : app.ui.getState().selection.filter(exists);
    if (id) reveal(app, id);
    app.ui.setState({ selection, editingId: null });
  }
  notify(app, `${text}.`);
}

function toggleDetails(app: App): void {
  setDetailsOpen(app, !detailsShown(app.ui.getState()));
}

function askTimeline(app: App, kind: "today" | "fit" | "in" | "out"): void {
  app.ui.setState(({ timelineRequest }) => ({
    timelineRequest: { seq: (timelineRequest?.seq ?? 0) + 1, kind },
  }));
}
