import { Trash2 } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { dropWorkedDay, workingOn, workOn } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { type Day, formatDay } from "#shared/domain/day.ts";
import { Foretold } from "./Foretold.tsx";
import styles from "./settings.module.css";

/** Single days that are worked although they would be off. */
export function WorkedDays() {
  const app = useApp();
  const { calendar } = usePlan().roadmap;
  const worked = calendar.exceptions
    .filter(({ working }) => working)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return (
    <section aria-labelledby="worked-days">
      <h3 id="worked-days">Worked all the same</h3>
      {worked.length === 0 && (
        <p className={styles.hint}>Single weekend days or days of a closure on which you do work.</p>
      )}
      <ul className={styles.list} aria-labelledby="worked-days">
        {worked.map((day) => (
          <li key={`${day.date} ${day.yearly ?? false}`} className={styles.line}>
            <span className={styles.grow}>{day.name || "We work"}</span>
            <span className={styles.when}>
              {day.yearly
                ? `${formatDay(day.date, "short")}, every year`
                : formatDay(day.date, "weekdayYear")}
            </span>
            <IconButton
              size="sm"
              label={`Remove ${day.name || formatDay(day.date, "weekdayYear")}`}
              onPress={() => dropWorkedDay(app, day)}
            >
              <Trash2 size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <WorkedDayForm />
    </section>
  );
}

function WorkedDayForm() {
  const app = useApp();
  const today = useUi((state) => state.today);
  const nameField = useRef<HTMLInputElement>(null);
  const [date, setDate] = useState<Day | null>(null);
  const [name, setName] = useState("");
  const operation = useMemo(() => (date ? workingOn(date, "") : null), [date]);
  function add(): void {
    if (date === null || !workOn(app, date, name)) return;
    setDate(null);
    setName("");
    nameField.current?.focus();
  }
  return (
    <fieldset aria-label="Add a day that is worked">
      <div className={styles.add}>
        <input
          ref={nameField}
          className={styles.addName}
          aria-label="What the day is worked for"
          placeholder="Stocktaking"
          value={name}
          maxLength={500}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
        />
        <span className={styles.addDay}>
          <DayField framed label="Day that is worked" value={date} today={today} onChange={setDate} />
        </span>
        <Button isDisabled={date === null} onPress={add}>
          Add
        </Button>
      </div>
      {operation && <Foretold operation={operation} />}
    </fieldset>
  );
}
