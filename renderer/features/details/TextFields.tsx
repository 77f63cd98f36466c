/** Texts of the plan that save as one types. */
import { type KeyboardEvent, useId } from "react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import styles from "./TextFields.module.css";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly save: (text: string, group: string) => void;
  readonly maxLength?: number;
}

/** The item's name, large, over as many lines as it needs. Enter leaves it. */
export function TitleField(props: TextFieldProps) {
  return <GrowingField {...props} maxLength={500} look={styles.title ?? ""} oneParagraph />;
}

/** A sentence or two in a row of its own; Enter leaves it. */
export function SentenceField(props: TextFieldProps) {
  return <GrowingField {...props} look={styles.sentence ?? ""} oneParagraph />;
}

/** Notes of any length; Enter starts a new line. */
export function NotesField(props: TextFieldProps) {
  return <GrowingField {...props} look={styles.notes ?? ""} />;
}

interface GrowingFieldProps extends TextFieldProps {
  readonly look: string;
  readonly oneParagraph?: boolean;
}

function GrowingField({
  label,
  value,
  placeholder,
  save,
  maxLength = 100_000,
  look,
  oneParagraph,
}: GrowingFieldProps) {
  const draft = useDraft(value, save);
  const readOnly = useReadOnly();
  const id = useId();
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      draft.cancel();
      event.currentTarget.blur();
    } else if (event.key === "Enter" && oneParagraph && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.currentTarget.blur();
    }
  }
  return (
    // The copy behind the field holds the same text and so gives the field its height.
    <div className={`${styles.grow} ${look}`} data-text={`${draft.text || placeholder}\n`}>
      <textarea
        id={id}
        aria-label={label}
        rows={1}
        value={draft.text}
        maxLength={maxLength}
        placeholder={readOnly ? "" : placeholder}
        readOnly={readOnly}
        onChange={(event) =>
          draft.setText(oneParagraph ? event.target.value.replace(/\s*\n\s*/g, " ") : event.target.value)
        }
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
