import { useState } from "react";
import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { giving, puttingOff, sharing } from "#renderer/commands/load.ts";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { hasBegun } from "#shared/domain/taskDates.ts";
import { weekLoadOf } from "#shared/load/load.ts";
import type { TaskPart } from "#shared/load/parts.ts";
import { weekAfter } from "#shared/load/weeks.ts";
import styles from "./LoadPanel.module.css";
import { Way, weeksAbout } from "./Outlook.tsx";

interface TaskWaysProps {
  readonly part: TaskPart;
  readonly personId: Id | null;
  readonly week: Day;
}

const PARTS = [
  { value: "0.25", label: "a quarter" },
  { value: "0.5", label: "half" },
  { value: "0.75", label: "three quarters" },
] as const;

/** Later, to somebody else, or shared: each with what it would make of both people's weeks. */
export function TaskWays({ part, personId, week }: TaskWaysProps) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [otherId, setOtherId] = useState<Id | null>(() => roomiest(plan, today, personId, week));
  const [share, setShare] = useState<(typeof PARTS)[number]["value"]>("0.5");
  const { id } = part.task;
  const other = otherId === null ? undefined : plan.people.get(otherId);
  const name = other?.name.trim() || "them";
  const later = weeksAbout([personId], [week, weekAfter(week)]);
  const both = weeksAbout([personId, otherId], [week]);
  const begun = hasBegun(part.task);
  return (
    <div className={styles.ways}>
      <Way
        label={begun ? "Finish a day later" : "A day later"}
        operation={puttingOff(id, 1)}
        asked={later}
        week={week}
      />
      <Way
        label={begun ? "Finish a week later" : "A week later"}
        operation={puttingOff(id, 7)}
        asked={later}
        week={week}
      />
      <div className={styles.with}>
        <span className={styles.about}>With</span>
        <PersonPicker
          label="Who takes it"
          people={[...plan.people.values()].filter((person) => person.id !== personId)}
          value={otherId}
          onChange={setOtherId}
          emptyWord="Choose somebody"
        />
      </div>
      {other && (
        <>
          <Way
            label={`Give it to ${name}`}
            operation={giving(id, personId, other.id)}
            asked={both}
            week={week}
          />
          {personId !== null && (
            <>
              <div className={styles.with}>
                <span className={styles.about}>{name} takes</span>
                <span className={styles.choice}>
                  <Select
                    label={`How much ${name} takes`}
                    value={share}
                    options={PARTS}
                    onChange={setShare}
                    framed
                  />
                </span>
              </div>
              <Way
                label={`Share it with ${name}`}
                operation={sharing(id, personId, other.id, Number(share))}
                asked={both}
                week={week}
              />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** Whoever has most hours free in the week is the first to be thought of. */
export function roomiest(plan: Plan, today: Day, personId: Id | null, week: Day): Id | null {
  let best: { id: Id; free: number } | null = null;
  for (const { id } of livePeople(plan)) {
    const { capacity, hours } = weekLoadOf(plan, today, id, week);
    const free = capacity - hours;
    if (id !== personId && capacity > 0 && (best === null || free > best.free)) best = { id, free };
  }
  return best?.id ?? null;
}
