import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { handOverLines } from "#renderer/commands/sessions.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { actionLinesIn } from "#shared/domain/actionLine.ts";
import { nextPlace } from "#shared/domain/checkIn.ts";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./Pane.module.css";

interface NotesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly save: (text: string, group: string) => void;
  /** The session that lines beginning with `>` are handed over in, on Enter; null where they are only text. */
  readonly sessionId: Id | null;
  readonly isTall?: boolean;
  /** Its lines are begun with names: Enter goes to the next that waits to be filled in. */
  readonly hasPlaces?: boolean;
}

/** Notes, saved as one types. Escape leaves them for the agenda. */
export function NotesField({
  label,
  value,
  placeholder,
  save,
  sessionId,
  isTall = false,
  hasPlaces = false,
}: NotesFieldProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const draft = useDraft(value, save);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes once a line was rewritten, from the end. */
  const caretFromEnd = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = caretFromEnd.current;
    if (at === null || !field.current) return;
    const place = field.current.value.length - at;
    field.current.setSelectionRange(place, place);
    caretFromEnd.current = null;
  });
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      draft.commit();
      document.querySelector<HTMLElement>("[data-part][aria-current]")?.focus();
    } else if (event.key === "Enter" && !event.shiftKey && sessionId !== null) {
      const { value: text, selectionStart: at, selectionEnd } = event.currentTarget;
      const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
      const place = hasPlaces && text[at] === "\n" ? nextPlace(text, at + 1) : null;
      if (place !== null) {
        event.preventDefault();
        event.currentTarget.setSelectionRange(place, place);
        return;
      }
      if (at !== selectionEnd || actionLinesIn(line).length === 0) return;
      event.preventDefault();
      caretFromEnd.current = text.length - at;
      draft.setText(`${text.slice(0, at)}\n${text.slice(at)}`);
      draft.commit();
      handOverLines(app, sessionId);
    }
  }
  return (
    <div
      className={`${styles.notes} ${isTall ? styles.tall : ""}`}
      data-text={`${draft.text || placeholder}\u200b\n`}
    >
      <textarea
        ref={field}
        data-notes
        data-places={hasPlaces || undefined}
        aria-label={label}
        rows={1}
        maxLength={100_000}
        value={draft.text}
        placeholder={readOnly ? "" : placeholder}
        readOnly={readOnly}
        onChange={({ target }) => draft.setText(target.value)}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
