import { CircleAlert, CircleCheck, RotateCcw, SkipForward } from "lucide-react";
import { useState } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { moveRoutineRun, setRunDone, skipRoutineRun } from "#renderer/commands/routines.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { formatDay } from "#shared/domain/day.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { routineSteps } from "#shared/domain/routineSteps.ts";
import { isTicked } from "#shared/domain/tick.ts";
import { minutesWords } from "#shared/domain/words.ts";
import { movedFrom, nextDueDays } from "#shared/routines/due.ts";
import type { RoutineStanding, RunLine } from "#shared/routines/standing.ts";
import styles from "./Routines.module.css";
import own from "./Runs.module.css";
import { stateWords } from "./words.ts";

const AHEAD = 5;
const SHOWN = 12;

/** The next runs: another date moves one, the button leaves it out. */
export function ComingRuns({
  routine,
  standing,
}: {
  readonly routine: Routine;
  readonly standing: RoutineStanding;
}) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const done = new Set(
    [standing.today, ...standing.thisWeek].map((line) => (line?.run?.doneOn ? line.day : "")),
  );
  const days = nextDueDays(routine, today, AHEAD + done.size)
    .filter((day) => !done.has(day))
    .slice(0, AHEAD);
  if (days.length === 0) return <p className={styles.empty}>No more runs.</p>;
  return (
    <ul aria-label="Next runs">
      {days.map((day) => (
        <li key={day} className={styles.run}>
          <span className={own.weekdayWord}>{formatDay(day, "weekday").slice(0, 3)}</span>
          <DayField
            label={`Run of ${formatDay(day)}`}
            value={day}
            today={today}
            isDisabled={readOnly}
            onChange={(to) => moveRoutineRun(app, routine.id, day, to)}
          />
          {movedFrom(routine, day) !== null && <span className={styles.quiet}>moved</span>}
          {!readOnly && (
            <span className={styles.end}>
              <IconButton
                label={`Skip the run of ${formatDay(day)}`}
                size="sm"
                onPress={() => skipRoutineRun(app, routine.id, day)}
              >
                <SkipForward size={14} />
              </IconButton>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What became of each run, the latest first. */
export function History({
  routine,
  standing,
}: {
  readonly routine: Routine;
  readonly standing: RoutineStanding;
}) {
  const [isWhole, setWhole] = useState(false);
  const lines = standing.history.filter(({ state }) => state !== "due");
  if (lines.length === 0) return <p className={styles.empty}>Nothing yet. Each run leaves a line here.</p>;
  const shown = isWhole ? lines : lines.slice(0, SHOWN);
  return (
    <>
      <ul aria-label="History">
        {shown.map((line) => (
          <HistoryRow key={line.day} routine={routine} line={line} />
        ))}
      </ul>
      {shown.length < lines.length && (
        <Button size="sm" variant="quiet" onPress={() => setWhole(true)}>
          Show all {lines.length}
        </Button>
      )}
    </>
  );
}

function HistoryRow({ routine, line }: { readonly routine: Routine; readonly line: RunLine }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const { run, day, state } = line;
  const person = run?.doneById ? plan.people.get(run.doneById) : undefined;
  const isMissed = state === "missed";
  const steps = routineSteps(plan, routine);
  const ticks = steps.filter((step) => isTicked(run?.ticked ?? [], step.id)).length;
  const about = [
    person ? personName(person) : "",
    run?.minutes == null ? "" : minutesWords(run.minutes),
    run?.doneOn && steps.length > 0 ? `${ticks} of ${steps.length} steps` : "",
  ].filter(Boolean);
  return (
    <li className={own.past}>
      {isMissed ? (
        <CircleAlert size={14} className={own.missedMark} aria-hidden />
      ) : (
        <CircleCheck size={14} className={own.doneMark} aria-hidden />
      )}
      <span className={styles.words}>
        <span>
          {formatDay(day, "weekdayYear")}{" "}
          <span className={isMissed ? styles.missed : styles.muted}>{stateWords(line)}</span>
        </span>
        {about.length > 0 && <span className={styles.about}>{about.join(" · ")}</span>}
        {run && run.note !== "" && <span className={own.noteText}>{run.note}</span>}
      </span>
      {!readOnly && (
        <IconButton
          size="sm"
          label={isMissed ? `${formatDay(day)} was done after all` : `${formatDay(day)} was not done`}
          onPress={() => setRunDone(app, routine.id, day, isMissed, isMissed ? { doneOn: day } : {})}
        >
          {isMissed ? <CircleCheck size={14} /> : <RotateCcw size={14} />}
        </IconButton>
      )}
    </li>
  );
}
