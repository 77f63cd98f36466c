import { OctagonAlert } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { takeWayOut } from "#renderer/commands/whoDecides.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { DecisionFinding } from "#shared/domain/decisions.ts";
import { decisionFixes, fixLabel } from "#shared/domain/operations/decisionFixes.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./OutsideRight.module.css";

/** What is outside of somebody's right, in a sentence, with a button for each way out. */
export function OutsideRight({ finding }: { readonly finding: DecisionFinding }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const task = nameOrUntitled(plan.tasks.get(finding.taskId)?.name ?? "", "task");
  return (
    <fieldset className={styles.box} aria-label={`Not theirs to decide: ${task}`}>
      <p className={styles.sentence}>
        <OctagonAlert size={14} aria-hidden className={styles.mark} />
        <span>{finding.sentence}</span>
      </p>
      {!readOnly && (
        <span className={styles.ways}>
          {decisionFixes(plan, finding).map((fix) => {
            const label = fixLabel(plan, fix);
            return (
              <Button
                key={label}
                size="sm"
                aria-label={`${label}: ${task}`}
                onPress={() => takeWayOut(app, finding, fix)}
              >
                {label}
              </Button>
            );
          })}
        </span>
      )}
    </fieldset>
  );
}
