import { addHolidayYears, type HolidayBook } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { notifyProblem } from "#renderer/commands/notify.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { HolidayChoice } from "#shared/domain/roadmap.ts";
import { yearsToExtend } from "#shared/schedule/holidayYears.ts";
import styles from "./settings.module.css";

interface MoreYearsProps {
  readonly book: HolidayBook;
  readonly holidays: HolidayChoice;
}

/** Says when the plan runs out of the years whose holidays it knows, and adds more. */
export function MoreYears({ book, holidays }: MoreYearsProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const wanted = yearsToExtend(plan, today);
  if (!wanted) return null;
  const { country, state, region, firstYear, lastYear } = holidays;
  function extend(years: NonNullable<typeof wanted>): void {
    const place = {
      country,
      ...(state === undefined ? {} : { state }),
      ...(region === undefined ? {} : { region }),
    };
    const days = book.publicHolidays(place, years.firstYear, years.lastYear);
    if (!days.ok) notifyProblem(app, days.problem);
    else addHolidayYears(app, { place, placeName: book.placeName(place), ...years, days: days.value });
  }
  return (
    <div className={styles.warning} role="status">
      <p className={styles.grow}>
        The plan reaches beyond its public holidays, which are known for {firstYear} to {lastYear}.
      </p>
      <Button onPress={() => extend(wanted)}>
        Extend to {wanted.firstYear} – {wanted.lastYear}
      </Button>
    </div>
  );
}
