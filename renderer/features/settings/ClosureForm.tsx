import { useMemo, useRef, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { foretell, keepClosure, keeping } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { type Closure, nextRun } from "#shared/domain/closures.ts";
import type { Day } from "#shared/domain/day.ts";
import { lostWords } from "./closureWords.ts";
import styles from "./settings.module.css";

interface ClosureFormProps {
  /** The closure being changed; null for a new one. */
  readonly instead: Closure | null;
  readonly onDone?: () => void;
}

/** A name, a first and a last day, and whether it returns. Says what it would do before it is added. */
export function ClosureForm({ instead, onDone }: ClosureFormProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const nameField = useRef<HTMLInputElement>(null);
  const run = useMemo(() => instead && nextRun(instead, today), [instead, today]);
  const [name, setName] = useState(instead?.name ?? "");
  const [from, setFrom] = useState<Day | null>(run?.from ?? null);
  const [to, setTo] = useState<Day | null>(run?.to ?? null);
  const [yearly, setYearly] = useState(instead?.yearly ?? false);
  const closure = from === null ? null : { from, to: to ?? from, name, yearly };

  function save(): void {
    if (!closure || !keepClosure(app, closure, instead)) return;
    if (onDone) {
      onDone();
      return;
    }
    setName("");
    setFrom(null);
    setTo(null);
    setYearly(false);
    nameField.current?.focus();
  }
  return (
    <fieldset className={styles.adding} aria-label={instead ? "Edit closure" : "Add a closure"}>
      <div className={styles.add}>
        <input
          ref={nameField}
          className={styles.addName}
          aria-label="Name of the closure"
          placeholder="Winter break"
          value={name}
          maxLength={500}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && save()}
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
          <Button variant="quiet" onPress={onDone}>
            Cancel
          </Button>
        )}
      </div>
      {closure && <Foretold closure={closure} instead={instead} />}
    </fieldset>
  );
}

function Foretold({ closure, instead }: { readonly closure: Closure; readonly instead: Closure | null }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const { from, to, name, yearly } = closure;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is foretold follows from the plan and these values.
  const told = useMemo(
    () => foretell(app, keeping({ from, to, name, yearly }, instead)),
    [app, plan, from, to, yearly, instead],
  );
  if (!told.ok) return <p className={styles.problem}>{told.problem.message}</p>;
  return (
    <p className={styles.hint} role="status">
      {lostWords(plan.roadmap.calendar, closure, today)}. {told.value}
    </p>
  );
}
