import { Trash2, UserX } from "lucide-react";
import { sayStrategy } from "#renderer/commands/balance.ts";
import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { changeRule, editRoutine, removeRoutine, setRoutineEnd } from "#renderer/commands/routines.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Panel, PanelFields, PanelHead, PanelRow, PanelSection } from "#renderer/ui/Panel.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import { builderOf } from "#shared/domain/commission.ts";
import { gapWords, routineGap } from "#shared/domain/engagement.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { MAX_RUN_MINUTES } from "#shared/domain/routine.ts";
import { routineSteps } from "#shared/domain/routineSteps.ts";
import { isTicked } from "#shared/domain/tick.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { RoutineStanding, RunLine } from "#shared/routines/standing.ts";
import type { RoutineRow } from "./DueNow.tsx";
import own from "./RoutinePanel.module.css";
import { ChooseWorkflow, RoutineWorkflow } from "./RoutineWorkflow.tsx";
import { RulePicker } from "./RulePicker.tsx";
import { RunNow } from "./RunNow.tsx";
import { ComingRuns, History } from "./Runs.tsx";
import { Steps } from "./Steps.tsx";
import { recordWords } from "./words.ts";

/** One routine: what it is, the run at hand, the next runs and what became of the others. */
export function RoutinePanel({ row: { routine, standing } }: { readonly row: RoutineRow }) {
  const app = useApp();
  const run = runAtHand(standing);
  const steps = routineSteps(usePlan(), routine);
  return (
    <Panel kind="Routine" labelWidth={96}>
      <Head routine={routine} />
      <PlanTextField
        look="name"
        label="Name"
        value={routine.name}
        placeholder="Untitled routine"
        save={(name, group) => editRoutine(app, routine.id, { name }, { label: "Rename routine", group })}
      />
      <Fields routine={routine} standing={standing} />
      {run && <RunNow routine={routine} run={run} standing={standing} />}
      <PanelSection title="Steps" hint={run && steps.length > 0 ? tickWords(steps, run) : ""}>
        <RoutineWorkflow routine={routine} run={run} />
        <Steps routine={routine} run={run} />
        <ChooseWorkflow routine={routine} />
      </PanelSection>
      <PanelSection title="Next runs">
        <ComingRuns routine={routine} standing={standing} />
      </PanelSection>
      <PanelSection title="History" hint={recordWords(standing)}>
        <History routine={routine} standing={standing} />
      </PanelSection>
      <PanelSection title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={routine.notes}
          placeholder="Why it is done, and what good looks like"
          save={(notes, group) => editRoutine(app, routine.id, { notes }, { label: "Edit notes", group })}
        />
      </PanelSection>
    </Panel>
  );
}

/** `1 of 4 ticked`: of the run at hand. */
function tickWords(steps: readonly { readonly id: string }[], { run }: RunLine): string {
  const ticked = steps.filter((step) => isTicked(run?.ticked ?? [], step.id)).length;
  return `${ticked} of ${steps.length} ticked`;
}

/** Today's run, else the one that was missed, else the next that is due this week. */
function runAtHand({ today, missed, history, thisWeek }: RoutineStanding): RunLine | null {
  if (today) return today;
  const late = missed && history.find(({ day }) => day === missed.day);
  return late ?? thisWeek[0] ?? null;
}

function Head({ routine }: { readonly routine: Routine }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <PanelHead
      kind="Routine"
      readOnly={readOnly}
      entries={[
        {
          id: "delete",
          label: "Delete to bin",
          icon: <Trash2 size={14} />,
          danger: true,
          onAction: () => removeRoutine(app, routine.id),
        },
      ]}
      onClose={() => app.ui.setState({ routineId: null })}
    />
  );
}

function Fields({ routine, standing }: { readonly routine: Routine; readonly standing: RoutineStanding }) {
  const app = useApp();
  const plan = usePlan();
  const { people } = plan;
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const hasRun = standing.history.some(({ day }) => day < today);
  const builder = builderOf(plan, routine);
  const gap = routineGap(plan.people, routine, today);
  const set = (ownerId: string | null): void =>
    editRoutine(app, routine.id, { ownerId }, { label: "Change owner" });
  return (
    <PanelFields>
      <PanelRow label="Repeats">
        <RulePicker routine={routine} />
      </PanelRow>
      {!hasRun && (
        <PanelRow label="First run">
          <DayField
            label="First run"
            value={routine.firstRun}
            today={today}
            isDisabled={readOnly}
            onChange={(day) => changeRule(app, routine.id, routine.rule, day)}
          />
        </PanelRow>
      )}
      <PanelRow label="Owner">
        <PersonPicker
          label="Owner"
          people={[...people.values()]}
          value={routine.ownerId}
          onChange={set}
          onCreate={(name) => set(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </PanelRow>
      <PanelRow label="Takes">
        <NumberField
          label="Minutes a run"
          value={routine.minutes}
          unit="min"
          units={{ m: 1, h: 60 }}
          max={MAX_RUN_MINUTES}
          step={5}
          onChange={(minutes) =>
            minutes !== null && editRoutine(app, routine.id, { minutes }, { label: "Change minutes" })
          }
        />
      </PanelRow>
      <PanelRow label="Ends after">
        <OptionalDayField
          label="Ends after"
          value={routine.endedOn}
          today={today}
          placeholder="Goes on"
          onChange={(day) => setRoutineEnd(app, routine.id, day)}
        />
      </PanelRow>
      <PanelRow label="Strategy">
        <span className={own.onOff}>
          <Switch
            label="Strategy"
            isOn={routine.isStrategy}
            isDisabled={readOnly}
            hint={routine.isStrategy ? "About where the company goes" : "No, it is execution"}
            onChange={(isStrategy) => sayStrategy(app, [routine.id], isStrategy)}
          />
        </span>
      </PanelRow>
      {gap && (
        <p className={own.gap}>
          <UserX size={14} aria-hidden />
          {gapWords(plan.people, gap)}
        </p>
      )}
      {builder && (
        <PanelRow label="Built by">
          <button type="button" className={own.builder} onClick={() => showInOutline(app, builder.id)}>
            {nameOrUntitled(builder.name, "task")}
          </button>
        </PanelRow>
      )}
    </PanelFields>
  );
}
