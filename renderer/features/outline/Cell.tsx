import { AlarmClock, Flag, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useDocument } from "#renderer/commands/hooks.ts";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { MovedBy } from "#renderer/ui/MovedBy.tsx";
import { PersonName, personName } from "#renderer/ui/PersonPicker.tsx";
import type { Moved } from "#shared/domain/compareWords.ts";
import { type Day, formatDay, formatDayNear } from "#shared/domain/day.ts";
import { daysWaited, handedIn } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { waitWords } from "#shared/domain/handoverWords.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import { count, HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";
import styles from "./Cell.module.css";
import type { ColumnId } from "./columns.ts";
import { daysOver, isLate } from "./facts.ts";

interface CellProps {
  readonly node: OutlineNode;
  readonly column: ColumnId;
  readonly moved: Moved | null;
  readonly movedWords: string;
  readonly people: ReadonlyMap<Id, Person>;
  readonly today: Day;
  /** Whether the column of who answers for it is on screen; if not, owners stand in the doers' column. */
  readonly hasAnswering: boolean;
  /** Room for initials only. */
  readonly isCompact: boolean;
}

/** What a cell shows while nobody edits it. */
export function Cell(props: CellProps): ReactNode {
  const { node, column, today } = props;
  const { item } = node;
  const rolledUp = item.kind === "stage" || node.isGroup;
  switch (column) {
    case "wbs":
      return <span className={styles.wbs}>{node.wbsCode}</span>;
    case "start":
      return item.kind === "milestone" ? null : <DayText day={node.start} today={today} muted={rolledUp} />;
    case "finish":
      return <Finish node={node} today={today} muted={rolledUp} />;
    case "moved":
      return props.moved !== null ? (
        <span className={styles.number}>
          <MovedBy moved={props.moved} words={props.movedWords} />
        </span>
      ) : null;
    case "promised":
      return <Promised node={node} today={today} />;
    case "days":
      return node.days !== null && <span className={styles.number}>{Number(node.days.toFixed(2))}</span>;
    case "status":
      return <State node={node} />;
    case "who":
      return <Doers {...props} />;
    case "accountable":
      return <Answering {...props} />;
    case "waiting":
      return <WaitingOn {...props} />;
    case "serves":
      return <Serves node={node} />;
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

interface DayTextProps {
  readonly day: Day | null;
  readonly today: Day;
  readonly muted: boolean;
}

function DayText({ day, today, muted }: DayTextProps) {
  return (
    day && (
      <span className={muted ? styles.muted : undefined} title={formatDay(day, "long")}>
        {formatDayNear(day, today)}
      </span>
    )
  );
}

interface FinishProps {
  readonly node: OutlineNode;
  readonly today: Day;
  readonly muted: boolean;
}

/** A date that has passed shows so by colour, sign and word; so does one that its own tasks overrun. */
function Finish({ node, today, muted }: FinishProps) {
  if (node.finish === null) return null;
  const late = isLate(node, today);
  const over = daysOver(node);
  const notes = [
    ...(late ? ["Late: this date has passed"] : []),
    ...(over > 0 ? [`Its tasks end ${count(over, "day")} after this date`] : []),
  ].join(". ");
  const Sign = late ? AlarmClock : TriangleAlert;
  return (
    <span
      className={late ? styles.late : muted ? styles.muted : styles.day}
      title={notes || formatDay(node.finish, "long")}
    >
      {formatDayNear(node.finish, today)}
      {notes !== "" && (
        <>
          <Sign size={13} aria-hidden className={styles.sign} />
          <span className="visually-hidden">. {notes}</span>
        </>
      )}
    </span>
  );
}

/** A promise that will not be kept, or was not, says so by colour, sign and word. */
function Promised({ node, today }: Pick<CellProps, "node" | "today">) {
  const promise = promiseOf(node, today);
  if (!promise) return null;
  const { deadline, isMissed, words } = promise;
  return (
    <span className={isMissed ? styles.late : styles.day} title={`${formatDay(deadline, "long")}: ${words}`}>
      {formatDayNear(deadline, today)}
      {isMissed && (
        <>
          <Flag size={13} aria-hidden className={styles.sign} />
          <span className="visually-hidden">. Missed: {words}</span>
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

function Doers({ node, people, hasAnswering, isCompact }: CellProps) {
  const { item } = node;
  if (item.kind === "stage" || (item.kind === "milestone" && hasAnswering)) return null;
  const ids = item.kind === "task" ? item.assignments.map((a) => a.personId) : [item.ownerId ?? ""];
  return <PeopleNames people={ids.flatMap((id) => people.get(id) ?? [])} isCompact={isCompact} />;
}

function Answering({ node, people, isCompact }: CellProps) {
  const person = people.get(answeringId(node) ?? "");
  return <PeopleNames people={person ? [person] : []} isCompact={isCompact} />;
}

/** Whoever it was handed to last, and for how many days by now. */
function WaitingOn({ node, people, today }: CellProps) {
  const handed = handedIn(node);
  const person = people.get(handed?.handover.toId ?? "");
  if (!handed || !person) return null;
  const days = daysWaited(handed, today);
  return (
    <span
      className={styles.owed}
      title={`${personName(person)} has it since ${formatDay(handed.handover.on)}`}
    >
      <span className={styles.text}>{shortName(person)}</span>
      <span className={styles.since}>{waitWords(days)}</span>
    </span>
  );
}

/** The sentence of the vision that a milestone serves. */
function Serves({ node: { item } }: Pick<CellProps, "node">) {
  const visionLines = useDocument((state) => state.plan?.roadmap.visionLines);
  const line = item.kind === "milestone" && visionLines?.find(({ id }) => id === item.visionLineId);
  return line ? (
    <span className={styles.text} title={line.text}>
      {line.text}
    </span>
  ) : null;
}

const FACES = 2;

function PeopleNames({
  people,
  isCompact,
}: {
  readonly people: readonly Person[];
  readonly isCompact: boolean;
}) {
  const [only] = people;
  if (!only) return null;
  if (people.length === 1 && !isCompact) return <PersonName person={only} size={18} />;
  return (
    <span className={styles.several} title={people.map(personName).join(", ")}>
      <span className={styles.faces}>
        {people.slice(0, FACES).map((person) => (
          <Avatar key={person.id} name={person.name} size={18} />
        ))}
        {isCompact && people.length > FACES && (
          <span aria-hidden className={styles.more}>
            +{people.length - FACES}
          </span>
        )}
      </span>
      <span className={isCompact ? "visually-hidden" : styles.text}>{people.map(shortName).join(", ")}</span>
    </span>
  );
}

/** The first word of a name, where several share a cell; the whole names are in the tooltip. */
function shortName(person: Person): string {
  return person.deletedAt === null ? (personName(person).split(" ")[0] ?? "") : personName(person);
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
