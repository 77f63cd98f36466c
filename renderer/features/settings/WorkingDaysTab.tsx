import { ToggleButton } from "react-aria-components";
import { setWeekdays } from "#renderer/commands/calendar.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { Closures } from "./Closures.tsx";
import styles from "./settings.module.css";
import { WorkedDays } from "./WorkedDays.tsx";

/** Monday first; the numbers are JavaScript's. */
const WEEK = [
  [1, "Mon", "Monday"],
  [2, "Tue", "Tuesday"],
  [3, "Wed", "Wednesday"],
  [4, "Thu", "Thursday"],
  [5, "Fri", "Friday"],
  [6, "Sat", "Saturday"],
  [0, "Sun", "Sunday"],
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
        {WEEK.map(([weekday, short, long]) => (
          <ToggleButton
            key={weekday}
            aria-label={long}
            className={styles.weekday ?? ""}
            isSelected={workingWeekdays.includes(weekday)}
            onChange={() => setWeekdays(app, toggled(weekday))}
          >
            {short}
          </ToggleButton>
        ))}
      </fieldset>
    </section>
  );
}
