import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  readonly title: string;
  /** Of the column of words, in pixels. */
  readonly width?: number;
  /** What it is for, with an example, then the first step. */
  readonly children: ReactNode;
}

/** What a screen says while there is nothing on it. */
export function EmptyState({ title, width = 480, children }: EmptyStateProps) {
  return (
    <div className={styles.state} style={{ maxWidth: width }}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
