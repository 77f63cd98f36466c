import type { ReactNode } from "react";
import styles from "./Rows.module.css";

export function List({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.list} aria-label={title}>
      <h4 className={styles.listTitle}>{title}</h4>
      <ul>{children}</ul>
    </section>
  );
}

interface LinkRowProps {
  readonly name: string;
  readonly about: string;
  /** Null where there is nothing left to open. */
  readonly onOpen: (() => void) | null;
  readonly children?: ReactNode;
}

export function LinkRow({ name, about, onOpen, children }: LinkRowProps) {
  return (
    <li className={styles.row}>
      <span className={styles.rowWords}>
        {onOpen === null ? (
          <span className={styles.rowName}>{name}</span>
        ) : (
          <button type="button" className={styles.link} onClick={onOpen}>
            {name}
          </button>
        )}
        {about !== "" && <span className={styles.quiet}>{about}</span>}
      </span>
      {children}
    </li>
  );
}
