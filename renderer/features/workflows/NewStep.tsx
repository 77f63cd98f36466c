import { Plus } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { stepTexts } from "#shared/domain/operations/procedures.ts";
import styles from "./StepEditor.module.css";

interface NewStepProps {
  readonly line?: string;
  readonly autoFocus?: boolean;
  readonly onAdd: (texts: readonly string[]) => void;
  /** Left without text. */
  readonly onDone?: () => void;
  readonly onUp?: () => void;
}

/** The empty line in which a step is written: Enter adds it and starts the next; a pasted list becomes steps. */
export function NewStep({ line, autoFocus = false, onAdd, onDone, onUp }: NewStepProps) {
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd([text.trim()]);
  });
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const empty = (held.text ?? "").trim() === "";
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") empty ? onDone?.() : held.commit();
    else if (event.key === "Escape") {
      held.cancel();
      if (onDone) onDone();
      else event.currentTarget.blur();
    } else if (empty && (event.key === "Backspace" || event.key === "ArrowUp")) (onUp ?? onDone)?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function onPaste(event: ClipboardEvent): void {
    const texts = pastedSteps(event);
    if (texts === null) return;
    held.commit();
    onAdd(texts);
  }
  return (
    <div className={styles.new}>
      <Plus size={14} className={styles.plus} aria-hidden />
      <input
        type="text"
        aria-label="Add a step"
        placeholder="Add a step, or paste a list"
        data-line={line}
        // biome-ignore lint/a11y/noAutofocus: it appears because Enter asked for a new line here.
        autoFocus={autoFocus}
        className={styles.newText}
        value={held.text ?? ""}
        maxLength={500}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={() => {
          held.commit();
          onDone?.();
        }}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}

/** The lines of a pasted list; null for a text of one line, which goes into the field as usual. */
export function pastedSteps(event: ClipboardEvent): readonly string[] | null {
  const text = event.clipboardData.getData("text/plain");
  const texts = stepTexts(text);
  if (texts.length < 2) return null;
  event.preventDefault();
  return texts;
}
