import { Repeat } from "lucide-react";
import { useState } from "react";
import { editCommission, openStartRoutine, showRoutine } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { restore } from "#renderer/commands/items.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { RuleField } from "#renderer/fields/RuleField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { type CommissionState, commissionName, commissionState } from "#shared/domain/commission.ts";
import type { Day } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { MAX_RUN_MINUTES, type Routine } from "#shared/domain/routine.ts";
import type { Commission, Task } from "#shared/domain/task.ts";
import { isBlank } from "#shared/domain/words.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import styles from "./Commission.module.css";
import { Note, Row, Section } from "./Panel.tsx";

interface CommissionPartProps {
  readonly task: Task;
  readonly node: OutlineNode;
}

/** The routine that the work builds. One quiet line until somebody names it. */
export function CommissionPart({ task, node }: CommissionPartProps) {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const [isOpen, setOpen] = useState(task.commission !== null);
  const { commission } = task;
  if (!commission && !isOpen) {
    return readOnly ? null : (
      <div className={styles.folded}>
        <Button size="sm" variant="quiet" icon={<Repeat size={14} />} onPress={() => setOpen(true)}>
          Starts a routine…
        </Button>
      </div>
    );
  }
  const state = commissionState(plan, node);
  const routine = plan.routines.get(commission?.routineId ?? "");
  return (
    <Section title="Starts a routine">
      {state && routine ? (
        <Started state={state} routine={routine} />
      ) : (
        <ToBuild task={task} state={state} onGone={() => setOpen(false)} />
      )}
    </Section>
  );
}

const STATE_WORDS: Record<CommissionState, string> = {
  ahead: "",
  waiting: "",
  running: "Runs since this was done.",
  ended: "Ran since this was done, and has ended.",
  binned: "Lies in the bin.",
};

function Started({ state, routine }: { readonly state: CommissionState; readonly routine: Routine }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <>
      <button type="button" className={styles.routine} onClick={() => showRoutine(app, routine.id)}>
        <Repeat size={14} aria-hidden />
        <span className={styles.name}>{commissionName(routine)}</span>
        <span className={styles.hint}>{rhythmWords(routine.rule, routine.firstRun)}</span>
      </button>
      <Note>{STATE_WORDS[state]}</Note>
      {state === "binned" && !readOnly && (
        <Button size="sm" onPress={() => restore(app, routine.id)}>
          Restore
        </Button>
      )}
    </>
  );
}

interface ToBuildProps {
  readonly task: Task;
  readonly state: CommissionState | null;
  readonly onGone: () => void;
}

function ToBuild({ task, state, onGone }: ToBuildProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const name = task.commission?.name ?? "";
  function save(text: string, group: string): void {
    if (text !== name) editCommission(app, task.id, { name: text }, group);
  }
  return (
    <>
      <PlanTextField
        look="sentence"
        label="Routine it starts"
        value={name}
        placeholder="Such as: Count the cash"
        save={save}
      />
      {task.commission && !isBlank(name) && <Known task={task} known={task.commission} />}
      {state === "waiting" ? (
        <div className={styles.waiting}>
          <p className={styles.reminder}>
            <Repeat size={14} aria-hidden />
            Routine not started yet
          </p>
          {!readOnly && (
            <Button size="sm" variant="primary" onPress={() => openStartRoutine(app, task.id)}>
              Start the routine…
            </Button>
          )}
        </div>
      ) : (
        <Note>When this is done, you are asked for the rest and the routine starts.</Note>
      )}
      {!readOnly && (
        <Button
          size="sm"
          variant="quiet"
          onPress={() => {
            if (task.commission) editCommission(app, task.id, null);
            onGone();
          }}
        >
          It starts no routine
        </Button>
      )}
    </>
  );
}

/** What is known already; the rest is asked when the work is done. */
function Known({ task, known }: { readonly task: Task; readonly known: Commission }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const day = likelyDay(plan, task, today);
  return (
    <div className={styles.rows}>
      <Row label="Owner">
        <PersonPicker
          label="Owner of the routine"
          people={[...plan.people.values()]}
          value={known.ownerId}
          emptyWord="Asked when done"
          onChange={(ownerId) => editCommission(app, task.id, { ownerId })}
          onCreate={(name) => editCommission(app, task.id, { ownerId: createPersonNamed(app, { name }) })}
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Repeats" tall>
        {known.rule === null ? (
          <Button
            size="sm"
            variant="quiet"
            isDisabled={readOnly}
            onPress={() => editCommission(app, task.id, { rule: "FREQ=WEEKLY" })}
          >
            Say how often
          </Button>
        ) : (
          <RuleField
            rule={known.rule}
            firstRun={day}
            day={day}
            onChange={(rule) => editCommission(app, task.id, { rule })}
          />
        )}
      </Row>
      <Row label="Takes">
        <NumberField
          label="Minutes a run"
          value={known.minutes}
          unit="min"
          units={{ m: 1, h: 60 }}
          max={MAX_RUN_MINUTES}
          step={5}
          clearable
          placeholder="Asked when done"
          onChange={(minutes) => editCommission(app, task.id, { minutes })}
        />
      </Row>
    </div>
  );
}

/** The first run is most likely right after the work. */
function likelyDay(plan: Plan, task: Task, today: Day): Day {
  const from = task.start > today ? task.start : today;
  return calendarTable(plan.roadmap.calendar).onOrAfter(from);
}
