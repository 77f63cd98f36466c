import { Gavel, OctagonAlert } from "lucide-react";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { editMatter } from "#renderer/commands/whoDecides.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { decisionFinding, ifHanded } from "#shared/domain/decisions.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { DecisionLevel, Handover } from "#shared/domain/handover.ts";
import { levelLabel } from "#shared/domain/handoverWords.ts";
import { moneyWords } from "#shared/domain/money.ts";
import { type HandingFix, handingFixes } from "#shared/domain/operations/decisionFixes.ts";
import type { Task } from "#shared/domain/task.ts";
import styles from "./HandingCheck.module.css";

interface HandingCheckProps {
  readonly task: Task;
  readonly next: Pick<Handover, "byId" | "toId" | "level">;
  readonly onLevel: (level: DecisionLevel) => void;
  readonly onTo: (toId: Id) => void;
}

/** Before work is handed over: whether the receiver would decide more than anybody may give them. */
export function HandingCheck({ task, next, onLevel, onTo }: HandingCheckProps) {
  const app = useApp();
  const plan = usePlan();
  const right = plan.decisionRights.get(task.decisionRightId ?? "");
  if (!right || right.deletedAt !== null) return null;
  const finding = decisionFinding(plan, right, ifHanded(task, next));
  if (!finding)
    return (
      <p className={styles.fine}>
        <Gavel size={14} aria-hidden />
        Inside what may be decided about {matterName(right)}.
      </p>
    );
  function take(fix: HandingFix): void {
    if (fix.kind === "level") onLevel(fix.level);
    else if (fix.kind === "to") onTo(fix.toId);
    else if (right) editMatter(app, right.id, { ceiling: fix.to }, { label: "Raise the limit" });
  }
  function label(fix: HandingFix): string {
    if (fix.kind === "level") return `“${levelLabel(fix.level)}”`;
    if (fix.kind === "raise-ceiling")
      return `Raise the limit to ${moneyWords(fix.to, plan.roadmap.currency)}`;
    const person = plan.people.get(fix.toId);
    return `Hand it to ${person ? personName(person) : "them"}`;
  }
  return (
    <fieldset className={styles.box} aria-label="Not theirs to decide">
      <p className={styles.sentence} role="status">
        <OctagonAlert size={14} aria-hidden />
        <span>{finding.sentence}</span>
      </p>
      <span className={styles.ways}>
        {handingFixes(plan, right, task, next).map((fix) => (
          <Button key={label(fix)} size="sm" onPress={() => take(fix)}>
            {label(fix)}
          </Button>
        ))}
      </span>
    </fieldset>
  );
}
