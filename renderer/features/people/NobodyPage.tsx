import { ChartGantt } from "lucide-react";
import { showWorkOf } from "#renderer/commands/filter.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { NOBODY } from "#shared/timeline/filter.ts";
import { DecisionsOutside } from "./DecisionsOutside.tsx";
import { namelessWork } from "./lists.ts";
import styles from "./PersonPage.module.css";
import { WorkList } from "./WorkList.tsx";

/** Open work that names nobody. What nobody answers for tends not to happen. */
export function NobodyPage() {
  const app = useApp();
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
        {!none && (
          <Button
            size="sm"
            icon={<ChartGantt size={14} aria-hidden />}
            onPress={() => showWorkOf(app, NOBODY)}
          >
            Show it on the timeline
          </Button>
        )}
      </header>
      <DecisionsOutside personId={null} />
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
