import { Play, Plus, SkipForward } from "lucide-react";
import { useState } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import {
  movePlanned,
  planOn,
  showSession,
  skipDay,
  startOn,
  startSession,
} from "#renderer/commands/sessions.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Session } from "#shared/domain/session.ts";
import {
  dayOfSession,
  liveSessions,
  openSession,
  type Planned,
  plannedSessions,
  sessionName,
  sessionYield,
  stateOf,
} from "#shared/domain/sessions.ts";
import { spentInAll, spentMinutes } from "#shared/domain/sessionTime.ts";
import { isBlank, minutesWords } from "#shared/domain/words.ts";
import { RhythmField } from "./RhythmField.tsx";
import styles from "./Sessions.module.css";
import { awayWords, dayName, exampleAction, yieldWords } from "./words.ts";

/** Days of the rhythm that are shown ahead of time. */
const AHEAD = 4;

/** What is planned, the next on top, and what was held, the last on top. */
export function SessionList() {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const open = openSession(plan);
  const planned = plannedSessions(plan, today, AHEAD);
  const past = liveSessions(plan)
    .filter((session) => stateOf(session) === "closed")
    .toReversed();
  if (!open && planned.length + past.length === 0) return <Teaching />;
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        {open && <OpenNow session={open} />}
        <section aria-labelledby="planned-sessions" className={styles.section}>
          <div className={styles.sectionHead}>
            <h3 id="planned-sessions" className={styles.sectionTitle}>
              Planned
            </h3>
            <RhythmField />
          </div>
          {planned.length === 0 ? (
            <p className={styles.empty}>Nothing is planned. Plan the next one, or say how often you meet.</p>
          ) : (
            <ul aria-label="Planned sessions">
              {planned.map((line, i) => (
                <PlannedRow
                  key={line.session?.id ?? line.day}
                  planned={line}
                  isNext={i === 0 && open === null}
                />
              ))}
            </ul>
          )}
          {!readOnly && <PlanForm />}
        </section>
        <section aria-labelledby="past-sessions" className={styles.section}>
          <div className={styles.sectionHead}>
            <h3 id="past-sessions" className={styles.sectionTitle}>
              Held
            </h3>
          </div>
          {past.length === 0 ? (
            <p className={styles.empty}>None yet. Each closed session stays here, with its minutes.</p>
          ) : (
            <ul aria-label="Sessions held">
              {past.map((session) => (
                <PastRow key={session.id} session={session} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

function OpenNow({ session }: { readonly session: Session }) {
  const app = useApp();
  return (
    <section className={styles.openNow} aria-label="Open session">
      <span className={styles.words}>
        <strong>{sessionName(session)}</strong>
        <span className={styles.muted}>is open</span>
      </span>
      <Button variant="primary" onPress={() => showSession(app, null)}>
        Go on
      </Button>
    </section>
  );
}

function PlannedRow({
  planned: { day, session },
  isNext,
}: {
  readonly planned: Planned;
  readonly isNext: boolean;
}) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const name = session && !isBlank(session.name) ? session.name : "Planning session";
  const carried = session?.agenda.filter(({ isCarriedOver }) => isCarriedOver).length ?? 0;
  const open = (): void => {
    if (session) showSession(app, session.id);
    else planOn(app, day);
  };
  return (
    <li className={`${styles.row} ${styles.opens}`}>
      <span className={`${styles.when} ${styles.above}`}>
        <DayField
          label={`Day of ${name}, ${dayName(day, today)}`}
          value={day}
          today={today}
          isDisabled={readOnly}
          onChange={(to) => movePlanned(app, day, session, to)}
        />
      </span>
      <span className={styles.words}>
        <button type="button" className={styles.link} disabled={readOnly && !session} onClick={open}>
          {name}
        </button>
        <span className={styles.quiet}>
          {[
            awayWords(day, today),
            carried > 0 ? `${carried} carried over` : "",
            session ? "" : "by the rhythm",
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      {!readOnly && (
        <span className={`${styles.end} ${styles.above}`}>
          {!session && (
            <IconButton label={`Skip ${dayName(day, today)}`} size="sm" onPress={() => skipDay(app, day)}>
              <SkipForward size={14} />
            </IconButton>
          )}
          {isNext && (
            <Button
              size="sm"
              variant={day <= today ? "primary" : "secondary"}
              icon={<Play size={13} />}
              onPress={() => (session ? startSession(app, session.id) : startOn(app, day))}
            >
              Start session
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

function PastRow({ session }: { readonly session: Session }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const minutes = spentMinutes(spentInAll(session, session.closedAt ?? ""));
  const what = yieldWords(plan, sessionYield(plan, session, today));
  return (
    <li className={`${styles.row} ${styles.opens}`}>
      <span className={`${styles.when} ${styles.held}`}>{dayName(dayOfSession(session), today)}</span>
      <span className={styles.words}>
        <button type="button" className={styles.link} onClick={() => showSession(app, session.id, "minutes")}>
          {isBlank(session.name) ? "Planning session" : session.name}
        </button>
        <span className={styles.quiet}>{what || "Nothing decided or handed over"}</span>
      </span>
      <span className={`${styles.end} ${styles.quiet}`}>{minutes > 0 && minutesWords(minutes)}</span>
    </li>
  );
}

function PlanForm() {
  const app = useApp();
  const today = useUi((state) => state.today);
  const [day, setDay] = useState<Day>(() => addDays(today, 7));
  return (
    <div className={styles.planForm}>
      <span className={styles.newDay}>
        <DayField framed label="Day of a new session" value={day} today={today} onChange={setDay} />
      </span>
      <Button icon={<Plus size={14} />} onPress={() => planOn(app, day)}>
        Plan a session
      </Button>
    </div>
  );
}

function Teaching() {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const readOnly = useReadOnly();
  return (
    <EmptyState title="Meet over the plan" width={520}>
      <p>
        A session leads you two through an agenda of an hour: what changed, what is late, what is in the way,
        what you decide. Type a line such as “&gt; {exampleAction(plan, today)}” into the notes and it is
        handed over. Closing the session freezes the plan, sets the next date and makes two pages to send
        round.
      </p>
      {!readOnly && (
        <div className={styles.teachingActions}>
          <Button variant="primary" icon={<Play size={14} />} onPress={() => startSession(app)}>
            Start the first session
          </Button>
          <PlanForm />
        </div>
      )}
    </EmptyState>
  );
}
