import { type ReactNode, useState } from "react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { daysLate, statusOf } from "#shared/domain/standing.ts";
import { HEALTH_WORDS, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import styles from "./ItemList.module.css";
import { ProgressBar } from "./ProgressField.tsx";

interface ItemListProps {
  readonly label: string;
  readonly nodes: readonly OutlineNode[];
  readonly emptyText: string;
  /** What a task's row ends with; its progress unless it says the day. */
  readonly shows?: "progress" | "day";
  /** Rows before the rest is folded away. */
  readonly limit?: number;
}

/** Items to glance at, each a way to go there. */
export function ItemList({ label, nodes, emptyText, shows = "progress", limit = 12 }: ItemListProps) {
  const app = useApp();
  const [all, setAll] = useState(false);
  if (nodes.length === 0) return <p className={styles.empty}>{emptyText}</p>;
  const shown = all ? nodes : nodes.slice(0, limit);
  return (
    <>
      <ul aria-label={label}>
        {shown.map((node) => (
          <li key={node.item.id}>
            <button type="button" className={styles.item} onClick={() => goTo(app, node.item.id)}>
              <Mark node={node} />
              <span className={styles.name}>{nameOrUntitled(node.item.name, node.item.kind)}</span>
              {node.item.kind === "task" && shows === "progress" ? (
                <span className={styles.progress}>
                  <ProgressBar value={node.progressPct ?? 0} />
                  <span className={styles.pct}>{Math.round(node.progressPct ?? 0)}%</span>
                </span>
              ) : (
                <When node={node} />
              )}
            </button>
          </li>
        ))}
      </ul>
      {shown.length < nodes.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show {nodes.length - shown.length} more
        </button>
      )}
    </>
  );
}

function Mark({ node }: { readonly node: OutlineNode }): ReactNode {
  const { item } = node;
  const status = statusOf(node);
  const reached = item.kind === "milestone" && item.reachedOn !== null;
  const words =
    status !== null
      ? STATUS_WORDS[status]
      : item.kind === "milestone"
        ? reached
          ? "Reached"
          : `Health: ${HEALTH_WORDS[item.health]}`
        : "";
  return (
    <span className={styles.mark} title={words}>
      {status !== null ? (
        <StatusMark status={status} />
      ) : reached ? (
        <StatusMark status="done" />
      ) : (
        item.kind === "milestone" && <HealthMark health={item.health} />
      )}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** The day it ends; late ones say so in a word as well as a colour. */
function When({ node }: { readonly node: OutlineNode }) {
  const today = useUi((state) => state.today);
  if (node.finish === null) return null;
  const late = daysLate(node, today) > 0;
  const day = formatDayNear(node.finish, today);
  return <span className={late ? styles.late : styles.day}>{late ? `Late, ${day}` : day}</span>;
}
