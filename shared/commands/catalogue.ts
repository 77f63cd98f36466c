/**
 * Every command a person can call by name: the palette, the keyboard and the native menu all read this list.
 * What a command does is registered in renderer/commands; the shell only sends its id.
 */

export type MenuName = "file" | "edit" | "item" | "view" | "help";

export interface CommandInfo {
  readonly id: string;
  readonly label: string;
  /** `Mod` is Command on a Mac and Control elsewhere; keys are joined by `+`. */
  readonly shortcut?: string;
  /** The native menu it stands in; none for palette-only commands. */
  readonly menu?: MenuName;
  /** Starts a new group in its menu. */
  readonly startsGroup?: boolean;
}

export const COMMANDS = [
  { id: "roadmap.new", label: "New roadmap…", shortcut: "Mod+Alt+N", menu: "file" },
  { id: "file.open", label: "Open file…", shortcut: "Mod+O", menu: "file" },
  { id: "roadmap.home", label: "All roadmaps", shortcut: "Mod+Shift+H", menu: "file", startsGroup: true },
  { id: "roadmap.settings", label: "Roadmap details…", shortcut: "Mod+,", menu: "file" },
  { id: "plan.baselines", label: "Baselines: freeze, compare…", shortcut: "Mod+B", menu: "file" },
  { id: "file.saveAs", label: "Save a copy as…", shortcut: "Mod+Shift+S", menu: "file", startsGroup: true },
  { id: "file.exportPdf", label: "Export PDF…", shortcut: "Mod+P", menu: "file" },
  { id: "file.exportPicture", label: "Picture for slides…", menu: "file" },
  { id: "file.exportCsv", label: "Export table (CSV)…", menu: "file", startsGroup: true },
  { id: "file.exportCalendar", label: "Export calendar (iCalendar)…", menu: "file" },
  { id: "file.exportProject", label: "Export for Microsoft Project (XML)…", menu: "file" },
  { id: "file.exportMarkdown", label: "Export Markdown…", menu: "file" },
  { id: "file.exportMermaid", label: "Export Mermaid chart…", menu: "file" },
  { id: "edit.undo", label: "Undo", shortcut: "Mod+Z", menu: "edit" },
  { id: "edit.redo", label: "Redo", shortcut: "Mod+Shift+Z", menu: "edit" },
  { id: "item.addTask", label: "Add task", shortcut: "Mod+Enter", menu: "item" },
  { id: "item.addMilestone", label: "Add milestone", shortcut: "Mod+Shift+Enter", menu: "item" },
  { id: "item.addStage", label: "Add stage", menu: "item" },
  { id: "item.indent", label: "Indent", shortcut: "Alt+Shift+ArrowRight", menu: "item", startsGroup: true },
  { id: "item.outdent", label: "Outdent", shortcut: "Alt+Shift+ArrowLeft", menu: "item" },
  { id: "item.moveUp", label: "Move up", shortcut: "Alt+ArrowUp", menu: "item" },
  { id: "item.moveDown", label: "Move down", shortcut: "Alt+ArrowDown", menu: "item" },
  { id: "item.duplicate", label: "Duplicate", shortcut: "Mod+D", menu: "item", startsGroup: true },
  { id: "item.toggleDone", label: "Mark done or not done", shortcut: "Mod+Shift+D", menu: "item" },
  { id: "item.togglePinned", label: "Pin or unpin dates", menu: "item" },
  { id: "item.promise", label: "Set promised date…", menu: "item" },
  { id: "item.handOver", label: "Hand over…", shortcut: "Mod+G", menu: "item" },
  { id: "issue.raise", label: "Raise an issue…", shortcut: "Mod+U", menu: "item", startsGroup: true },
  { id: "decision.record", label: "Record a decision…", shortcut: "Mod+E", menu: "item" },
  { id: "item.delete", label: "Delete to bin", menu: "item" },
  { id: "view.sessions", label: "Sessions", shortcut: "Mod+Shift+1", menu: "view" },
  { id: "session.start", label: "Start session", shortcut: "Mod+Shift+M", menu: "item", startsGroup: true },
  { id: "session.next", label: "Next item", shortcut: "Mod+.", menu: "item" },
  { id: "session.pause", label: "Pause or go on with the session", shortcut: "Mod+Shift+P", menu: "item" },
  {
    id: "session.action",
    label: "Hand over an action in the session",
    shortcut: "Mod+Shift+A",
    menu: "item",
  },
  { id: "session.close", label: "Close session…", shortcut: "Mod+Shift+L", menu: "item" },
  { id: "view.vision", label: "Vision", shortcut: "Mod+6", menu: "view" },
  { id: "view.outline", label: "Outline", shortcut: "Mod+1", menu: "view" },
  { id: "view.timeline", label: "Timeline", shortcut: "Mod+2", menu: "view" },
  { id: "view.people", label: "People", shortcut: "Mod+3", menu: "view" },
  { id: "view.load", label: "Load", shortcut: "Mod+7", menu: "view" },
  { id: "view.balance", label: "CEO and COO", shortcut: "Mod+8", menu: "view" },
  { id: "view.bin", label: "Bin", shortcut: "Mod+4", menu: "view" },
  { id: "view.routines", label: "Routines", shortcut: "Mod+5", menu: "view" },
  { id: "view.workflows", label: "Workflows", shortcut: "Mod+9", menu: "view" },
  { id: "view.issues", label: "Issues", menu: "view" },
  { id: "view.log", label: "Decisions", menu: "view" },
  { id: "view.decisions", label: "Who decides", menu: "view" },
  { id: "view.changes", label: "What changed", menu: "view" },
  { id: "view.review", label: "Fresh eyes", menu: "view" },
  { id: "view.present", label: "Present", shortcut: "Mod+Alt+P", menu: "view", startsGroup: true },
  { id: "view.expandAll", label: "Expand all", menu: "view", startsGroup: true },
  { id: "view.collapseAll", label: "Collapse all", menu: "view" },
  { id: "view.details", label: "Show or hide details", shortcut: "Mod+I", menu: "view" },
  { id: "view.clashes", label: "Show or hide clashes", shortcut: "Mod+J", menu: "view" },
  { id: "view.filter", label: "Filter the timeline…", shortcut: "Mod+Shift+F", menu: "view" },
  { id: "view.clearFilter", label: "Clear the timeline's filter", menu: "view" },
  { id: "view.critical", label: "Show or hide the critical path", menu: "view" },
  { id: "view.criticalTo", label: "Show the critical path to the selected milestone or task", menu: "view" },
  { id: "view.columns", label: "Choose columns of the outline…", menu: "view" },
  { id: "view.moved", label: "What moved since the baseline…", menu: "view", startsGroup: true },
  { id: "view.stopComparing", label: "Stop comparing with the baseline", menu: "view" },
  { id: "view.zoomIn", label: "Zoom in on the timeline", shortcut: "Mod+=", menu: "view", startsGroup: true },
  { id: "view.zoomOut", label: "Zoom out of the timeline", shortcut: "Mod+-", menu: "view" },
  { id: "view.zoomFit", label: "Fit the timeline to the window", shortcut: "Mod+0", menu: "view" },
  { id: "view.today", label: "Go to today on the timeline", shortcut: "Mod+T", menu: "view" },
  { id: "view.theme", label: "Switch between light and dark", menu: "view", startsGroup: true },
  { id: "app.palette", label: "Search and commands…", shortcut: "Mod+K", menu: "help" },
  { id: "app.shortcuts", label: "Keyboard shortcuts", shortcut: "Mod+/", menu: "help" },
] as const satisfies readonly CommandInfo[];

export type CommandId = (typeof COMMANDS)[number]["id"];

export const COMMAND_IDS: readonly CommandId[] = COMMANDS.map((command) => command.id);
