import { CalendarDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import {
  Button as AriaButton,
  Calendar,
  CalendarCell,
  CalendarGrid,
  Dialog,
  DialogTrigger,
  Heading,
  Popover,
} from "react-aria-components";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import menuStyles from "#renderer/ui/Menu.module.css";
import { type Day, formatDay, parseDayInput } from "#shared/domain/day.ts";
import styles from "./DayField.module.css";

interface DayFieldProps {
  readonly label: string;
  readonly value: Day | null;
  readonly onChange: (day: Day) => void;
  /** Emptying the field means that there is no date. */
  readonly onClear?: () => void;
  /** What `+2w` or `fri` count from. */
  readonly today: Day;
  readonly isDisabled?: boolean;
  /** Stands in the field while there is no date. */
  readonly placeholder?: string;
  /** With a border, as in a dialog's form. */
  readonly framed?: boolean;
}

/** A date to type in plain words (`4 Mar`, `fri`, `+2w`) or to pick from a month. */
export function DayField({
  label,
  value,
  onChange,
  onClear,
  today,
  isDisabled = false,
  placeholder = "No date",
  framed = false,
}: DayFieldProps) {
  const [problem, setProblem] = useState(false);
  const problemId = useId();
  const isUnreadable = (text: string): boolean =>
    !(onClear && text.trim() === "") && parseDayInput(text, value ?? today) === null;
  const held = useHeldText((text) => {
    if (onClear && text.trim() === "") {
      if (value !== null) onClear();
      return;
    }
    const day = parseDayInput(text, value ?? today);
    if (day !== null && day !== value) onChange(day);
  });
  /** A date that cannot be read stays in the field, marked, until it is mended or given up. */
  function accept(): void {
    const unreadable = held.text !== null && isUnreadable(held.text);
    setProblem(unreadable);
    if (!unreadable) held.commit();
  }
  function giveUp(): void {
    held.cancel();
    setProblem(false);
  }
  return (
    <span className={`${styles.field} ${framed ? styles.framed : ""}`} data-invalid={problem || undefined}>
      <input
        type="text"
        aria-label={label}
        aria-invalid={problem || undefined}
        aria-describedby={problem ? problemId : undefined}
        disabled={isDisabled}
        className={styles.input}
        placeholder={placeholder}
        value={held.text ?? (value ? formatDay(value) : "")}
        onChange={(event) => held.setText(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => (problem ? giveUp() : accept())}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            accept();
          } else if (event.key === "Escape" && held.text !== null) {
            event.stopPropagation();
            giveUp();
          }
        }}
      />
      <DialogTrigger>
        <AriaButton
          className={styles.open ?? ""}
          aria-label={`Pick ${label.toLowerCase()}`}
          isDisabled={isDisabled}
        >
          <CalendarDays size={14} />
        </AriaButton>
        <Popover className={menuStyles.popover ?? ""} placement="bottom end">
          <Dialog aria-label={label} className={styles.dialog ?? ""}>
            {({ close }) => (
              <MonthPicker
                value={value ?? today}
                onPick={(day) => {
                  close();
                  giveUp();
                  onChange(day);
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {problem && (
        <span id={problemId} role="alert" className={styles.problem}>
          Write a date like 4 Mar 2027, fri or +2w.
        </span>
      )}
    </span>
  );
}

function MonthPicker({ value, onPick }: { readonly value: Day; readonly onPick: (day: Day) => void }) {
  const [year, month, date] = value.split("-").map(Number) as [number, number, number];
  return (
    <Calendar
      aria-label="Date"
      autoFocus
      firstDayOfWeek="mon"
      defaultValue={new CalendarDate(year, month, date)}
      onChange={(picked) => onPick(picked.toString())}
    >
      <header className={styles.month}>
        <AriaButton slot="previous" className={styles.step ?? ""}>
          <ChevronLeft size={16} />
        </AriaButton>
        <Heading className={styles.monthName ?? ""} />
        <AriaButton slot="next" className={styles.step ?? ""}>
          <ChevronRight size={16} />
        </AriaButton>
      </header>
      <CalendarGrid className={styles.grid ?? ""} weekdayStyle="narrow">
        {(day) => <CalendarCell date={day} className={styles.cell ?? ""} />}
      </CalendarGrid>
    </Calendar>
  );
}
