import { type KeyboardEvent, useId, useState } from "react";
import { useUi } from "#renderer/commands/hooks.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import type { Evidence } from "#shared/domain/gate.ts";
import styles from "./Evidence.module.css";

type Fields = Omit<Evidence, "id">;

interface EvidenceFormProps {
  readonly start: Fields;
  readonly saveWord: string;
  readonly autoFocus?: boolean;
  /** False leaves everything in the form. */
  readonly onSave: (fields: Fields) => boolean;
  readonly onCancel?: () => void;
}

/** A figure, a note, an address, a day: any of them will do. Enter saves. */
export function EvidenceForm({ start, saveWord, autoFocus = false, onSave, onCancel }: EvidenceFormProps) {
  const today = useUi((state) => state.today);
  const [fields, setFields] = useState<Fields>(start);
  const set = (patch: Partial<Fields>): void => setFields({ ...fields, ...patch });
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
    if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
    // The day's own field takes Enter for itself.
    if (event.key === "Enter" && !event.defaultPrevented) {
      event.preventDefault();
      onSave(fields);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the keys of the fields inside.
    <div className={styles.form} onKeyDown={onKeyDown}>
      <Field
        label="Figure"
        placeholder="23 of 40"
        max={500}
        value={fields.figure}
        autoFocus={autoFocus}
        onChange={(figure) => set({ figure })}
      />
      <Field
        label="Note"
        placeholder="Asked at the market"
        max={100_000}
        value={fields.note}
        onChange={(note) => set({ note })}
      />
      <Field
        label="Link"
        placeholder="example.com/answers"
        max={1_990}
        value={fields.link}
        onChange={(link) => set({ link })}
      />
      <span className={styles.formLabel} aria-hidden>
        Seen on
      </span>
      <span className={styles.dayLine}>
        <OptionalDayField
          label="Seen on"
          value={fields.on}
          today={today}
          onChange={(on) => set({ on })}
          framed
        />
        <Button size="sm" onPress={() => onSave(fields)}>
          {saveWord}
        </Button>
        {onCancel && (
          <Button size="sm" variant="quiet" onPress={onCancel}>
            Cancel
          </Button>
        )}
      </span>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly max: number;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (text: string) => void;
}

function Field({ label, placeholder, max, value, autoFocus = false, onChange }: FieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={styles.formLabel}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        className={styles.text}
        placeholder={placeholder}
        maxLength={max}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
