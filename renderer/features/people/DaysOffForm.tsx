import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { foretell } from "#renderer/commands/calendar.ts";
import { noteDaysOff, notingDaysOff } from "#renderer/commands/dates.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { tasksDuring } from "#shared/domain/absences.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Absence, Person } from "#shared/domain/person.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./DaysOff.module.css";

interface DaysOffFormProps {
  readonly person: Person;
  /** The entry being changed; null for a new one. */
  readonly instead: Absence | null;
  /** Told the first day it was saved under, or the one it had. */
  readonly onDone?: (from: Day) => void;
}

/** A first and a last day and what for. Says what it would do to the plan before it is added. */
export function DaysOffForm({ person, instead, onDone }: DaysOffFormProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const form = useRef<HTMLFieldSetElement>(null);
  const [from, setFrom] = useState<Day | null>(instead?.from ?? null);
  const [to, setTo] = useState<Day | null>(instead?.to ?? null);
  const [name, setName] = useState(instead?.name ?? "");
  const absence = from ? { from, to: to ?? from, name } : null;
  function save(): void {
    if (!absence || !noteDaysOff(app, person.id, absence, instead)) return;
    if (onDone) {
      onDone(absence.from);
      return;
    }
    setFrom(null);
    setTo(null);
    setName("");
    form.current?.querySelector<HTMLElement>("[data-name]")?.focus();
  }
  function cancel(): void {
    onDone?.(instead?.from ?? "");
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") save();
    if (event.key !== "Escape" || !onDone) return;
    event.stopPropagation();
    cancel();
  }
  return (
    <fieldset ref={form} className={styles.form} aria-label={instead ? "Edit days off" : "Add days off"}>
      <div className={styles.fields}>
        <input
          data-name
          // biome-ignore lint/a11y/noAutofocus: the form appears because somebody asked to edit it here.
          autoFocus={instead !== null}
          className={styles.what}
          aria-label="What for"
          placeholder="Holiday"
          value={name}
          maxLength={500}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className={styles.day}>
          <DayField
            framed
            label="First day off"
            value={from}
            today={today}
            onChange={setFrom}
            placeholder="First day"
          />
        </span>
        <span aria-hidden>–</span>
        <span className={styles.day}>
          <DayField
            framed
            label="Last day off"
            value={to}
            today={from ?? today}
            onChange={setTo}
            onClear={() => setTo(null)}
            placeholder="Last day"
          />
        </span>
        <Button isDisabled={absence === null} onPress={save}>
          {instead ? "Save" : "Add"}
        </Button>
        {onDone && (
          <Button variant="quiet" onPress={cancel}>
            Cancel
          </Button>
        )}
      </div>
      {absence && <Foretold person={person} absence={absence} instead={instead} />}
    </fieldset>
  );
}

interface ForetoldProps {
  readonly person: Person;
  readonly absence: Absence;
  readonly instead: Absence | null;
}

/** What these days off would do to the plan, or why they would be refused. */
function Foretold({ person, absence: { from, to }, instead }: ForetoldProps) {
  const app = useApp();
  const plan = usePlan();
  const told = useMemo(
    () => foretell(app, plan, notingDaysOff(person.id, { from, to, name: "" }, instead)),
    [app, plan, person.id, from, to, instead],
  );
  const tasks = tasksDuring(plan, person.id, { from, to });
  const during = tasks > 0 ? `During ${count(tasks, "task")} of theirs. ` : "";
  return (
    <p role="status" className={told.ok ? styles.told : styles.problem}>
      {told.ok ? `${during}${told.value}` : told.problem.message}
    </p>
  );
}
