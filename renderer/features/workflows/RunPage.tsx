import { ChevronLeft, Ellipsis, Trash2 } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { discardRun, noteRunOf, showProcedure } from "#renderer/commands/procedures.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { ChecklistTicks } from "#renderer/fields/ChecklistTicks.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { formatDay } from "#shared/domain/day.ts";
import { openSteps } from "#shared/domain/operations/checklists.ts";
import type { ChecklistRun, Procedure } from "#shared/domain/procedure.ts";
import { procedureName } from "#shared/domain/procedureStanding.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./RunPage.module.css";

interface RunPageProps {
  readonly procedure: Procedure;
  readonly run: ChecklistRun;
}

/** One checklist, and nothing else: what is left to tick, for what, and who ticked the rest. */
export function RunPage({ procedure, run }: RunPageProps) {
  const app = useApp();
  const plan = usePlan();
  const task = run.taskId === null ? undefined : plan.tasks.get(run.taskId);
  const done = run.steps.length - openSteps(run).length;
  function showTask(id: string): void {
    showView(app, "outline");
    goTo(app, id);
  }
  return (
    <article className={styles.page} aria-label={`Checklist of ${procedureName(procedure)}`}>
      <header className={styles.head}>
        <button type="button" className={styles.back} onClick={() => showProcedure(app, procedure.id)}>
          <ChevronLeft size={14} aria-hidden />
          The workflow
        </button>
        <RunMenu run={run} />
      </header>
      <h3 className={styles.title}>{procedureName(procedure)}</h3>
      <p className={styles.about}>
        {`${done} of ${run.steps.length} ticked · begun ${formatDay(run.startedOn)}`}
        {run.finishedOn !== null && ` · finished ${formatDay(run.finishedOn)}`}
        {task && (
          <>
            {" · for "}
            <button type="button" className={styles.task} onClick={() => showTask(task.id)}>
              {nameOrUntitled(task.name, "task")}
            </button>
          </>
        )}
      </p>
      <div className={styles.note}>
        <PlanTextField
          look="sentence"
          label="Note on this time"
          value={run.note}
          placeholder="For whom, or what is different this time"
          save={(note, group) => noteRunOf(app, run.id, note, group)}
        />
      </div>
      <ChecklistTicks run={run} />
    </article>
  );
}

function RunMenu({ run }: { readonly run: ChecklistRun }) {
  const app = useApp();
  const readOnly = useReadOnly();
  if (readOnly) return null;
  return (
    <Menu
      label="More"
      trigger={
        <IconButton label="More">
          <Ellipsis size={16} />
        </IconButton>
      }
      entries={[
        {
          id: "discard",
          label: "Discard this checklist",
          icon: <Trash2 size={14} />,
          danger: true,
          onAction: () => discardRun(app, run.id),
        },
      ]}
    />
  );
}
