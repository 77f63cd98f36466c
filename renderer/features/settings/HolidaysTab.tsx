import { useState } from "react";
import { dropHolidays } from "#renderer/commands/calendar.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { type HolidayPlace, isSamePlace } from "#shared/domain/roadmap.ts";
import { ChosenPlace } from "./ChosenPlace.tsx";
import { HolidayList } from "./HolidayList.tsx";
import { MoreYears } from "./MoreYears.tsx";
import { PlaceFields } from "./PlaceFields.tsx";
import styles from "./settings.module.css";
import { useHolidayBook } from "./useHolidayBook.ts";

/** Where the company keeps its public holidays, and which of them it works on. */
export function HolidaysTab() {
  const app = useApp();
  const { calendar } = usePlan().roadmap;
  const today = useUi((state) => state.today);
  const opened = useHolidayBook();
  const [draft, setDraft] = useState<HolidayPlace | null>(null);
  const { holidays } = calendar;
  if (opened === null) return <p className={styles.hint}>Reading the list of countries…</p>;
  if (!opened.ok) return <p className={styles.problem}>{opened.problem.message}</p>;
  const book = opened.value;
  const choose = (place: HolidayPlace): void =>
    setDraft(holidays && isSamePlace(holidays, place) ? null : place);
  return (
    <>
      {!holidays && !draft && (
        <p className={styles.hint}>
          Choose the country the company works in, and the region if it has holidays of its own. Its public
          holidays become days off, so no work is planned onto them.
        </p>
      )}
      <PlaceFields book={book} place={draft ?? holidays} onChange={choose} />
      {draft && <ChosenPlace book={book} place={draft} onDone={() => setDraft(null)} />}
      {holidays && !draft && (
        <>
          <MoreYears book={book} holidays={holidays} />
          <HolidayList key={book.placeName(holidays)} holidays={holidays} calendar={calendar} today={today} />
          <div>
            <Button variant="quiet" onPress={() => dropHolidays(app)}>
              Remove public holidays
            </Button>
          </div>
        </>
      )}
      <p className={styles.credit}>
        Holidays from date-holidays (github.com/commenthol/date-holidays, ISC). Its data, gathered from
        Wikipedia and official pages, are under CC BY-SA 3.0 (creativecommons.org/licenses/by-sa/3.0).
        Holidays that follow the moon may differ by a day.
      </p>
    </>
  );
}
