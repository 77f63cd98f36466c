import type { KeyboardEvent } from "react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import styles from "./PlanTextField.module.css";

interface PlanTextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  /** Names, lines (500 characters), sentences and statements are one paragraph, which Enter leaves; notes and lead texts have many. */
  readonly look: "name" | "line" | "sentence" | "statement" | "notes" | "lead";
  readonly save: (text: string, group: string) => void;
}

/** A text of the plan, as tall as what is in it, saved as one types. Escape leaves it. */
export function PlanTextField({ label, value, placeholder, look, save }: PlanTextFieldProps) {
  const draft = useDraft(value, save);
  const readOnly = useReadOnly();
  const oneParagraph = look !== "notes" && look !== "lead";
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key !== "Escape" && !(event.key === "Enter" && oneParagraph)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") draft.cancel();
    event.currentTarget.blur();
  }
  return (
    // The copy behind the field holds the same text and so gives the field its height.
    <div className={`${styles.field} ${styles[look]}`} data-text={`${draft.text || placeholder}\u200b`}>
      <textarea
        aria-label={label}
        rows={1}
        value={draft.text}
        maxLength={look === "name" || look === "line" || look === "statement" ? 500 : 100_000}
        placeholder={readOnly ? "" : placeholder}
        readOnly={readOnly}
        onChange={({ target }) =>
          draft.setText(oneParagraph ? target.value.replace(/\s*\n\s*/g, " ") : target.value)
        }
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
