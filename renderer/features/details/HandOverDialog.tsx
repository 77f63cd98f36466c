import { useEffect, useRef, useState } from "react";
import { handWorkOver } from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { DialogField } from "#renderer/record/DialogField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { PersonName, PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { DECISION_LEVELS, type DecisionLevel, keptBackAt, USUAL_LEVEL } from "#shared/domain/handover.ts";
import { keptBackSentence, levelLabel, levelSentence } from "#shared/domain/handoverWords.ts";
import { holderOf, usualFollowUp } from "#shared/domain/operations/delegate.ts";
import { firstLive } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Delegation.module.css";
import { HandingCheck } from "./HandingCheck.tsx";

interface HandOverDialogProps {
  readonly taskId: Id;
  /** Whom it is likely handed to. */
  readonly toId?: Id | undefined;
  readonly onClose: () => void;
}

export const LEVEL_OPTIONS = DECISION_LEVELS.map((level) => ({
  value: String(level),
  label: `${level}. ${levelLabel(level)}`,
}));

export function levelFrom(value: string): DecisionLevel {
  return DECISION_LEVELS.find((level) => String(level) === value) ?? USUAL_LEVEL;
}

/** To whom, how far the decision goes, and when to ask how it goes. */
export function HandOverDialog({ taskId, toId, onClose }: HandOverDialogProps) {
  const plan = usePlan();
  const task = plan.tasks.get(taskId);
  return task ? <Form task={task} plan={plan} likelyId={toId ?? null} onClose={onClose} /> : null;
}

interface FormProps {
  readonly task: Task;
  readonly plan: Plan;
  readonly likelyId: Id | null;
  readonly onClose: () => void;
}

function Form({ task, plan, likelyId, onClose }: FormProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const meId = useUi((state) => state.meId);
  const holder = holderOf(task);
  const [byId, setBy] = useState<Id | null>(() => holder ?? firstLive(plan, [meId, plan.roadmap.ceoId]));
  const [toId, setTo] = useState<Id | null>(likelyId);
  const [level, setLevel] = useState<DecisionLevel>(USUAL_LEVEL);
  const [followUpOn, setFollowUp] = useState<Day | null>(() => usualFollowUp(plan, today));
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>(`button[aria-label^="To:"]`)?.focus(), []);
  const people = [...plan.people.values()];
  const by = plan.people.get(byId ?? "");
  const to = plan.people.get(toId ?? "");
  const taken = task.handovers.filter(({ state }) => state === "acknowledged");
  const kept = keptBackAt(taken, level);
  function save(): void {
    if (byId !== null && toId !== null && handWorkOver(app, task.id, { byId, toId, level, followUpOn }))
      onClose();
  }
  return (
    <Dialog
      title="Hand over"
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={byId === null || toId === null} onPress={save}>
          Hand over
        </Button>
      }
    >
      <p className={styles.what}>{nameOrUntitled(task.name, "task")}</p>
      <div ref={form} className={styles.form}>
        <DialogField label="From">
          {holder !== null && by ? (
            <span className={styles.fixed}>
              <PersonName person={by} />
            </span>
          ) : (
            <PersonPicker framed label="From" people={people} value={byId} onChange={setBy} />
          )}
        </DialogField>
        <DialogField label="To">
          <PersonPicker
            framed
            label="To"
            people={people.filter(({ id }) => id !== byId)}
            value={toId}
            onChange={setTo}
            emptyWord="Choose somebody"
          />
        </DialogField>
        <DialogField label="Who decides">
          <Select
            framed
            label="Who decides"
            value={String(level)}
            options={LEVEL_OPTIONS}
            onChange={(value) => setLevel(levelFrom(value))}
          />
          <p className={styles.sentence}>
            {levelSentence(level, by?.name || "whoever hands it over", to?.name || "the receiver")}
          </p>
          {kept && by && (
            <p className={`${styles.sentence} ${styles.beyond}`}>
              {keptBackSentence(
                kept.level,
                plan.people.get(kept.byId)?.name || "Whoever it came from",
                by.name,
              )}
            </p>
          )}
        </DialogField>
        {byId !== null && toId !== null && (
          <HandingCheck task={task} next={{ byId, toId, level }} onLevel={setLevel} onTo={setTo} />
        )}
        <DialogField label="Follow up">
          <OptionalDayField
            framed
            label="Follow up on"
            value={followUpOn}
            today={today}
            placeholder="No date"
            onChange={setFollowUp}
          />
        </DialogField>
      </div>
    </Dialog>
  );
}
