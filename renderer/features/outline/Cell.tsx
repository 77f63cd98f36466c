import { AlarmClock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { PersonName, personName } from "#renderer/ui/PersonPicker.tsx";
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import { count, HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";
import styles from "./Cell.module.css";
import type { ColumnId } from "./columns.ts";
import { daysOver, isLate } from "./facts.ts";

interface CellProps {
  readonly node: OutlineNode;
  readonly column: ColumnId;
  readonly people: ReadonlyMap<Id, Person>;
  readonly today: Day;
  /** Whether the column of who answers for it is on screen; if not, owners stand in the doers' column. */
  readonly hasAnswering: boolean;
}

/** What a cell shows while nobody edits it. */
export function Cell(props: CellProps): ReactNode {
  const { node, column, people, today } = props;
  const { item } = node;
  const rolledUp = item.kind === "stage" || node.isGroup;
  switch (column) {
    case "wbs":
      return <span className={styles.wbs}>{node.wbsCode}</span>;
    case "start":
      return item.kind === "milestone" ? null : <DayText day={node.start} muted={rolledUp} />;
    case "finish":
      return <Finish node={node} today={today} muted={rolledUp} />;
    case "days":
      return item.kind === "task" && !node.isGroup ? (
        <span className={styles.number}>{Number(item.durationDays.toFixed(2))}</span>
      ) : null;
    case "status":
      return <State node={node} />;
    case "who":
      return <Doers {...props} />;
    case "accountable":
      return item.kind === "stage" ? null : <OnePerson people={people} id={answeringId(node)} />;
    case "progress":
      return <Progress node={node} muted={item.kind !== "task" || node.isGroup} />;
    case "name":
      return null;
  }
}

export function answeringId(node: OutlineNode): Id | null {
  const { item } = node;
  return item.kind === "task" ? item.accountableId : item.kind === "milestone" ? item.ownerId : null;
}

function DayText({ day, muted }: { readonly day: Day | null; readonly muted: boolean }) {
  return day && <span className={muted ? styles.muted : undefined}>{formatDay(day)}</span>;
}

function Finish({
  node,
  today,
  muted,
}: {
  readonly node: OutlineNode;
  readonly today: Day;
  readonly muted: boolean;
}) {
  const over = daysOver(node);
  if (node.finish === null) return null;
  if (isLate(node, today)) {
    return (
      <span className={styles.warn} title="Late: this date has passed">
        {formatDay(node.finish)}
        <AlarmClock size={13} aria-hidden className={styles.sign} />
        <span className="visually-hidden">, late</span>
      </span>
    );
  }
  const text = `Its tasks end ${count(over, "day")} after this date`;
  return (
    <span className={muted ? styles.muted : styles.day} title={over > 0 ? text : undefined}>
      {formatDay(node.finish)}
      {over > 0 && (
        <>
          <TriangleAlert size={13} aria-hidden className={`${styles.sign} ${styles.warn}`} />
          <span className="visually-hidden">. {text}</span>
        </>
      )}
    </span>
  );
}

function State({ node }: { readonly node: OutlineNode }) {
  const { item } = node;
  if (item.kind === "stage" || node.isGroup) {
    return node.taskCount > 0 ? (
      <span className={styles.muted}>
        {node.doneCount} of {node.taskCount} done
      </span>
    ) : null;
  }
  if (item.kind === "milestone") {
    if (item.reachedOn !== null) return <Word mark={<StatusMark status="done" />} word="Reached" />;
    return (
      <Word
        mark={<HealthMark health={item.health} />}
        word={HEALTH_WORDS[item.health]}
        faint={item.health === "unset"}
      />
    );
  }
  if (item.kind !== "task") return null;
  return (
    <Word word={STATUS_WORDS[item.status]} faint={item.status === "not-started"} tone={styles[item.status]} />
  );
}

interface WordProps {
  readonly word: string;
  readonly mark?: ReactNode;
  readonly faint?: boolean;
  readonly tone?: string | undefined;
}

function Word({ word, mark, faint = false, tone }: WordProps) {
  return (
    <span className={`${styles.word} ${faint ? styles.faint : (tone ?? "")}`}>
      {mark}
      <span className={styles.text}>{word}</span>
    </span>
  );
}

function Doers({ node, people, hasAnswering }: CellProps) {
  const { item } = node;
  if (item.kind === "milestone") return hasAnswering ? null : <OnePerson people={people} id={item.ownerId} />;
  if (item.kind !== "task") return null;
  const doers = item.assignments.flatMap((a) => people.get(a.personId) ?? []);
  const [only] = doers;
  if (!only) return null;
  if (doers.length === 1) return <PersonName person={only} size={18} />;
  const names = doers.map(personName).join(", ");
  return (
    <span className={styles.several} title={names}>
      <span className={styles.stack}>
        {doers.slice(0, 3).map((person) => (
          <Avatar key={person.id} name={person.name} size={18} />
        ))}
      </span>
      <span className={styles.text}>{names}</span>
    </span>
  );
}

function OnePerson({ people, id }: { readonly people: ReadonlyMap<Id, Person>; readonly id: Id | null }) {
  const person = id === null ? undefined : people.get(id);
  return person ? <PersonName person={person} size={18} /> : null;
}

function Progress({ node, muted }: { readonly node: OutlineNode; readonly muted: boolean }) {
  if (node.progressPct === null) return null;
  return (
    <span className={styles.progress} data-muted={muted || undefined}>
      <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect className={styles.track} width="100" height="4" />
        <rect className={styles.fill} width={node.progressPct} height="4" />
      </svg>
      <span className={styles.number}>{node.progressPct}%</span>
    </span>
  );
}
