import { Ellipsis, X } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { IconButton } from "./Button.tsx";
import { Menu, type MenuEntry } from "./Menu.tsx";
import styles from "./Panel.module.css";

interface PanelProps {
  /** `Routine`: what it shows one of. */
  readonly kind: string;
  /** Of the column of labels, in pixels. */
  readonly labelWidth: number;
  readonly children: ReactNode;
}

/** One row of a list, beside it. */
export function Panel({ kind, labelWidth, children }: PanelProps) {
  const style = { "--label": `${labelWidth}px` } as CSSProperties;
  return (
    <aside className={styles.panel} style={style} aria-label={kind}>
      {children}
    </aside>
  );
}

interface PanelHeadProps {
  readonly kind: string;
  readonly entries: readonly MenuEntry[];
  readonly readOnly: boolean;
  readonly onClose: (() => void) | undefined;
}

export function PanelHead({ kind, entries, readOnly, onClose }: PanelHeadProps) {
  return (
    <header className={styles.head}>
      <span className={styles.kind}>{kind}</span>
      {!readOnly && (
        <Menu
          label="More"
          trigger={
            <IconButton label="More" size="sm">
              <Ellipsis size={16} />
            </IconButton>
          }
          entries={entries}
        />
      )}
      {onClose && (
        <IconButton label="Close" size="sm" onPress={onClose}>
          <X size={16} />
        </IconButton>
      )}
    </header>
  );
}

export function PanelFields({ children }: { readonly children: ReactNode }) {
  return <div className={styles.fields}>{children}</div>;
}

/** A label on the left, its value on the right. */
export function PanelRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}

interface PanelSectionProps {
  readonly title: string;
  readonly hint?: string | number;
  readonly children: ReactNode;
}

export function PanelSection({ title, hint = "", children }: PanelSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>
        <span>{title}</span>
        {hint !== "" && <span className={styles.hint}>{hint}</span>}
      </h3>
      {children}
    </section>
  );
}
