import { useState } from "react";
import { usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { givingRoutine, movingRun } from "#renderer/commands/load.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { addDays, type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { RoutinePart } from "#shared/load/parts.ts";
import { weekAfter, weekOf } from "#shared/load/weeks.ts";
import styles from "./LoadPanel.module.css";
import { Way, weeksAbout } from "./Outlook.tsx";
import { roomiest } from "./TaskWays.tsx";

interface RoutineWaysProps {
  readonly part: RoutinePart;
  readonly personId: Id | null;
  readonly week: Day;
}

/** Another owner, or one run on another day. */
export function RoutineWays({ part: { routine, days }, personId, week }: RoutineWaysProps) {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const [otherId, setOtherId] = useState<Id | null>(() => roomiest(plan, today, personId, week));
  const [picked, setPicked] = useState<Day | null>(null);
  const [to, setTo] = useState<Day>(() => addDays(week, 7));
  const other = otherId === null ? undefined : plan.people.get(otherId);
  const name = other?.name.trim() || "them";
  const run = days.find(({ day }) => day === picked)?.day ?? days.at(-1)?.day;
  return (
    <div className={styles.ways}>
      <div className={styles.with}>
        <span className={styles.about}>New owner</span>
        <PersonPicker
          label="New owner"
          people={[...plan.people.values()].filter((person) => person.id !== personId)}
          value={otherId}
          onChange={setOtherId}
          emptyWord="Choose somebody"
        />
      </div>
      {other && (
        <Way
          label={`${name} runs it from now on`}
          operation={givingRoutine(routine.id, other.id)}
          asked={weeksAbout([personId, other.id], [week])}
          week={week}
        />
      )}
      {run && (
        <>
          <div className={styles.with}>
            <span className={styles.about}>Move the run of</span>
            <span className={styles.day}>
              <Select
                framed
                label="Which run"
                value={run}
                options={days.map(({ day }) => ({ value: day, label: formatDay(day, "weekday") }))}
                onChange={setPicked}
              />
            </span>
            <span className={styles.about}>to</span>
            <span className={styles.day}>
              <DayField
                label="To which day"
                value={to}
                today={today}
                isDisabled={readOnly}
                onChange={setTo}
              />
            </span>
          </div>
          <Way
            label="Move this run"
            operation={movingRun(routine.id, run, to)}
            asked={weeksAbout([personId], [...new Set([week, weekOf(to), weekAfter(week)])])}
            week={week}
          />
        </>
      )}
    </div>
  );
}
