import type { ReactNode } from "react";
import styles from "./RoutinePanel.module.css";

/** A label on the left, its value on the right. */
export function PanelRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{children}</span>
    </div>
  );
}
