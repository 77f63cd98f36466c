import { Check, Plus, X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { staysInside } from "./staysInside.ts";
import styles from "./Ticklist.module.css";
import type { Tick } from "./Ticklist.tsx";

interface TickRowProps {
  readonly item: Tick;
  readonly noun: string;
  readonly onTick: (ticked: boolean) => void;
  readonly onText: (text: string, group: string) => void;
  /** Returns true when the key was used. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>, text: string) => boolean;
  readonly onRemove: () => void;
  readonly beside: ReactNode;
  /** What stands right below the line. */
  readonly children: ReactNode;
}

export function TickRow({ item, noun, onTick, onText, onKey, onRemove, beside, children }: TickRowProps) {
  const readOnly = useReadOnly();
  const draft = useDraft(item.text, onText);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (!event.altKey && staysInside(event)) return;
    if (readOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      draft.cancel();
      event.stopPropagation();
      event.currentTarget.blur();
      return;
    }
    if (event.key === "Enter" || event.altKey) draft.commit();
    if (!onKey(event, draft.text)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <li>
      <div className={styles.line}>
        <TickBox label={item.text || `Untitled ${noun}`} ticked={item.ticked} onTick={onTick} />
        {/* The copy behind the field holds the same text and so gives the field its height. */}
        <div
          className={`${styles.grow} ${item.ticked ? styles.ticked : ""}`}
          data-text={`${draft.text}\u200b`}
        >
          <textarea
            rows={1}
            aria-label={`Text of ${noun}`}
            data-line={item.id}
            value={draft.text}
            maxLength={500}
            readOnly={readOnly}
            onChange={(event) => draft.setText(event.target.value.replace(/\s*\n\s*/g, " "))}
            onBlur={draft.commit}
            onKeyDown={onKeyDown}
          />
        </div>
        {beside}
        {!readOnly && (
          <span className={styles.remove}>
            <IconButton label={`Delete ${noun}`} size="sm" onPress={onRemove} excludeFromTabOrder>
              <X size={14} />
            </IconButton>
          </span>
        )}
      </div>
      {children}
    </li>
  );
}

interface TickBoxProps {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function TickBox({ label, ticked, onTick }: TickBoxProps) {
  const readOnly = useReadOnly();
  return (
    <Checkbox
      aria-label={label}
      isSelected={ticked}
      isDisabled={readOnly}
      onChange={onTick}
      className={styles.box ?? ""}
    >
      {ticked && <Check size={12} strokeWidth={3} aria-hidden />}
    </Checkbox>
  );
}

interface NewTickProps {
  readonly noun: string;
  readonly line?: string;
  readonly autoFocus?: boolean;
  readonly onAdd: (text: string) => void;
  /** Left without text. */
  readonly onDone?: () => void;
  readonly onUp?: () => void;
}

/** The empty line in which a new one is written: Enter adds it and starts the next. */
export function NewTick({ noun, line, autoFocus = false, onAdd, onDone, onUp }: NewTickProps) {
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd(text.trim());
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
  return (
    <div className={styles.line}>
      <Plus size={14} className={styles.plus} aria-hidden />
      <input
        type="text"
        aria-label={`Add a ${noun}`}
        placeholder={`Add a ${noun}`}
        data-line={line}
        // biome-ignore lint/a11y/noAutofocus: it appears because Enter asked for a new line here.
        autoFocus={autoFocus}
        className={styles.text}
        value={held.text ?? ""}
        maxLength={500}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={() => {
          held.commit();
          onDone?.();
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
