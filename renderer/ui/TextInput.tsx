import { useId } from "react";
import styles from "./TextInput.module.css";

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
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
  maxLength = 500,
  ...rest
}: TextInputProps) {
  const id = useId();
  const Field = multiline ? "textarea" : "input";
  const described = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.group}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Field
        {...rest}
        id={id}
        value={value}
        maxLength={maxLength}
        onChange={(event: { target: { value: string } }) => onChange(event.target.value)}
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
