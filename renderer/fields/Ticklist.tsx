/** A list of lines to tick: a task's checklist, a milestone's acceptance criteria. Made for the keyboard. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import type { EditOptions } from "#shared/domain/operations/edit.ts";
import styles from "./Ticklist.module.css";
import { NewTick, TickRow } from "./TickRow.tsx";

export interface Tick {
  readonly id: string;
  readonly text: string;
  readonly ticked: boolean;
}

interface TicklistProps {
  readonly label: string;
  /** One line of it, for instance `step`. */
  readonly noun: string;
  readonly items: readonly Tick[];
  /**
   * Gets the list as it is at that moment, so that edits made in a row do not undo each other; an edit that hands
   * the same list back changes nothing.
   */
  readonly onEdit: (edit: (items: readonly Tick[]) => readonly Tick[], options: EditOptions) => void;
}

/** Lines to tick, of which the plan keeps the list as a whole. */
export function Ticklist({ label, noun, items, onEdit }: TicklistProps) {
  const actions: TickActions = {
    add: (item, afterId) => onEdit((now) => insertAfter(now, afterId, item), { label: `Add ${noun}` }),
    remove: (id) => onEdit((now) => now.filter((item) => item.id !== id), { label: `Delete ${noun}` }),
    move: (id, by) => onEdit((now) => moved(now, id, by), { label: `Move ${noun}` }),
    tick: (id, ticked) =>
      onEdit((now) => now.map((i) => (i.id === id ? { ...i, ticked } : i)), { label: `Tick ${noun}` }),
    reword: (id, text, group) =>
      onEdit((now) => now.map((i) => (i.id === id ? { ...i, text } : i)), { label: `Edit ${noun}`, group }),
  };
  return <TickLines label={label} noun={noun} items={items} actions={actions} />;
}

export interface TickActions {
  /** Behind the line `afterId`, or at the end. */
  readonly add: (item: Tick, afterId: string | null) => void;
  readonly remove: (id: string) => void;
  readonly move: (id: string, by: -1 | 1) => void;
  readonly tick: (id: string, ticked: boolean) => void;
  readonly reword: (id: string, text: string, group: string) => void;
}

interface TickLinesProps {
  readonly label: string;
  readonly noun: string;
  readonly items: readonly Tick[];
  readonly actions: TickActions;
  /** What else stands on a line, and what stands below it. */
  readonly beside?: (item: Tick) => ReactNode;
  readonly below?: (item: Tick) => ReactNode;
}

/** What the keyboard should be in after the next drawing: a line's id, or where a new one is written. */
const END = "end";

/** Lines to tick, worked by the keyboard: Enter starts the next, arrows go through them, Alt and an arrow moves one. */
export function TickLines({ label, noun, items, actions, beside, below }: TickLinesProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const list = useRef<HTMLUListElement>(null);
  const [newAfter, setNewAfter] = useState<string | null>(null);
  const [focusNext, setFocusNext] = useState<string | null>(null);

  useLayoutEffect(() => {
    if (focusNext === null) return;
    const lines = [...(list.current?.querySelectorAll<HTMLTextAreaElement>("[data-line]") ?? [])];
    const line = lines.find((element) => element.dataset.line === focusNext);
    if (line && line !== document.activeElement) {
      line.focus();
      line.setSelectionRange(line.value.length, line.value.length);
    }
    setFocusNext(null);
  }, [focusNext]);

  function add(text: string, afterId: string | null): void {
    const id = app.context.newId();
    actions.add({ id, text, ticked: false }, afterId);
    if (afterId !== null) setNewAfter(id);
  }

  function remove(id: string): void {
    const at = items.findIndex((item) => item.id === id);
    actions.remove(id);
    setFocusNext(items[at - 1]?.id ?? items[at + 1]?.id ?? END);
  }

  function onLineKey(event: KeyboardEvent<HTMLElement>, item: Tick, text: string): boolean {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const at = items.indexOf(item);
    if (event.key === "Enter") setNewAfter(item.id);
    else if (event.key === "Backspace" && text === "") remove(item.id);
    else if (by !== 0 && event.altKey) {
      actions.move(item.id, by);
      setFocusNext(item.id);
    } else if (by !== 0) setFocusNext(items[at + by]?.id ?? (by > 0 ? END : item.id));
    else return false;
    return true;
  }

  return (
    <ul ref={list} className={styles.list} aria-label={label}>
      {items.map((item) => (
        <TickRow
          key={item.id}
          item={item}
          noun={noun}
          onKey={(event, text) => onLineKey(event, item, text)}
          onTick={(ticked) => actions.tick(item.id, ticked)}
          onText={(text, group) => actions.reword(item.id, text, group)}
          onRemove={() => remove(item.id)}
          beside={beside?.(item)}
        >
          {below?.(item)}
          {newAfter === item.id && (
            <NewTick
              key={`after ${item.id}`}
              noun={noun}
              autoFocus
              onAdd={(text) => add(text, item.id)}
              onDone={() => setNewAfter(null)}
            />
          )}
        </TickRow>
      ))}
      {!readOnly && (
        <li>
          <NewTick
            noun={noun}
            line={END}
            onAdd={(text) => add(text, null)}
            onUp={() => setFocusNext(items.at(-1)?.id ?? END)}
          />
        </li>
      )}
    </ul>
  );
}

function insertAfter(items: readonly Tick[], afterId: string | null, item: Tick): readonly Tick[] {
  const at = afterId === null ? items.length : items.findIndex((i) => i.id === afterId) + 1;
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function moved(items: readonly Tick[], id: string, by: number): readonly Tick[] {
  const at = items.findIndex((item) => item.id === id);
  const to = at + by;
  const item = items[at];
  if (!item || to < 0 || to >= items.length) return items;
  const rest = items.filter((other) => other !== item);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}
