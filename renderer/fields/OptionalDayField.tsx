import { X } from "lucide-react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import type { Day } from "#shared/domain/day.ts";
import { DayField } from "./DayField.tsx";
import styles from "./OptionalDayField.module.css";

interface OptionalDayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly today: Day;
  readonly onChange: (day: Day | null) => void;
  /** Stands in the empty field. */
  readonly placeholder?: string;
  /** With a border, as in a form. */
  readonly framed?: boolean;
}

/** A date that need not be there: emptied as text, or by the button beside it. */
export function OptionalDayField({
  label,
  value,
  today,
  onChange,
  placeholder,
  framed = false,
}: OptionalDayFieldProps) {
  const readOnly = useReadOnly();
  return (
    <span className={styles.field}>
      <DayField
        framed={framed}
        label={label}
        value={value}
        today={today}
        onChange={onChange}
        onClear={() => onChange(null)}
        isDisabled={readOnly}
        {...(placeholder !== undefined ? { placeholder } : {})}
      />
      {value !== null && !readOnly && (
        <span className={styles.clear}>
          <IconButton size="sm" label={`Clear ${label.toLowerCase()}`} onPress={() => onChange(null)}>
            <X size={13} />
          </IconButton>
        </span>
      )}
    </span>
  );
}
