import { useMemo } from "react";
import { foretell, type HolidayBook, takeHolidays, taking } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { type Day, weekdayOf } from "#shared/domain/day.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { CalendarException, HolidayPlace } from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";
import { holidayYears } from "#shared/schedule/holidayYears.ts";
import styles from "./settings.module.css";

interface ChosenPlaceProps {
  readonly book: HolidayBook;
  readonly place: HolidayPlace;
  readonly onDone: () => void;
}

/** A place that is chosen and not yet taken: how many days off it brings, and what that does to the plan. */
export function ChosenPlace({ book, place, onDone }: ChosenPlaceProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const holidays = useMemo(() => {
    const years = holidayYears(plan, today);
    const days = book.publicHolidays(place, years.firstYear, years.lastYear);
    return days.ok ? ok({ place, placeName: book.placeName(place), ...years, days: days.value }) : days;
  }, [book, place, plan, today]);
  const told: Result<string> = useMemo(
    () => (holidays.ok ? foretell(app, plan, taking(holidays.value)) : holidays),
    [app, plan, holidays],
  );
  if (!holidays.ok) return <p className={styles.problem}>{holidays.problem.message}</p>;
  const { placeName, days } = holidays.value;
  return (
    <div className={styles.chosen}>
      <p className={styles.hint} role="status">
        {daysWords(days, placeName, plan.roadmap.calendar.workingWeekdays, today)}{" "}
        {told.ok ? told.value : told.problem.message}
      </p>
      <span className={styles.buttons}>
        <Button variant="quiet" onPress={onDone}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={!told.ok}
          onPress={() => takeHolidays(app, holidays.value) && onDone()}
        >
          Use these holidays
        </Button>
      </span>
    </div>
  );
}

/** `Germany: 9 public holidays in 2027, 6 of them on working days.` */
function daysWords(
  days: readonly CalendarException[],
  placeName: string,
  workingWeekdays: readonly number[],
  today: Day,
): string {
  const year = today.slice(0, 4);
  const ofYear = days.filter(({ date }) => date.startsWith(year));
  const onWeekdays = ofYear.filter(({ date }) => workingWeekdays.includes(weekdayOf(date)));
  return `${placeName}: ${count(ofYear.length, "public holiday")} in ${year}, ${onWeekdays.length} of them on working days.`;
}
