/** The layout that every kind of details shares: a head, rows of label and value, and sections. */
import { ChevronRight, Ellipsis } from "lucide-react";
import { Fragment, type ReactNode, useId } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Menu, type MenuEntry } from "#renderer/ui/Menu.tsx";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Panel.module.css";

interface HeadProps {
  /** What it is, for instance `Task 2.1.3`. */
  readonly kind: string;
  readonly parent?: OutlineNode | null;
  readonly menu?: readonly MenuEntry[];
  readonly actions?: ReactNode;
}

export function Head({ kind, parent = null, menu = [], actions }: HeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <Path parent={parent} />
        <span className={styles.kind}>{kind}</span>
      </div>
      {actions}
      {menu.length > 0 && (
        <Menu
          label="More"
          entries={menu}
          trigger={
            <IconButton label="More" size="sm">
              <Ellipsis size={16} />
            </IconButton>
          }
        />
      )}
    </header>
  );
}

/** What holds the item, outermost first; each name goes there. */
function Path({ parent }: { readonly parent: OutlineNode | null }) {
  const app = useApp();
  const holders: OutlineNode[] = [];
  for (let up = parent; up; up = up.parent) holders.unshift(up);
  if (holders.length === 0) return null;
  return (
    <nav aria-label="Where it is" className={styles.path}>
      {holders.map(({ item }, index) => (
        <Fragment key={item.id}>
          {index > 0 && <ChevronRight size={12} className={styles.faint} aria-hidden />}
          <button type="button" className={styles.crumb} onClick={() => goTo(app, item.id)}>
            {nameOrUntitled(item.name, item.kind)}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}

interface RowProps {
  readonly label: string;
  readonly children: ReactNode;
  /** The value may take several lines. */
  readonly tall?: boolean;
}

/** A label on the left, its value on the right. */
export function Row({ label, children, tall = false }: RowProps) {
  return (
    <div className={`${styles.row} ${tall ? styles.tall : ""}`}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}

/** A value nobody can set here, because it follows from something else. */
export function Fixed({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <p className={styles.fixed}>
      <span className="visually-hidden">{label}: </span>
      {children}
    </p>
  );
}

interface SectionProps {
  readonly title: string;
  /** A few words behind the title, such as `2 of 5`. */
  readonly tally?: string;
  readonly children: ReactNode;
}

export function Section({ title, tally, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 className={styles.sectionTitle}>
        <span id={id}>{title}</span>
        {tally && <span className={styles.tally}>{tally}</span>}
      </h3>
      {children}
    </section>
  );
}

export function Note({
  tone = "plain",
  children,
}: {
  readonly tone?: "plain" | "danger";
  readonly children: ReactNode;
}) {
  return <p className={`${styles.note} ${tone === "danger" ? styles.danger : ""}`}>{children}</p>;
}
