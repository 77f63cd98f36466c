import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { setHolidayWorked } from "#renderer/commands/calendar.ts";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import { type Day, formatDay, weekdayOf } from "#shared/domain/day.ts";
import type { HolidayChoice, WorkCalendar } from "#shared/domain/roadmap.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import styles from "./settings.module.css";

interface HolidayListProps {
  readonly holidays: HolidayChoice;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** The holidays of one year at a time, this year first, each with a switch. */
export function HolidayList({ holidays, calendar, today }: HolidayListProps) {
  const { firstYear, lastYear } = holidays;
  const [year, setYear] = useState(() => Math.min(Math.max(Number(today.slice(0, 4)), firstYear), lastYear));
  const days = holidaysOf(holidays, calendar, year);
  return (
    <section aria-labelledby="holidays-of-year">
      <div className={styles.years}>
        <IconButton
          size="sm"
          label="Year before"
          isDisabled={year <= firstYear}
          onPress={() => setYear(year - 1)}
        >
          <ChevronLeft size={16} />
        </IconButton>
        <h3 id="holidays-of-year" aria-live="polite">
          {year}
        </h3>
        <IconButton
          size="sm"
          label="Year after"
          isDisabled={year >= lastYear}
          onPress={() => setYear(year + 1)}
        >
          <ChevronRight size={16} />
        </IconButton>
        <span className={styles.known}>
          Known from {firstYear} to {lastYear}
        </span>
      </div>
      {days.length === 0 && <p className={styles.hint}>No public holiday in {year}.</p>}
      <ul className={styles.list} aria-labelledby="holidays-of-year">
        {days.map((day) => (
          <HolidayLine key={day.date} day={day} calendar={calendar} />
        ))}
      </ul>
    </section>
  );
}

interface ListedHoliday {
  readonly date: Day;
  readonly name: string;
  readonly worked: boolean;
}

function HolidayLine({ day, calendar }: { readonly day: ListedHoliday; readonly calendar: WorkCalendar }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { date, name, worked } = day;
  return (
    <li className={styles.line}>
      <span className={styles.date}>{formatDay(date, "weekday")}</span>
      <span className={`${styles.grow} ${worked ? styles.workedName : ""}`}>{name}</span>
      <span className={styles.faint}>{stateWords(day, calendar)}</span>
      {isWorkedWeekday(calendar, date) && (
        <Switch
          label={`${name}, ${formatDay(date, "weekday")}: day off`}
          isOn={!worked}
          isDisabled={readOnly}
          onChange={(off) => setHolidayWorked(app, date, !off)}
        />
      )}
    </li>
  );
}

function stateWords({ date, worked }: ListedHoliday, calendar: WorkCalendar): string {
  const isWorking = calendarTable(calendar).isWorking(date);
  if (!isWorkedWeekday(calendar, date)) return isWorking ? "Worked all the same" : "Not a working day anyway";
  if (worked) return isWorking ? "We work that day" : "Off by a closure";
  return isWorking ? "Worked all the same" : "Day off";
}

/** Those that are off and those that are worked, by date. */
function holidaysOf({ worked }: HolidayChoice, calendar: WorkCalendar, year: number): ListedHoliday[] {
  const off = calendar.exceptions.filter(({ source }) => source === "holiday");
  return [
    ...off.map(({ date, name }) => ({ date, name, worked: false })),
    ...worked.map(({ date, name }) => ({ date, name, worked: true })),
  ]
    .filter(({ date }) => Number(date.slice(0, 4)) === year)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function isWorkedWeekday(calendar: WorkCalendar, date: Day): boolean {
  return calendar.workingWeekdays.includes(weekdayOf(date));
}
