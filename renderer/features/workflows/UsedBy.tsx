import { Circle, Repeat } from "lucide-react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { showRoutine } from "#renderer/commands/routines.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { StatusMark } from "#renderer/ui/Marks.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { ProcedureStanding } from "#shared/domain/procedureStanding.ts";
import { isBlank, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import { nextDue } from "#shared/routines/due.ts";
import styles from "./Rows.module.css";

/** The tasks and routines that are done by it; each name goes there. */
export function UsedBy({ standing: { tasks, routines } }: { readonly standing: ProcedureStanding }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  if (tasks.length + routines.length === 0)
    return (
      <p className={styles.empty}>
        Nothing yet. Choose it as the workflow of a task, in its details, or of a routine.
      </p>
    );
  function showTask(id: string): void {
    showView(app, "outline");
    goTo(app, id);
  }
  return (
    <ul aria-label="Used by">
      {routines.map((routine) => {
        const next = nextDue(routine, today);
        return (
          <li key={routine.id} className={styles.row}>
            <Repeat size={14} className={styles.faint} aria-hidden />
            <button type="button" className={styles.name} onClick={() => showRoutine(app, routine.id)}>
              {isBlank(routine.name) ? "Untitled routine" : routine.name}
            </button>
            <span className={styles.quiet}>
              Routine{next === null ? "" : `, next on ${formatDayNear(next, today)}`}
            </span>
          </li>
        );
      })}
      {tasks.map((task) => (
        <li key={task.id} className={styles.row}>
          {task.status === "not-started" ? (
            <Circle size={14} className={styles.faint} aria-hidden />
          ) : (
            <StatusMark status={task.status} />
          )}
          <button type="button" className={styles.name} onClick={() => showTask(task.id)}>
            {nameOrUntitled(task.name, "task")}
          </button>
          <span className={styles.quiet}>Task, {STATUS_WORDS[task.status].toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
