import { CircleHelp } from "lucide-react";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { showIssue } from "#renderer/commands/issues.ts";
import { showDecision } from "#renderer/commands/records.ts";
import { decisionName, decisionsTouching } from "#shared/domain/decisionLog.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { Standing } from "./Marks.tsx";
import styles from "./Record.module.css";

/** Open issues about an item and decisions that touch it, each a way there; nothing while there are none. */
export function ItemRecord({ itemId }: { readonly itemId: Id }) {
  const app = useApp();
  const plan = usePlan();
  const issues = issuesOf(plan).byItem.get(itemId) ?? [];
  const decisions = decisionsTouching(plan, itemId);
  if (issues.length + decisions.length === 0) return null;
  return (
    <ul className={styles.ofItem} aria-label="Issues and decisions">
      {issues.map((issue) => (
        <li key={issue.id}>
          <button type="button" className={styles.ofItemLine} onClick={() => showIssue(app, issue.id)}>
            <span className={styles.standing}>
              <CircleHelp size={14} className={styles.warn} aria-hidden />
              To solve
            </span>
            <span className={styles.ofItemName}>{issueName(issue)}</span>
          </button>
        </li>
      ))}
      {decisions.map((decision) => (
        <li key={decision.id}>
          <button type="button" className={styles.ofItemLine} onClick={() => showDecision(app, decision.id)}>
            <Standing decision={decision} />
            <span className={styles.ofItemName}>{decisionName(decision)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
