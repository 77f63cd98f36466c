import { type KeyboardEvent, useState } from "react";
import { usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { amountWords, moneyWords, readMoney } from "#shared/domain/money.ts";
import styles from "./NumberField.module.css";

interface MoneyFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly placeholder: string;
}

/** An amount in the roadmap's currency, or none. It is saved on leaving the field or on Enter. */
export function MoneyField({ label, value, onChange, placeholder }: MoneyFieldProps) {
  const readOnly = useReadOnly();
  const { currency } = usePlan().roadmap;
  const [focused, setFocused] = useState(false);
  const held = useHeldText((text) => {
    const amount = readMoney(text);
    if ((amount !== null || text.trim() === "") && amount !== value) onChange(amount);
  });
  const typed = held.text ?? "";
  const unreadable = typed.trim() !== "" && readMoney(typed) === null;
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === "Enter") held.commit();
    else if (event.key === "Escape" && held.text !== null) held.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  const still = value === null ? "" : focused ? amountWords(value) : moneyWords(value, currency);
  const shown = held.text ?? still;
  return (
    <span className={styles.field} data-invalid={unreadable || undefined}>
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={unreadable || undefined}
        title={unreadable ? "Write an amount, such as 8,000 or 8k." : undefined}
        className={styles.input}
        style={{ width: `${(shown.length || placeholder.length) + 1}ch` }}
        placeholder={placeholder}
        readOnly={readOnly}
        value={shown}
        onChange={(event) => held.setText(event.target.value)}
        onFocus={(event) => {
          setFocused(true);
          event.target.select();
        }}
        onBlur={() => {
          setFocused(false);
          held.commit();
        }}
        onKeyDown={readOnly ? undefined : onKeyDown}
      />
      {focused && shown !== "" && <span className={styles.unit}>{currency}</span>}
    </span>
  );
}
