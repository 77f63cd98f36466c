import { type KeyboardEvent, useEffect, useRef } from "react";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { commandInfo } from "#renderer/commands/registry.ts";
import { nudgeItem, tickItem } from "#renderer/commands/sessions.ts";
import { isMac, matchesShortcut, shortcutWords } from "#renderer/ui/shortcut.ts";
import type { CommandId } from "#shared/commands/catalogue.ts";
import { nextPlace } from "#shared/domain/checkIn.ts";
import type { Session } from "#shared/domain/session.ts";
import { stateOf } from "#shared/domain/sessions.ts";
import { Agenda } from "./Agenda.tsx";
import { ItemPane } from "./ItemPane.tsx";
import { PageHead } from "./PageHead.tsx";
import { ActionsPane, MinutesPane, PrivatePane } from "./Panes.tsx";
import { PARTS, type Part, shownPart } from "./parts.ts";
import styles from "./SessionPage.module.css";

/** One session: its agenda with the time at the left, what is talked about at the right. */
export function SessionPage({ session }: { readonly session: Session }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const wanted = useUi((state) => state.sessionPart);
  const wantsNotes = useUi((state) => state.wantsNotes);
  const page = useRef<HTMLDivElement>(null);
  const part = shownPart(session, wanted);
  const show = (next: Part): void => app.ui.setState({ sessionPart: next });
  const isOpen = stateOf(session) === "open";
  // What was typed in has gone with its item: the notes of the next one take over, without the mouse.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for every part that is shown.
  useEffect(() => {
    const active = document.activeElement ?? document.body;
    if (wantsNotes) app.ui.setState({ wantsNotes: false });
    if (isOpen && (wantsNotes || active === document.body)) focusNotes();
    else if (page.current?.contains(active) && active.matches("[data-part]:not([aria-current])"))
      page.current.querySelector<HTMLElement>("[data-part][aria-current]")?.focus();
  }, [part, isOpen, wantsNotes]);
  /** Works while somebody types: note-taking never needs the mouse. */
  function onKeyDown(event: KeyboardEvent): void {
    const { nativeEvent } = event;
    const item = session.agenda.find(({ id }) => id === part);
    if (matchesShortcut(nativeEvent, "Alt+ArrowDown")) step(1);
    else if (matchesShortcut(nativeEvent, "Alt+ArrowUp")) step(-1);
    else if (readOnly || !item) return;
    else if (matchesShortcut(nativeEvent, "Alt+Shift+ArrowDown")) nudgeItem(app, session.id, item.id, 1);
    else if (matchesShortcut(nativeEvent, "Alt+Shift+ArrowUp")) nudgeItem(app, session.id, item.id, -1);
    else if (matchesShortcut(nativeEvent, "Mod+Shift+D")) {
      // What was ticked stays in sight, whatever is talked about next.
      show(part);
      tickItem(app, session.id, item.id, !item.isDone);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function step(by: -1 | 1): void {
    const parts = [...session.agenda.map(({ id }) => id), ...PARTS];
    const next = parts[parts.indexOf(part) + by];
    if (next === undefined) return;
    const wasTyping = document.activeElement?.matches("input, textarea") === true;
    show(next);
    if (wasTyping) focusNotes();
  }
  function focusNotes(): void {
    requestAnimationFrame(() => {
      const field = page.current?.querySelector<HTMLTextAreaElement>("[data-notes]");
      // Somebody may be typing in it already.
      if (!field || field === document.activeElement) return;
      field.focus();
      const place = field.dataset.places === undefined ? null : nextPlace(field.value);
      if (place !== null) field.setSelectionRange(place, place);
    });
  }
  const item = session.agenda.find(({ id }) => id === part);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the fields inside.
    <div ref={page} className={styles.page} onKeyDown={onKeyDown}>
      <PageHead session={session} />
      <div className={styles.columns}>
        <Agenda session={session} part={part} onShow={show} onEnter={focusNotes} />
        <div className={styles.pane}>
          {item && <ItemPane key={item.id} session={session} item={item} />}
          {part === "actions" && <ActionsPane session={session} />}
          {part === "minutes" && <MinutesPane session={session} />}
          {part === "private" && <PrivatePane session={session} />}
        </div>
      </div>
      {isOpen && !readOnly && <KeyLine />}
    </div>
  );
}

type Key = readonly [key: string, what: string];

function keysOf(): readonly Key[] {
  const key = (id: CommandId): string => shortcutWords(commandInfo(id).shortcut ?? "");
  return [
    [key("session.next"), "next item"],
    [key("session.pause"), "pause, go on"],
    [isMac() ? "⌥↑↓" : "Alt ↑↓", "go to"],
    [shortcutWords("Mod+Shift+D"), "tick"],
    [key("session.action"), "hand over"],
    [key("issue.raise"), "issue"],
    [key("decision.record"), "decision"],
    [key("session.close"), "close"],
  ];
}

/** The keys that matter while one takes notes, in one quiet line. */
function KeyLine() {
  return (
    <div className={styles.hint}>
      <ul className={styles.keys} aria-label="Keys">
        {keysOf().map(([key, what]) => (
          <li key={key} className={styles.entry}>
            <kbd className={styles.key}>{key}</kbd>
            {what}
          </li>
        ))}
      </ul>
    </div>
  );
}
