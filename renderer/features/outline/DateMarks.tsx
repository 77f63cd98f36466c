import { Flag, Pin } from "lucide-react";
import type { Day } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import styles from "./DateMarks.module.css";

interface DateMarksProps {
  readonly node: OutlineNode;
  readonly today: Day;
  /** The column of promises tells of missed ones itself. */
  readonly hasPromises: boolean;
}

/** Behind a name: pinned dates, and a promise that is missed. */
export function DateMarks({ node, today, hasPromises }: DateMarksProps) {
  const { item } = node;
  if (item.kind === "stage" || node.isGroup) return null;
  const promise = hasPromises || item.deadline === null ? null : promiseOf(node, today);
  return (
    <>
      {item.isPinned && (
        <span className={styles.mark} title="Pinned: links and calendars do not move it">
          <Pin size={12} aria-hidden />
          <span className="visually-hidden">, pinned</span>
        </span>
      )}
      {promise?.isMissed && (
        <span className={`${styles.mark} ${styles.missed}`} title={`Promise missed: ${promise.words}`}>
          <Flag size={12} aria-hidden />
          <span className="visually-hidden">, promise missed: {promise.words}</span>
        </span>
      )}
    </>
  );
}
