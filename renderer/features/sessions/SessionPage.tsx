import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { nudgeItem, tickItem } from "#renderer/commands/sessions.ts";
import { matchesShortcut, shortcutWords } from "#renderer/ui/shortcut.ts";
import { presentItem } from "#shared/domain/operations/agenda.ts";
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
  const page = useRef<HTMLDivElement>(null);
  const part = shownPart(session, wanted);
  const show = (next: Part): void => app.ui.setState({ sessionPart: next });
  /** Works while somebody types: note-taking never needs the mouse. */
  function onKeyDown(event: KeyboardEvent): void {
    const { nativeEvent } = event;
    const item = session.agenda.find(({ id }) => id === part);
    if (matchesShortcut(nativeEvent, "Alt+ArrowDown")) step(1);
    else if (matchesShortcut(nativeEvent, "Alt+ArrowUp")) step(-1);
    else if (readOnly || !item) return;
    else if (matchesShortcut(nativeEvent, "Alt+Shift+ArrowDown")) nudgeItem(app, session.id, item.id, 1);
    else if (matchesShortcut(nativeEvent, "Alt+Shift+ArrowUp")) nudgeItem(app, session.id, item.id, -1);
    else if (matchesShortcut(nativeEvent, "Mod+Shift+D")) tickItem(app, session.id, item.id, !item.isDone);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function step(by: -1 | 1): void {
    const parts = [...session.agenda.map(({ id }) => id), ...PARTS];
    const next = parts[parts.indexOf(part) + by];
    if (next === undefined) return;
    const wasTyping = document.activeElement instanceof HTMLTextAreaElement;
    show(next);
    if (wasTyping) focusNotes();
  }
  function focusNotes(): void {
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>("[data-notes]")?.focus());
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
      {stateOf(session) === "open" && !readOnly && <KeyLine isLast={presentItem(session)?.isDone === true} />}
    </div>
  );
}

function Key({ keys, children }: { readonly keys: string; readonly children: ReactNode }) {
  return (
    <span>
      <kbd>{shortcutWords(keys)}</kbd> {children}
    </span>
  );
}

function KeyLine({ isLast }: { readonly isLast: boolean }) {
  return (
    <p className={styles.keys}>
      <Key keys="Mod+.">{isLast ? "through" : "done, next item"}</Key>
      <Key keys="Mod+Shift+P">pause, go on</Key>
      <Key keys="Alt+ArrowUp">up</Key>
      <Key keys="Alt+ArrowDown">down</Key>
      <Key keys="Mod+Shift+D">tick</Key>
      <Key keys="Mod+Shift+A">hand over</Key>
      <Key keys="Mod+Shift+L">close</Key>
      <span>
        <kbd>&gt; Bo: …</kbd> in the notes hands over
      </span>
    </p>
  );
}
