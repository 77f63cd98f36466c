import { ToggleButton } from "react-aria-components";
import { setWeekdays } from "#renderer/commands/calendar.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { Closures } from "./Closures.tsx";
import styles from "./settings.module.css";
import { WorkedDays } from "./WorkedDays.tsx";

/** Monday first; the numbers are JavaScript's. */
const WEEK = [
  [1, "Mon"],
  [2, "Tue"],
  [3, "Wed"],
  [4, "Thu"],
  [5, "Fri"],
  [6, "Sat"],
  [0, "Sun"],
] as const;

export function WorkingDaysTab() {
  return (
    <>
      <Week />
      <Closures />
      <WorkedDays />
    </>
  );
}

function Week() {
  const app = useApp();
  const { workingWeekdays } = usePlan().roadmap.calendar;
  const toggled = (weekday: number): number[] =>
    workingWeekdays.includes(weekday)
      ? workingWeekdays.filter((day) => day !== weekday)
      : [...workingWeekdays, weekday];
  return (
    <section aria-labelledby="working-week">
      <h3 id="working-week">Working week</h3>
      <fieldset className={styles.weekdays} aria-labelledby="working-week">
        {WEEK.map(([weekday, name]) => (
          <ToggleButton
            key={weekday}
            className={styles.weekday ?? ""}
            isSelected={workingWeekdays.includes(weekday)}
            onChange={() => setWeekdays(app, toggled(weekday))}
          >
            {name}
          </ToggleButton>
        ))}
      </fieldset>
    </section>
  );
}
