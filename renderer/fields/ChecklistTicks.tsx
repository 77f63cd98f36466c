import { useState } from "react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { finishRun, reopenRun, tickRun } from "#renderer/commands/procedures.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ProgressLine } from "#renderer/ui/ProgressLine.tsx";
import { openSteps } from "#shared/domain/operations/checklists.ts";
import type { ChecklistRun } from "#shared/domain/procedure.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./ChecklistTicks.module.css";
import { StepTick } from "./StepTick.tsx";

/** A checklist to go through: how far it is, its steps, and the way out. Open steps are never ticked by themselves. */
export function ChecklistTicks({ run }: { readonly run: ChecklistRun }) {
  const app = useApp();
  const done = run.steps.length - openSteps(run).length;
  const isOpen = run.finishedOn === null;
  return (
    <div>
      <ProgressLine label="Steps ticked" done={done} of={run.steps.length} />
      <ul aria-label="Steps to tick" className={styles.steps}>
        {run.steps.map((step) => (
          <StepTick
            key={step.id}
            step={step}
            tick={run.ticked.find(({ stepId }) => stepId === step.id)}
            onTick={isOpen ? (ticked) => tickRun(app, run.id, step.id, ticked) : null}
          />
        ))}
      </ul>
      <Ending run={run} />
    </div>
  );
}

function Ending({ run }: { readonly run: ChecklistRun }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const [isAsking, setAsking] = useState(false);
  if (readOnly) return null;
  if (run.finishedOn !== null)
    return (
      <Button size="sm" variant="quiet" onPress={() => reopenRun(app, run.id)}>
        Reopen
      </Button>
    );
  const open = openSteps(run).length;
  if (isAsking && open > 0)
    return (
      <div className={styles.asking} role="alert">
        <p>
          {count(open, "step")} {open === 1 ? "is" : "are"} still open, and will stay so.
        </p>
        <Button size="sm" onPress={() => finishRun(app, run.id, true)}>
          Finish all the same
        </Button>
        <Button size="sm" variant="quiet" autoFocus onPress={() => setAsking(false)}>
          Go on
        </Button>
      </div>
    );
  return (
    <Button
      size="sm"
      variant={open === 0 ? "primary" : "secondary"}
      onPress={() => (open === 0 ? finishRun(app, run.id, false) : setAsking(true))}
    >
      Finish
    </Button>
  );
}
