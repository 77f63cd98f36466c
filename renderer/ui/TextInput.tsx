import { type FocusEvent, useId } from "react";
import styles from "./TextInput.module.css";

type Field = HTMLInputElement & HTMLTextAreaElement;

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
  /** For a suggested value: typing replaces it. */
  readonly selectsOnFocus?: boolean;
  readonly maxLength?: number;
}

/** A labelled field of a form in a dialog. Fields of the plan itself use PlanTextField, which saves as you type. */
export function TextInput({
  label,
  value,
  onChange,
  hint,
  problem,
  multiline,
  selectsOnFocus = false,
  maxLength = 500,
  ...rest
}: TextInputProps) {
  const id = useId();
  const Tag = multiline ? "textarea" : "input";
  const described = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.group}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Tag
        {...rest}
        id={id}
        value={value}
        maxLength={maxLength}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
        onFocus={selectsOnFocus ? (event: FocusEvent<Field>) => event.target.select() : undefined}
        className={styles.field}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
        {...(multiline ? { rows: 3 } : { type: "text" })}
      />
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
