import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { setRunDone } from "#renderer/commands/routines.ts";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import type { Routine } from "#shared/domain/routine.ts";
import { minutesWords } from "#shared/domain/words.ts";
import type { RoutineStanding, RunLine } from "#shared/routines/standing.ts";
import styles from "./Routines.module.css";
import { RunTick } from "./RunTick.tsx";
import { dayWords, missedWords, routineName } from "./words.ts";

export interface RoutineRow {
  readonly routine: Routine;
  readonly standing: RoutineStanding;
}

interface Entry extends RoutineRow {
  readonly day: string;
  readonly isDone: boolean;
  readonly isMissed: boolean;
}

/** What is due today or was missed, and what is still due this week: a tick each. */
export function DueNow({ rows }: { readonly rows: readonly RoutineRow[] }) {
  const now = rows.flatMap(nowEntry);
  const week = rows
    .flatMap((row) => row.standing.thisWeek.map((line) => entryOf(row, line)))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return (
    <div className={styles.due}>
      <DueList title="Today" entries={now} emptyText="Nothing is due today." />
      <DueList title="Later this week" entries={week} emptyText="Nothing more is due this week." />
    </div>
  );
}

/** A routine stands here once: its run of today, or else the one that was missed. */
function nowEntry(row: RoutineRow): Entry[] {
  const { today, missed } = row.standing;
  if (today) return [{ ...entryOf(row, today), isMissed: missed !== null }];
  return missed ? [{ ...row, day: missed.day, isDone: false, isMissed: true }] : [];
}

function entryOf(row: RoutineRow, line: RunLine): Entry {
  return { ...row, day: line.day, isDone: line.state === "done" || line.state === "late", isMissed: false };
}

/** Rows before the rest waits behind a button, so that the routines themselves stay in sight. */
const LIMIT = 8;
const MORE = 40;

interface DueListProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly emptyText: string;
}

function DueList({ title, entries, emptyText }: DueListProps) {
  const { shown, more } = useFirst(entries, LIMIT, MORE);
  const left = entries.filter((entry) => !entry.isDone);
  const minutes = left.reduce((sum, { routine }) => sum + routine.minutes, 0);
  return (
    <section className={styles.dueSection} aria-label={title}>
      <h3 className={styles.sectionTitle}>
        {title}
        {left.length > 0 && <span className={styles.tally}>{minutesWords(minutes)} to do</span>}
      </h3>
      {entries.length === 0 ? (
        <p className={styles.empty}>{emptyText}</p>
      ) : (
        <ul>
          {shown.map((entry) => (
            <DueRow key={`${entry.routine.id} ${entry.day}`} entry={entry} />
          ))}
        </ul>
      )}
      {more}
    </section>
  );
}

function DueRow({ entry: { routine, standing, day, isDone, isMissed } }: { readonly entry: Entry }) {
  const app = useApp();
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const owner = routine.ownerId === null ? null : people.get(routine.ownerId);
  const name = routineName(routine);
  return (
    <li className={styles.dueRow}>
      <RunTick
        label={`${name}, ${dayWords(day, today)}`}
        ticked={isDone}
        onTick={(ticked) => setRunDone(app, routine.id, day, ticked)}
      />
      <button
        type="button"
        dir="auto"
        className={`${styles.dueName} ${isDone ? styles.doneName : ""}`}
        onClick={() => app.ui.setState({ routineId: routine.id })}
      >
        {name}
      </button>
      {isMissed && standing.missed && (
        <span className={styles.missed}>{missedWords(standing.missed, today)}</span>
      )}
      {day > today && <span className={styles.quiet}>{dayWords(day, today)}</span>}
      <span className={styles.quiet}>{minutesWords(routine.minutes)}</span>
      <span className={styles.dueOwner}>
        {owner ? <PersonName person={owner} /> : <span className={styles.quiet}>Nobody</span>}
      </span>
    </li>
  );
}
