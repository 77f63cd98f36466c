import { useId } from "react";
import { usePlan } from "#renderer/commands/hooks.ts";
import { OutsideRight } from "#renderer/fields/OutsideRight.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { decisionsOf } from "#shared/domain/decisions.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { TaskLink } from "./TaskLink.tsx";
import styles from "./WhoDecides.module.css";

/** Work about to decide more than whoever has it may, on top of everything else. */
export function Outside() {
  const id = useId();
  const plan = usePlan();
  const { byId } = outlineOf(plan);
  const findings = [...decisionsOf(plan).outside.values()];
  const { shown, more } = useFirst(findings, 20, 50);
  if (findings.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 className={styles.sectionTitle}>
        <span id={id}>Not theirs to decide</span>
        <span className={styles.tally}>{findings.length}</span>
      </h3>
      <ul aria-labelledby={id}>
        {shown.map((finding) => {
          const node = byId.get(finding.taskId);
          return (
            node && (
              <li key={finding.taskId} className={styles.outsideRow}>
                <TaskLink node={node} />
                <OutsideRight finding={finding} />
              </li>
            )
          );
        })}
      </ul>
      {more}
    </section>
  );
}
