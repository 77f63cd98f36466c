import { ChevronRight, Pencil, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { forgetDaysOff } from "#renderer/commands/dates.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { absencesOf, tasksDuring } from "#shared/domain/absences.ts";
import { addDays, formatSpan } from "#shared/domain/day.ts";
import type { Absence, Person } from "#shared/domain/person.ts";
import { count } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import styles from "./DaysOff.module.css";
import { DaysOffForm } from "./DaysOffForm.tsx";
import listStyles from "./WorkList.module.css";

/** When somebody is away: what is to come, what is past, and a way to note more. */
export function DaysOff({ person }: { readonly person: Person }) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const today = useUi((state) => state.today);
  const readOnly = useReadOnly();
  const [showsPast, setShowsPast] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const { upcoming, past } = absencesOf(person, today);
  const isEditing = person.daysOff.some(({ from }) => from === edited);
  const lines = (absences: readonly Absence[], label: string) => (
    <AbsenceList
      label={label}
      person={person}
      absences={absences}
      edited={edited}
      onEdit={setEdited}
      onRemoved={() => section.current?.querySelector<HTMLElement>("[data-name]")?.focus()}
    />
  );
  return (
    <section ref={section} aria-labelledby={id} className={listStyles.section}>
      <h4 className={listStyles.title}>
        <span id={id}>Days off</span>
        {upcoming.length > 0 && <span className={listStyles.hint}>{upcoming.length} to come</span>}
      </h4>
      {upcoming.length === 0 && <p className={listStyles.empty}>No days off to come.</p>}
      {lines(upcoming, "Days off to come")}
      {!readOnly && !isEditing && <DaysOffForm person={person} instead={null} />}
      {past.length > 0 && (
        <button
          type="button"
          className={listStyles.group}
          aria-expanded={showsPast}
          onClick={() => setShowsPast(!showsPast)}
        >
          <ChevronRight size={14} className={listStyles.chevron} aria-hidden />
          Past <span className={listStyles.hint}>{past.length}</span>
        </button>
      )}
      {showsPast && lines(past, "Past days off")}
    </section>
  );
}

interface AbsenceListProps {
  readonly label: string;
  readonly person: Person;
  readonly absences: readonly Absence[];
  /** First day of the entry that is being changed. */
  readonly edited: string | null;
  readonly onEdit: (from: string | null) => void;
  readonly onRemoved: () => void;
}

function AbsenceList({ label, person, absences, edited, onEdit, onRemoved }: AbsenceListProps) {
  const [returnTo, setReturnTo] = useState<string | null>(null);
  if (absences.length === 0) return null;
  return (
    <ul aria-label={label} className={styles.list}>
      {absences.map((absence) => (
        <li key={absence.from}>
          {edited === absence.from ? (
            <DaysOffForm
              person={person}
              instead={absence}
              onDone={(from) => {
                onEdit(null);
                setReturnTo(from);
              }}
            />
          ) : (
            <AbsenceLine
              person={person}
              absence={absence}
              takesFocus={absence.from === returnTo}
              onEdit={() => onEdit(absence.from)}
              onRemoved={onRemoved}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface AbsenceLineProps {
  readonly person: Person;
  readonly absence: Absence;
  /** After it was edited. */
  readonly takesFocus: boolean;
  readonly onEdit: () => void;
  readonly onRemoved: () => void;
}

function AbsenceLine({ person, absence, takesFocus, onEdit, onRemoved }: AbsenceLineProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const { from, to, name } = absence;
  const worked = calendarTable(plan.roadmap.calendar).workingDaysBetween(from, addDays(to, 1));
  const tasks = tasksDuring(plan, person.id, absence);
  const about = [
    count(worked, "working day"),
    ...(tasks > 0 ? [`during ${count(tasks, "task")} of theirs`] : []),
  ].join(", ");
  const called = name || formatSpan(from, to);
  return (
    <div className={styles.line}>
      <span className={styles.when}>{formatSpan(from, to)}</span>
      <span className={styles.name}>{name}</span>
      <span className={styles.about}>{about}</span>
      {!readOnly && (
        <>
          <IconButton size="sm" label={`Edit ${called}`} autoFocus={takesFocus} onPress={onEdit}>
            <Pencil size={14} />
          </IconButton>
          <IconButton
            size="sm"
            label={`Remove ${called}`}
            onPress={() => {
              forgetDaysOff(app, person.id, absence);
              onRemoved();
            }}
          >
            <Trash2 size={14} />
          </IconButton>
        </>
      )}
    </div>
  );
}
