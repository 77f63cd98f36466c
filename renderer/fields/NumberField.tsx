import { type KeyboardEvent, useState } from "react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import styles from "./NumberField.module.css";
import { readNumber } from "./readNumber.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** Shown behind the number. */
  readonly unit: string;
  /** What other units mean in this one, by their first letter: `{ d: 1, w: 5 }`. */
  readonly units?: Readonly<Record<string, number>>;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  /** Clearing the field means that nobody has said. */
  readonly clearable?: boolean;
  readonly placeholder?: string;
}

/** A third of an hour is shown as 0.33 and stays what it is until somebody types. */
function shortNumber(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** A number to type, or to step with the arrow keys. It is saved on leaving the field or on Enter. */
export function NumberField({
  label,
  value,
  onChange,
  unit,
  units = {},
  step = 1,
  ...props
}: NumberFieldProps) {
  const { min = 0, max = 1_000_000, clearable = false, placeholder = "" } = props;
  const readOnly = useReadOnly();
  const [unreadable, setUnreadable] = useState(false);
  const held = useHeldText((text) => {
    const number = readNumber(text, units);
    if (text.trim() === "" ? clearable : number !== null && number >= min && number <= max) {
      if (number !== value) onChange(number);
    }
  });
  function onType(text: string): void {
    const number = readNumber(text, units);
    const empty = text.trim() === "";
    setUnreadable(!empty && (number === null || number < min || number > max));
    held.setText(text);
  }
  function stepBy(by: number): void {
    const from = (held.text === null ? value : readNumber(held.text, units)) ?? 0;
    held.cancel();
    setUnreadable(false);
    const next = Math.min(max, Math.max(min, from + by));
    if (next !== value) onChange(next);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter") held.commit();
    else if (event.key === "Escape" && held.text !== null) held.cancel();
    else if (event.key === "ArrowUp" && !event.altKey) stepBy(step);
    else if (event.key === "ArrowDown" && !event.altKey) stepBy(-step);
    else return;
    if (event.key === "Enter" || event.key === "Escape") setUnreadable(false);
    event.preventDefault();
    event.stopPropagation();
  }
  const shown = held.text ?? (value === null ? "" : shortNumber(value));
  return (
    <span className={styles.field} data-invalid={unreadable || undefined}>
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={unreadable || undefined}
        title={unreadable ? `Write a number from ${min} to ${max.toLocaleString("en")}.` : undefined}
        className={styles.input}
        style={{ width: `${(shown.length || placeholder.length) + 0.6}ch` }}
        placeholder={placeholder}
        readOnly={readOnly}
        value={shown}
        onChange={(event) => onType(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          held.commit();
          setUnreadable(false);
        }}
        onKeyDown={readOnly ? undefined : onKeyDown}
      />
      {shown !== "" && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}
