import { useId } from "react";
import { usePlan } from "#renderer/commands/hooks.ts";
import { OutsideRight } from "#renderer/fields/OutsideRight.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { decisionsOf } from "#shared/domain/decisions.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import styles from "./Handed.module.css";
import { TaskLink } from "./TaskLink.tsx";

/** What somebody is about to decide, or to give away, that lies outside of their right; null: what nobody answers for. */
export function DecisionsOutside({ personId }: { readonly personId: Id | null }) {
  const id = useId();
  const plan = usePlan();
  const { byId } = outlineOf(plan);
  const findings = [...decisionsOf(plan).outside.values()].filter((finding) => finding.personId === personId);
  const { shown, more } = useFirst(findings, 10, 20);
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h4 className={styles.title}>
        <span id={id}>{personId === null ? "Nobody is there to decide" : "Not theirs to decide alone"}</span>
        <span className={styles.hint}>{findings.length}</span>
      </h4>
      <ul aria-labelledby={id}>
        {shown.map((finding) => {
          const node = byId.get(finding.taskId);
          return (
            node && (
              <li key={finding.taskId} className={styles.outside}>
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
