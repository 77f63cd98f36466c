import styles from "./TimelineView.module.css";

/** What a filter shows that lets nothing through: what that means, and the way back. */
export function NothingMatches({ onClear }: { readonly onClear: () => void }) {
  return (
    <div className={`${styles.empty} ${styles.centred}`}>
      <h2 className={styles.emptyTitle}>Nothing matches the filter</h2>
      <p className={styles.emptyText}>
        Items are shown when they fit one of the people, one of the stages and one of the states you chose.
        Remove one above, or show everything again.
      </p>
      <button type="button" className={styles.emptyAction} onClick={onClear}>
        Clear the filter
      </button>
    </div>
  );
}
