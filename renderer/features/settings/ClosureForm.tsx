import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { keepClosure, keeping } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { type Closure, nextRun } from "#shared/domain/closures.ts";
import type { Day } from "#shared/domain/day.ts";
import { lostWords } from "./closureWords.ts";
import { Foretold } from "./Foretold.tsx";
import styles from "./settings.module.css";

interface ClosureFormProps {
  /** The closure being changed; null for a new one. */
  readonly instead: Closure | null;
  /** Told the name it was saved under, or the one it had. */
  readonly onDone?: (name: string) => void;
}

/** A name, a first and a last day, and whether it returns. Says what it would do before it is added. */
export function ClosureForm({ instead, onDone }: ClosureFormProps) {
  const app = useApp();
  const { calendar } = usePlan().roadmap;
  const today = useUi((state) => state.today);
  const nameField = useRef<HTMLInputElement>(null);
  const run = useMemo(() => instead && nextRun(instead, today), [instead, today]);
  const [name, setName] = useState(instead?.name ?? "");
  const [from, setFrom] = useState<Day | null>(run?.from ?? null);
  const [to, setTo] = useState<Day | null>(run?.to ?? null);
  const [yearly, setYearly] = useState(instead?.yearly ?? false);
  const last = to ?? from;
  const operation = useMemo(
    () => (from && last ? keeping({ from, to: last, name: "", yearly }, instead) : null),
    [from, last, yearly, instead],
  );
  const closure = from && last ? { from, to: last, name, yearly } : null;

  function save(): void {
    if (!closure || !keepClosure(app, closure, instead)) return;
    if (onDone) {
      onDone(name.trim());
      return;
    }
    setName("");
    setFrom(null);
    setTo(null);
    setYearly(false);
    nameField.current?.focus();
  }
  function cancel(): void {
    onDone?.(instead?.name ?? "");
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter") save();
    if (event.key !== "Escape" || !onDone) return;
    event.stopPropagation();
    cancel();
  }
  return (
    <fieldset aria-label={instead ? "Edit closure" : "Add a closure"}>
      <div className={styles.add}>
        <input
          ref={nameField}
          // biome-ignore lint/a11y/noAutofocus: the form appears because somebody asked to edit it here.
          autoFocus={instead !== null}
          className={styles.addName}
          aria-label="Name of the closure"
          placeholder="Winter break"
          value={name}
          maxLength={500}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span className={styles.addDay}>
          <DayField framed label="First day off" value={from} today={today} onChange={setFrom} />
        </span>
        <span aria-hidden>–</span>
        <span className={styles.addDay}>
          <DayField framed label="Last day off" value={to} today={from ?? today} onChange={setTo} />
        </span>
        <ToggleButton className={styles.yearly ?? ""} isSelected={yearly} onChange={setYearly}>
          Every year
        </ToggleButton>
        <Button isDisabled={closure === null} onPress={save}>
          {instead ? "Save" : "Add"}
        </Button>
        {onDone && (
          <Button variant="quiet" onPress={cancel}>
            Cancel
          </Button>
        )}
      </div>
      {closure && operation && (
        <Foretold operation={operation} words={`${lostWords(calendar, closure, today)}.`} />
      )}
    </fieldset>
  );
}
