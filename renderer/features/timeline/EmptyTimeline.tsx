import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import styles from "./TimelineView.module.css";

interface EmptyTimelineProps {
  readonly stages: readonly OutlineNode[];
  readonly today: Day;
  readonly readOnly: boolean;
  onAddTask?(parentId: Id, start: Day): void;
}

/** What a plan without any dates shows: what to do first, and a way to do it at once. */
export function EmptyTimeline({ stages, today, readOnly, onAddTask }: EmptyTimelineProps) {
  const first = stages[0];
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>Nothing has a date yet</h2>
      <p className={styles.emptyText}>
        {first
          ? "A milestone says what must be true by when; its tasks lead up to it. Add the first ones and they appear here as diamonds and bars that you can drag."
          : "A roadmap starts with its stages. Add one in the outline, then the milestones and tasks in it."}
      </p>
      {first && onAddTask && !readOnly && (
        <button type="button" className={styles.emptyAction} onClick={() => onAddTask(first.item.id, today)}>
          Add the first task
        </button>
      )}
    </div>
  );
}
