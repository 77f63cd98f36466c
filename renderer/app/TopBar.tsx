import { FileDown, GitCompareArrows, PanelRight, Plus, Presentation, Redo2, Undo2 } from "lucide-react";
import { useApp, useDocument, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { commandInfo, run } from "#renderer/commands/registry.ts";
import { CompareChip } from "#renderer/features/baselines/CompareChip.tsx";
import { detailsShown } from "#renderer/store/uiStore.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu, type MenuEntry } from "#renderer/ui/Menu.tsx";
import type { CommandId } from "#shared/commands/catalogue.ts";
import { AsOf } from "./AsOf.tsx";
import { ClashButton } from "./ClashButton.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { SessionChip } from "./SessionChip.tsx";
import styles from "./TopBar.module.css";

const VIEW_TITLES = {
  sessions: "Sessions",
  vision: "Vision",
  outline: "Outline",
  timeline: "Timeline",
  people: "People",
  load: "Load",
  balance: "CEO and COO",
  routines: "Routines",
  workflows: "Workflows",
  issues: "Issues",
  log: "Decisions",
  decisions: "Who decides",
  changes: "What changed",
  review: "Fresh eyes",
  bin: "Bin",
} as const;

export function TopBar() {
  const app = useApp();
  const view = useUi((state) => (state.route.screen === "plan" ? state.route.view : "outline"));
  const readOnly = useReadOnly();
  const canUndo = useDocument((state) => state.planHistory.undo.length > 0);
  const canRedo = useDocument((state) => state.planHistory.redo.length > 0);
  const detailsOpen = useUi(detailsShown);
  const addable = view === "outline" || view === "timeline";
  return (
    <header className={styles.bar}>
      <h2 className={styles.title}>{VIEW_TITLES[view]}</h2>
      <SaveStatus />
      <SessionChip />
      {addable && <CompareChip />}
      <div className={styles.actions}>
        {addable && <AsOf />}
        <ClashButton />
        <IconButton
          label="Undo"
          shortcut={commandInfo("edit.undo").shortcut}
          isDisabled={!canUndo || readOnly}
          onPress={() => run(app, "edit.undo")}
        >
          <Undo2 size={16} />
        </IconButton>
        <IconButton
          label="Redo"
          shortcut={commandInfo("edit.redo").shortcut}
          isDisabled={!canRedo || readOnly}
          onPress={() => run(app, "edit.redo")}
        >
          <Redo2 size={16} />
        </IconButton>
        {addable && !readOnly && (
          <Menu
            label="Add"
            trigger={<Button icon={<Plus size={14} />}>Add</Button>}
            entries={["item.addTask", "item.addMilestone", "item.addStage"].map((id) =>
              entryFor(id as CommandId),
            )}
          />
        )}
        <Menu
          label="Export"
          trigger={<Button icon={<FileDown size={14} />}>Export</Button>}
          entries={[
            { ...entryFor("file.exportPdf"), label: "PDF for print or a board…" },
            entryFor("file.exportPicture"),
            { ...entryFor("file.saveAs"), label: "Groundwork file…" },
            { ...entryFor("file.exportCsv"), label: "Table (CSV)…", separatorBefore: true },
            { ...entryFor("file.exportCalendar"), label: "Calendar (iCalendar)…" },
            { ...entryFor("file.exportProject"), label: "Microsoft Project (XML)…" },
            { ...entryFor("file.exportMarkdown"), label: "Markdown…" },
            { ...entryFor("file.exportMermaid"), label: "Mermaid chart…" },
          ]}
        />
        <IconButton
          label="Present"
          shortcut={commandInfo("view.present").shortcut}
          onPress={() => run(app, "view.present")}
        >
          <Presentation size={16} />
        </IconButton>
        {addable && (
          <IconButton
            label="Baselines"
            shortcut={commandInfo("plan.baselines").shortcut}
            onPress={() => run(app, "plan.baselines")}
          >
            <GitCompareArrows size={16} />
          </IconButton>
        )}
        {addable && (
          <IconButton
            label={detailsOpen ? "Hide details" : "Show details"}
            shortcut={commandInfo("view.details").shortcut}
            onPress={() => run(app, "view.details")}
            aria-pressed={detailsOpen}
          >
            <PanelRight size={16} />
          </IconButton>
        )}
      </div>
    </header>
  );

  function entryFor(id: CommandId): MenuEntry {
    const { label, shortcut } = commandInfo(id);
    return { id, label, shortcut, onAction: () => void run(app, id) };
  }
}
