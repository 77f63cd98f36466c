import { OctagonAlert } from "lucide-react";
import { useDocument } from "#renderer/commands/hooks.ts";
import { decisionsOf } from "#shared/domain/decisions.ts";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./DateMarks.module.css";

/** Behind a name: what the task decides lies outside of somebody's right. A row does not know of that by itself. */
export function DecisionMark({ taskId }: { readonly taskId: Id }) {
  const sentence = useDocument(({ plan }) => (plan ? decisionsOf(plan).outside.get(taskId)?.sentence : ""));
  if (!sentence) return null;
  return (
    <span className={`${styles.mark} ${styles.missed}`} title={`Not theirs to decide: ${sentence}`}>
      <OctagonAlert size={12} aria-hidden />
      <span className="visually-hidden">, outside the right: {sentence}</span>
    </span>
  );
}
