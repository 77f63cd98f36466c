import {
  BookCheck,
  CircleAlert,
  CircleHelp,
  CornerDownLeft,
  Eye,
  FileText,
  Gavel,
  ListChecks,
  ListPlus,
  Map as MapIcon,
  Repeat,
  Undo2,
  UserRound,
} from "lucide-react";
import { useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import type { App } from "#renderer/commands/app.ts";
import { useApp, useDocument } from "#renderer/commands/hooks.ts";
import { showIssue } from "#renderer/commands/issues.ts";
import { openRoadmap, showView } from "#renderer/commands/navigation.ts";
import { showProcedure } from "#renderer/commands/procedures.ts";
import { showDecision } from "#renderer/commands/records.ts";
import { commandInfo, isEnabled, run } from "#renderer/commands/registry.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { showMatter } from "#renderer/commands/whoDecides.ts";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { shortcutWords } from "#renderer/ui/shortcut.ts";
import type { CommandId } from "#shared/commands/catalogue.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Palette.module.css";
import { type Hit, search } from "./search.ts";

/** One field that finds any item, person, routine, workflow, roadmap or command. Arrows choose, Enter does it. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const plan = useDocument((state) => state.plan);
  const roadmaps = useDocument((state) => state.roadmaps);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const hits = search(text, {
    plan,
    roadmaps: [...roadmaps.values()],
    isEnabled: (id) => isEnabled(app, id),
  });
  const active = Math.min(chosen, hits.length - 1);

  function choose(hit: Hit | undefined): void {
    if (!hit) return;
    onClose();
    carryOut(app, hit);
    if (hit.kind === "item") focusRowsSoon();
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(hits.length - 1, active + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(hits[active]);
    }
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay ?? ""}
    >
      <Modal className={styles.modal ?? ""}>
        <Dialog aria-label="Search and commands" className={styles.dialog ?? ""}>
          <input
            autoFocus
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={hits[active] ? `palette-${active}` : undefined}
            aria-label="Search items, people and commands"
            placeholder={
              plan ? "Search this roadmap, or type a command" : "Search roadmaps, or type a command"
            }
            className={styles.input}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
            {hits.map((hit, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above handles the keyboard.
              <div
                key={`${hit.kind}-${hit.id}`}
                id={`palette-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={styles.hit}
                ref={index === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : null}
                onMouseMove={() => setChosen(index)}
                onClick={() => choose(hit)}
              >
                <HitRow hit={hit} />
              </div>
            ))}
          </div>
          {hits.length === 0 && <p className={styles.empty}>Nothing found for “{text}”.</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A command's mark says what it is about. */
const MENU_ICONS = { file: FileText, edit: Undo2, item: ListPlus, view: Eye, help: CircleHelp } as const;

function CommandMark({ id }: { readonly id: CommandId }) {
  const Icon = MENU_ICONS[commandInfo(id).menu ?? "help"];
  return <Icon size={14} className={styles.icon} aria-hidden />;
}

function HitRow({ hit }: { readonly hit: Hit }) {
  switch (hit.kind) {
    case "command":
      return (
        <>
          <CommandMark id={hit.id} />
          <span className={styles.label}>{hit.label}</span>
          {hit.shortcut && <kbd className={styles.hint}>{shortcutWords(hit.shortcut)}</kbd>}
        </>
      );
    case "item":
      return (
        <>
          <KindMark kind={hit.item.kind} />
          <span className={styles.label}>{nameOrUntitled(hit.label, hit.item.kind)}</span>
          <span className={styles.hint}>{hit.wbsCode}</span>
        </>
      );
    case "person":
      return (
        <>
          <UserRound size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label}</span>
          <span className={styles.hint}>{hit.role}</span>
        </>
      );
    case "routine":
      return (
        <>
          <Repeat size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label || "Untitled routine"}</span>
          <span className={styles.hint}>{hit.rhythm}</span>
        </>
      );
    case "workflow":
      return (
        <>
          <ListChecks size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label || "Untitled workflow"}</span>
          <span className={styles.hint}>{hit.steps}</span>
        </>
      );
    case "matter":
      return (
        <>
          <Gavel size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label}</span>
          <span className={styles.hint}>{hit.who}</span>
        </>
      );
    case "issue":
      return (
        <>
          <CircleAlert size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label}</span>
          <span className={styles.hint}>to solve</span>
        </>
      );
    case "decision":
      return (
        <>
          <BookCheck size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label}</span>
          <span className={styles.hint}>{hit.standing}</span>
        </>
      );
    case "roadmap":
      return (
        <>
          <MapIcon size={14} className={styles.icon} aria-hidden />
          <span className={styles.label}>{hit.label}</span>
          <CornerDownLeft size={12} className={styles.icon} aria-hidden />
        </>
      );
  }
}

/** The rows take the keyboard, not whatever had it before the search: arrows go on from the item that was found. */
function focusRowsSoon(): void {
  window.setTimeout(() => document.querySelector<HTMLElement>('main [role="treegrid"]')?.focus(), 0);
}

function carryOut(app: App, hit: Hit): void {
  const { route } = app.ui.getState();
  switch (hit.kind) {
    case "command":
      run(app, hit.id);
      return;
    case "item":
      if (route.screen === "plan" && route.view !== "outline" && route.view !== "timeline")
        showView(app, "outline");
      goTo(app, hit.id);
      return;
    case "person":
      showView(app, "people");
      app.ui.setState({ personId: hit.id });
      return;
    case "routine":
      showView(app, "routines");
      app.ui.setState({ routineId: hit.id });
      return;
    case "workflow":
      showProcedure(app, hit.id);
      return;
    case "matter":
      showMatter(app, hit.id);
      return;
    case "issue":
      showIssue(app, hit.id);
      return;
    case "decision":
      showDecision(app, hit.id);
      return;
    case "roadmap":
      void openRoadmap(app, hit.id);
  }
}
