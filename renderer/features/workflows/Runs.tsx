import { CircleCheck, CircleDot, Repeat } from "lucide-react";
import { useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showChecklist } from "#renderer/commands/procedures.ts";
import { showRoutine } from "#renderer/commands/routines.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { ProgressLine } from "#renderer/ui/ProgressLine.tsx";
import { type Day, formatDay, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { openSteps } from "#shared/domain/operations/checklists.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ChecklistRun, Procedure } from "#shared/domain/procedure.ts";
import type { ProcedureStanding, Run } from "#shared/domain/procedureStanding.ts";
import { isTicked, type Tick } from "#shared/domain/tick.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Rows.module.css";

/** Checklists that are not finished: a click goes on with one. */
export function UnderWay({ runs }: { readonly runs: readonly ChecklistRun[] }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  if (runs.length === 0) return null;
  return (
    <section className={styles.underWay} aria-label="Under way">
      {runs.map((run) => {
        const done = run.steps.length - openSteps(run).length;
        return (
          <button
            key={run.id}
            type="button"
            className={styles.card}
            onClick={() => showChecklist(app, run.procedureId, run.id)}
          >
            <span className={styles.cardHead}>
              <CircleDot size={14} className={styles.open} aria-hidden />
              <span className={styles.cardName}>{purposeOf(plan, run)}</span>
              <span className={styles.quiet}>
                {done} of {run.steps.length} · since {formatDayNear(run.startedOn, today)}
              </span>
            </span>
            <ProgressLine label="Steps ticked" done={done} of={run.steps.length} />
          </button>
        );
      })}
    </section>
  );
}

/** What a checklist is for: its task, the first line of its note, or just a checklist. */
function purposeOf({ tasks }: Plan, { taskId, note }: ChecklistRun): string {
  const task = taskId === null ? undefined : tasks.get(taskId);
  const line = note.split("\n")[0] ?? "";
  if (task) return `For “${nameOrUntitled(task.name, "task")}”`;
  return isBlank(line) ? "Checklist under way" : line;
}

const SHOWN = 10;

interface RunsProps {
  readonly procedure: Procedure;
  readonly standing: ProcedureStanding;
}

/** Every time it was gone through, the latest first, with who ticked it. */
export function Runs({ procedure, standing }: RunsProps) {
  const [isWhole, setWhole] = useState(false);
  const past = standing.runs.filter((run) => run.kind === "routine" || run.run.finishedOn !== null);
  if (past.length === 0)
    return (
      <p className={styles.empty}>None finished yet. Each leaves a line here: who ticked what, and when.</p>
    );
  const shown = isWhole ? past : past.slice(0, SHOWN);
  return (
    <>
      <ul aria-label="Runs">
        {shown.map((run) => (
          <RunRow key={run.run.id} procedure={procedure} run={run} />
        ))}
      </ul>
      {shown.length < past.length && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(true)}>
          Show all {past.length}
        </Button>
      )}
    </>
  );
}

function RunRow({ procedure, run }: { readonly procedure: Procedure; readonly run: Run }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  function show(): void {
    if (run.kind === "checklist") showChecklist(app, procedure.id, run.run.id);
    else showRoutine(app, run.routine.id);
  }
  const Icon = run.kind === "checklist" ? CircleCheck : Repeat;
  return (
    <li className={styles.row}>
      <Icon size={14} className={run.kind === "checklist" ? styles.good : styles.faint} aria-hidden />
      <button type="button" className={styles.name} onClick={show}>
        {formatDay(run.on, "weekdayYear")}
      </button>
      <span className={styles.quiet}>
        {[...factsOf(plan, procedure, run, today)].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

function* factsOf(plan: Plan, procedure: Procedure, run: Run, today: Day): Iterable<string> {
  if (run.kind === "routine") {
    const { steps } = procedure;
    const ticked = steps.filter(({ id }) => isTicked(run.run.ticked, id)).length;
    yield isBlank(run.routine.name) ? "Untitled routine" : run.routine.name;
    yield `${ticked} of ${steps.length} ticked`;
  } else {
    const { taskId, note, steps, startedOn } = run.run;
    const done = steps.length - openSteps(run.run).length;
    if (taskId !== null || !isBlank(note)) yield purposeOf(plan, run.run);
    yield done === steps.length ? `All ${steps.length} ticked` : `${done} of ${steps.length} ticked`;
    if (startedOn !== run.on) yield `since ${formatDayNear(startedOn, today)}`;
  }
  yield whoDid(plan, run.run.ticked, run.kind === "routine" ? run.run.doneById : null);
}

function whoDid({ people }: Plan, ticks: readonly Tick[], doneById: Id | null): string {
  const ids = new Set([...ticks.flatMap(({ byId }) => byId ?? []), ...(doneById === null ? [] : [doneById])]);
  return [...ids]
    .flatMap((id) => people.get(id) ?? [])
    .map(personName)
    .join(", ");
}
