import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { isBlank, minutesWords } from "#shared/domain/words.ts";
import { recurrenceOf, timeOf } from "#shared/routines/due.ts";
import { ruleWords } from "#shared/routines/ruleWords.ts";
import styles from "./WorkList.module.css";

/** What somebody runs again and again, with the time it takes them in a week. */
export function PersonRoutines({ personId }: { readonly personId: Id }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const routines = liveRoutines(plan).filter((routine) => routine.ownerId === personId);
  if (routines.length === 0) return null;
  const minutes = routines.reduce((sum, routine) => sum + timeOf(routine, today).perWeek, 0);
  return (
    <section className={styles.section} aria-label="Runs">
      <h3 className={styles.title}>
        Runs <span className={styles.hint}>{minutesWords(minutes)} a week</span>
      </h3>
      {routines.map((routine) => {
        const recurrence = recurrenceOf(routine);
        return (
          <button
            key={routine.id}
            type="button"
            className={styles.routine}
            onClick={() => {
              app.ui.setState({ routineId: routine.id });
              showView(app, "routines");
            }}
          >
            <span className={styles.routineName}>
              {isBlank(routine.name) ? "Untitled routine" : routine.name}
            </span>
            <span className={styles.hint}>{recurrence ? ruleWords(recurrence) : ""}</span>
            <span className={styles.hint}>{minutesWords(timeOf(routine, today).perWeek)} a week</span>
          </button>
        );
      })}
    </section>
  );
}
