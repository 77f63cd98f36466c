import type { ReactNode } from "react";
import styles from "./Form.module.css";

/** A label and its control in a dialog that records something. */
export function DialogField({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </>
  );
}
