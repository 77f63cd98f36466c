import { useEffect, useRef } from "react";
import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { RuleField } from "#renderer/fields/RuleField.tsx";
import { DialogField } from "#renderer/record/DialogField.tsx";
import { PersonPicker, personName } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { weekWith, weekWords } from "#shared/balance/usualWeek.ts";
import { formatDay } from "#shared/domain/day.ts";
import type { RoutineStart } from "#shared/domain/operations/commission.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { MAX_RUN_MINUTES } from "#shared/domain/routine.ts";
import { isBlank } from "#shared/domain/words.ts";
import { recurrenceOf } from "#shared/routines/due.ts";
import { nextOnOrAfter } from "#shared/routines/recurrence.ts";
import styles from "./Delegation.module.css";

interface StartRoutineFormProps {
  readonly intro: string;
  readonly start: RoutineStart;
  /** What the same dialog is about to start besides. */
  readonly others: readonly RoutineStart[];
  readonly onChange: (start: RoutineStart) => void;
  readonly onCreatePerson: (name: string) => void;
}

const NO_WORKFLOW = "none";

/** Owner, rule, minutes, workflow and first run, and what they do to the owner's week. */
export function StartRoutineForm({ intro, start, others, onChange, onCreatePerson }: StartRoutineFormProps) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input")?.focus(), []);
  const set = (patch: Partial<RoutineStart>): void => onChange({ ...start, ...patch });
  const recurrence = recurrenceOf(start);
  const first = recurrence && nextOnOrAfter(recurrence, start.firstRun);
  const owner = plan.people.get(start.ownerId ?? "");
  return (
    <>
      <p className={styles.what}>{intro}</p>
      <div ref={form} className={styles.form}>
        <DialogField label="Routine">
          <input
            className={styles.text}
            aria-label="Name of the routine"
            aria-invalid={isBlank(start.name) || undefined}
            value={start.name}
            maxLength={500}
            placeholder="What is done again and again"
            onChange={({ target }) => set({ name: target.value })}
          />
        </DialogField>
        <DialogField label="Owner">
          <PersonPicker
            framed
            label="Owner"
            people={[...plan.people.values()]}
            value={start.ownerId}
            onChange={(ownerId) => set({ ownerId })}
            onCreate={onCreatePerson}
          />
        </DialogField>
        <DialogField label="Repeats">
          <RuleField
            framed
            rule={start.rule}
            firstRun={first ?? start.firstRun}
            day={start.firstRun}
            onChange={(rule) => set({ rule })}
          />
        </DialogField>
        <DialogField label="First run">
          <DayField
            framed
            label="First run"
            value={start.firstRun}
            today={today}
            onChange={(firstRun) => set({ firstRun })}
          />
          {first !== start.firstRun && (
            <p className={styles.sentence}>
              {first === null
                ? "This rule has no run from that day on. Choose another."
                : `The rule begins on ${formatDay(first, "weekday")}.`}
            </p>
          )}
        </DialogField>
        <DialogField label="Takes">
          <NumberField
            label="Minutes a run"
            value={start.minutes}
            unit="min a run"
            units={{ m: 1, h: 60 }}
            max={MAX_RUN_MINUTES}
            step={5}
            onChange={(minutes) => minutes !== null && set({ minutes })}
          />
        </DialogField>
        <DialogField label="Workflow">
          <Select
            framed
            label="Workflow"
            value={start.procedureId ?? NO_WORKFLOW}
            options={workflows(plan)}
            onChange={(id) => set({ procedureId: id === NO_WORKFLOW ? null : id })}
          />
        </DialogField>
      </div>
      <p className={styles.effect} aria-live="polite">
        {owner
          ? weekWords(personName(owner), weekWith(plan, today, owner, start, others))
          : "Nobody runs it yet: choose an owner, so that it counts in somebody’s week."}
      </p>
    </>
  );
}

function workflows(plan: Plan): readonly { readonly value: string; readonly label: string }[] {
  const live = [...plan.procedures.values()].filter(({ deletedAt }) => deletedAt === null).sort(compareOrder);
  return [
    { value: NO_WORKFLOW, label: "None" },
    ...live.map(({ id, name }) => ({ value: id, label: isBlank(name) ? "Untitled workflow" : name })),
  ];
}
