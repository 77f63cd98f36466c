import { AlarmClock, BellRing, Circle, Clock } from "lucide-react";
import { useId } from "react";
import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { PersonName } from "#renderer/ui/PersonPicker.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { daysWaited, followUpDue, type Handed, waitingList } from "#shared/domain/delegation.ts";
import { HANDOVER_WORDS, waitWords } from "#shared/domain/handoverWords.ts";
import type { Person } from "#shared/domain/person.ts";
import styles from "./Handed.module.css";
import { TaskLink } from "./TaskLink.tsx";

/** What others owe somebody, and since when; nothing is shown while nobody owes them anything. */
export function WaitingList({ person }: { readonly person: Person }) {
  const id = useId();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const list = waitingList(plan, person.id, today);
  if (list.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h4 className={styles.title}>
        <span id={id}>Waiting on</span>
        <span className={styles.hint}>{list.length} handed over</span>
      </h4>
      <ul aria-labelledby={id}>
        {list.map((handed) => (
          <Owed
            key={handed.node.item.id}
            handed={handed}
            today={today}
            receiver={plan.people.get(handed.handover.toId)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OwedProps {
  readonly handed: Handed;
  readonly today: Day;
  readonly receiver: Person | undefined;
}

function Owed({ handed, today, receiver }: OwedProps) {
  const { node, handover } = handed;
  const { followUpOn, state } = handover;
  const due = followUpDue(handed, today);
  return (
    <li className={styles.owed}>
      <Age days={daysWaited(handed, today)} />
      <span className={styles.words}>
        <TaskLink node={node} />
        {state === "handed" && <span className={styles.unanswered}>{HANDOVER_WORDS.handed}</span>}
      </span>
      <span className={styles.receiver}>{receiver && <PersonName person={receiver} size={18} />}</span>
      {due !== null ? (
        <span className={`${styles.when} ${styles.danger}`}>
          <BellRing size={13} aria-hidden />
          Follow-up due {due === 0 ? "today" : `${waitWords(due)} ago`}
        </span>
      ) : (
        <span className={styles.when}>{followUpOn && `Follow up ${formatDayNear(followUpOn, today)}`}</span>
      )}
    </li>
  );
}

/** From how many days on it counts as long, and as very long. */
const [LONG, VERY_LONG] = [7, 14];

/** Three shapes and the number, so that age does not hang on colour. */
function Age({ days }: { readonly days: number }) {
  const Shape = days >= VERY_LONG ? AlarmClock : days >= LONG ? Clock : Circle;
  const tone = days >= VERY_LONG ? styles.danger : days >= LONG ? styles.warn : styles.faint;
  return (
    <span className={styles.age} title={days === 0 ? "Handed over today" : `Waiting for ${waitWords(days)}`}>
      <Shape size={14} aria-hidden className={tone} />
      <span className="visually-hidden">Waiting since </span>
      {waitWords(days)}
    </span>
  );
}
