import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { noteRun, setRunDone } from "#renderer/commands/routines.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PanelFields, PanelRow } from "#renderer/ui/Panel.tsx";
import { MAX_RUN_MINUTES, type Routine } from "#shared/domain/routine.ts";
import type { RoutineStanding, RunLine } from "#shared/routines/standing.ts";
import own from "./RoutinePanel.module.css";
import styles from "./Routines.module.css";
import { dayWords, missedWords } from "./words.ts";

interface RunNowProps {
  readonly routine: Routine;
  readonly run: RunLine;
  readonly standing: RoutineStanding;
}

/** The run at hand: one press when it is done, and then how long it took and what is worth keeping. */
export function RunNow({ routine, run, standing }: RunNowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const isDone = run.run?.doneOn != null;
  const missed = missedBeside(standing, run, today);
  return (
    <section className={own.now} aria-label="This run">
      <div className={own.nowHead}>
        <strong>{dayWords(run.day, today)}</strong>
        {missed !== "" && <span className={styles.missed}>{missed}</span>}
        {!readOnly && (
          <span className={styles.end}>
            <Button
              size="sm"
              variant={isDone ? "quiet" : "primary"}
              onPress={() => setRunDone(app, routine.id, run.day, !isDone)}
            >
              {isDone ? "Not done" : "Mark as done"}
            </Button>
          </span>
        )}
      </div>
      {isDone && (
        <PanelFields>
          <PanelRow label="Took">
            <NumberField
              label="Minutes it took"
              value={run.run?.minutes ?? null}
              unit="min"
              units={{ m: 1, h: 60 }}
              max={MAX_RUN_MINUTES}
              step={5}
              clearable
              placeholder="as usual"
              onChange={(minutes) => noteRun(app, routine.id, run.day, { minutes })}
            />
          </PanelRow>
        </PanelFields>
      )}
      <PlanTextField
        key={run.day}
        look="sentence"
        label="Note on this run"
        value={run.run?.note ?? ""}
        placeholder="Add a note on this run"
        save={(note, group) => noteRun(app, routine.id, run.day, { note }, group)}
      />
    </section>
  );
}

/** The day of the run stands beside it already. */
function missedBeside({ missed }: RoutineStanding, run: RunLine, today: string): string {
  if (!missed) return "";
  return missed.count === 1 && missed.day === run.day ? "Missed" : missedWords(missed, today);
}
