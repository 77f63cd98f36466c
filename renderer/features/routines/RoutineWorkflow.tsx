import { ArrowUpRight } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import {
  addProcedureFor,
  makeProcedureOf,
  setProcedureOf,
  showProcedure,
} from "#renderer/commands/procedures.ts";
import { setStepTicked } from "#renderer/commands/routines.ts";
import { StepTick } from "#renderer/fields/StepTick.tsx";
import { WorkflowPicker } from "#renderer/fields/WorkflowPicker.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import type { Routine } from "#shared/domain/routine.ts";
import type { RunLine } from "#shared/routines/standing.ts";
import styles from "./RoutineWorkflow.module.css";

interface RoutineWorkflowProps {
  readonly routine: Routine;
  readonly run: RunLine | null;
}

/** The workflow a routine is done by, with its steps to tick in the run at hand, before the routine's own. */
export function RoutineWorkflow({ routine, run }: RoutineWorkflowProps) {
  const app = useApp();
  const { procedures } = usePlan();
  const procedure = routine.procedureId === null ? undefined : procedures.get(routine.procedureId);
  if (!procedure) return null;
  return (
    <>
      <div className={styles.head}>
        <WorkflowPicker
          value={procedure.id}
          onChange={(id) => setProcedureOf(app, "routine", routine.id, id)}
          onCreate={(name) => addProcedureFor(app, "routine", routine.id, name)}
        />
        {procedure.deletedAt === null && (
          <IconButton label="Show the workflow" size="sm" onPress={() => showProcedure(app, procedure.id)}>
            <ArrowUpRight size={14} />
          </IconButton>
        )}
      </div>
      <ul aria-label="Steps of the workflow" className={styles.steps}>
        {procedure.steps.map((step) => (
          <StepTick
            key={step.id}
            step={step}
            tick={run?.run?.ticked.find(({ stepId }) => stepId === step.id)}
            onTick={run ? (ticked) => setStepTicked(app, routine.id, run.day, step.id, ticked) : null}
          />
        ))}
      </ul>
    </>
  );
}

/** Stands below a routine's own steps while it follows no workflow. */
export function ChooseWorkflow({ routine }: { readonly routine: Routine }) {
  const app = useApp();
  const readOnly = useReadOnly();
  if (routine.procedureId !== null || readOnly) return null;
  return (
    <div className={styles.choose}>
      <WorkflowPicker
        value={null}
        emptyWord="Follow a workflow…"
        onChange={(id) => setProcedureOf(app, "routine", routine.id, id)}
        onCreate={(name) => addProcedureFor(app, "routine", routine.id, name)}
      />
      {routine.steps.length > 1 && (
        <Button size="sm" variant="quiet" onPress={() => makeProcedureOf(app, "routine", routine.id)}>
          Make a workflow of this
        </Button>
      )}
    </div>
  );
}
