import { CalendarOff, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { absenceAcross, absenceWords } from "#shared/domain/absences.ts";
import { formatDayNear } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Absence, Person } from "#shared/domain/person.ts";
import { daysLate, statusOf } from "#shared/domain/standing.ts";
import { count, HEALTH_WORDS, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import { groupByWhen } from "./lists.ts";
import styles from "./WorkList.module.css";

interface WorkListProps {
  readonly title: string;
  readonly hint?: string;
  readonly nodes: readonly OutlineNode[];
  readonly emptyText: string;
  /** Whoever does it: rows that run into their days off say so. */
  readonly doer?: Person;
}

const GROUPS = [
  { key: "now", title: "Now" },
  { key: "soon", title: "Next 30 days" },
  { key: "later", title: "Later" },
  { key: "done", title: "Done" },
] as const;

/** One part of somebody's list, in the order they get to it; what is done is folded away. */
export function WorkList({ title, hint, nodes, emptyText, doer }: WorkListProps) {
  const id = useId();
  const today = useUi((state) => state.today);
  const groups = groupByWhen(nodes, today);
  const open = nodes.length - groups.done.length;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h4 className={styles.title}>
        <span id={id}>{title}</span>
        <span className={styles.hint}>
          {[hint, nodes.length > 0 ? `${open} open` : ""].filter(Boolean).join(" · ")}
        </span>
      </h4>
      {nodes.length === 0 && <p className={styles.empty}>{emptyText}</p>}
      {GROUPS.map(({ key, title: groupTitle }) => (
        <WorkGroup key={key} title={groupTitle} nodes={groups[key]} folded={key === "done"} doer={doer} />
      ))}
    </section>
  );
}

interface WorkGroupProps {
  readonly title: string;
  readonly nodes: readonly OutlineNode[];
  readonly folded: boolean;
  readonly doer: Person | undefined;
}

/** Rows before the rest waits behind a button: nobody reads more at once. */
const LIMIT = 40;

function WorkGroup({ title, nodes, folded, doer }: WorkGroupProps) {
  const [open, setOpen] = useState(!folded);
  const [all, setAll] = useState(false);
  if (nodes.length === 0) return null;
  const shown = all ? nodes : nodes.slice(0, LIMIT);
  return (
    <div>
      <button type="button" className={styles.group} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={14} className={styles.chevron} aria-hidden />
        {title}
        <span className={styles.hint}>{nodes.length}</span>
      </button>
      {open && (
        <ul aria-label={title}>
          {shown.map((node) => (
            <WorkRow key={node.item.id} node={node} doer={folded ? undefined : doer} />
          ))}
        </ul>
      )}
      {open && shown.length < nodes.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show {nodes.length - shown.length} more
        </button>
      )}
    </div>
  );
}

interface WorkRowProps {
  readonly node: OutlineNode;
  readonly doer: Person | undefined;
}

function WorkRow({ node, doer }: WorkRowProps) {
  const app = useApp();
  const { item } = node;
  const holder = node.parent?.item;
  const away = doer ? absenceAcross(doer, node.start, node.finish) : null;
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        onClick={() => {
          goTo(app, item.id);
          showView(app, "outline");
        }}
      >
        <State node={node} />
        <span className={styles.named}>
          <span className={styles.name}>{nameOrUntitled(item.name, item.kind)}</span>
          {away && <Away absence={away} />}
        </span>
        <span className={styles.holder}>{holder && nameOrUntitled(holder.name, holder.kind)}</span>
        <span className={styles.progress}>
          {item.kind === "task" && `${Math.round(node.progressPct ?? 0)}%`}
        </span>
        <When node={node} />
      </button>
    </li>
  );
}

/** Their days off fall into it. */
function Away({ absence }: { readonly absence: Absence }) {
  const words = `Away meanwhile: ${absenceWords(absence)}`;
  return (
    <span className={styles.away} title={words}>
      <CalendarOff size={13} aria-hidden />
      <span className="visually-hidden">. {words}</span>
    </span>
  );
}

function State({ node }: { readonly node: OutlineNode }) {
  const { item } = node;
  const status = item.kind === "milestone" && item.reachedOn !== null ? "done" : statusOf(node);
  const health = item.kind === "milestone" ? item.health : "unset";
  const words =
    item.kind === "milestone"
      ? item.reachedOn !== null
        ? "Reached"
        : `Health: ${HEALTH_WORDS[health]}`
      : STATUS_WORDS[status ?? "not-started"];
  return (
    <span className={styles.state} title={words}>
      {status ? <StatusMark status={status} /> : <HealthMark health={health} />}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

function When({ node }: { readonly node: OutlineNode }) {
  const today = useUi((state) => state.today);
  if (node.finish === null) return <span className={styles.when} />;
  const late = daysLate(node, today);
  return (
    <span className={styles.when}>
      {late > 0 && <span className={styles.late}>{count(late, "day")} late</span>}
      <span>{formatDayNear(node.finish, today)}</span>
    </span>
  );
}
