import { ArrowUpRight } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import {
  addProcedureFor,
  makeProcedureOf,
  setProcedureOf,
  showChecklist,
  showProcedure,
  startRun,
} from "#renderer/commands/procedures.ts";
import { ChecklistTicks } from "#renderer/fields/ChecklistTicks.tsx";
import { WorkflowPicker } from "#renderer/fields/WorkflowPicker.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { formatDay } from "#shared/domain/day.ts";
import { openSteps } from "#shared/domain/operations/checklists.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ChecklistRun } from "#shared/domain/procedure.ts";
import type { Task } from "#shared/domain/task.ts";
import { Note, Section } from "./Panel.tsx";
import styles from "./TaskWorkflow.module.css";

/** Stands below a checklist while nothing else says how the task is done. */
export function ChooseWorkflow({ task }: { readonly task: Task }) {
  const app = useApp();
  const readOnly = useReadOnly();
  if (task.procedureId !== null || readOnly) return null;
  return (
    <div className={styles.choose}>
      <WorkflowPicker
        value={null}
        emptyWord="Follow a workflow…"
        onChange={(id) => setProcedureOf(app, "task", task.id, id)}
        onCreate={(name) => addProcedureFor(app, "task", task.id, name)}
      />
      {task.checklist.length > 1 && (
        <Button size="sm" variant="quiet" onPress={() => makeProcedureOf(app, "task", task.id)}>
          Make a workflow of this
        </Button>
      )}
    </div>
  );
}

/** The workflow a task is done by: started as a checklist and ticked here. Nothing until it has one. */
export function TaskWorkflow({ task }: { readonly task: Task }) {
  const app = useApp();
  const plan = usePlan();
  const procedure = task.procedureId === null ? undefined : plan.procedures.get(task.procedureId);
  const runs = runsFor(plan, task.id);
  if (!procedure && runs.length === 0) return null;
  const open = runs.find(({ finishedOn }) => finishedOn === null);
  const shown = open ?? runs[0];
  const tally = shown
    ? `${shown.steps.length - openSteps(shown).length} of ${shown.steps.length}`
    : undefined;
  return (
    <Section title="Workflow" {...(tally !== undefined ? { tally } : {})}>
      <div className={styles.head}>
        <WorkflowPicker
          value={task.procedureId}
          emptyWord="Follow a workflow…"
          onChange={(id) => setProcedureOf(app, "task", task.id, id)}
          onCreate={(name) => addProcedureFor(app, "task", task.id, name)}
        />
        {procedure && procedure.deletedAt === null && (
          <IconButton label="Show the workflow" size="sm" onPress={() => showProcedure(app, procedure.id)}>
            <ArrowUpRight size={14} />
          </IconButton>
        )}
      </div>
      {open ? (
        <div className={styles.run}>
          <ChecklistTicks run={open} />
        </div>
      ) : (
        <>
          {runs[0] && <Finished run={runs[0]} />}
          {procedure && <Start task={task} hasRun={runs.length > 0} />}
        </>
      )}
    </Section>
  );
}

function Start({ task, hasRun }: { readonly task: Task; readonly hasRun: boolean }) {
  const app = useApp();
  const { procedures } = usePlan();
  const readOnly = useReadOnly();
  const procedure = procedures.get(task.procedureId ?? "");
  if (!procedure || readOnly) return null;
  if (procedure.steps.length === 0) return <Note>This workflow has no steps yet.</Note>;
  return (
    <div className={styles.start}>
      <Button
        size="sm"
        variant={hasRun ? "quiet" : "secondary"}
        onPress={() => startRun(app, procedure.id, task.id)}
      >
        {hasRun ? "Start it once more" : "Start checklist"}
      </Button>
    </div>
  );
}

function Finished({ run }: { readonly run: ChecklistRun }) {
  const app = useApp();
  const left = openSteps(run).length;
  return (
    <p className={styles.finished}>
      <button
        type="button"
        className={styles.link}
        onClick={() => showChecklist(app, run.procedureId, run.id)}
      >
        Finished {formatDay(run.finishedOn ?? run.startedOn)}
      </button>
      {left > 0 && `, ${left} left open`}
    </p>
  );
}

/** The checklists of a task, those under way first and then the latest. */
function runsFor(plan: Plan, taskId: string): readonly ChecklistRun[] {
  const runs = [...plan.checklistRuns.values()].filter((run) => run.taskId === taskId);
  const rank = (run: ChecklistRun): string => run.finishedOn ?? "9";
  return runs.sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
