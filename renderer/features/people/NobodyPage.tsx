import { usePlan } from "#renderer/commands/hooks.ts";
import { namelessWork } from "./lists.ts";
import styles from "./PersonPage.module.css";
import { WorkList } from "./WorkList.tsx";

/** Open work that names nobody. What nobody answers for tends not to happen. */
export function NobodyPage() {
  const { undone, unanswered, unowned } = namelessWork(usePlan());
  const none = undone.length + unanswered.length + unowned.length === 0;
  return (
    <article className={styles.page} aria-label="Nobody yet">
      <header>
        <h3 className={styles.removedName}>Nobody yet</h3>
        <p className={styles.about}>
          {none
            ? "Every open task has somebody who does it and somebody who answers for it, and every milestone an owner."
            : "Open work with a name missing. Choose one and say who takes it."}
        </p>
      </header>
      {!none && (
        <>
          <WorkList
            title="Nobody answers for it"
            nodes={unanswered}
            emptyText="Every open task has somebody."
          />
          <WorkList title="Nobody does it" nodes={undone} emptyText="Every open task has somebody." />
          <WorkList
            title="Nobody owns it"
            hint="milestones"
            nodes={unowned}
            emptyText="Every milestone has an owner."
          />
        </>
      )}
    </article>
  );
}
