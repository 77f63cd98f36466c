import { useEffect, useState } from "react";
import { type HolidayBook, openHolidayBook } from "#renderer/commands/calendar.ts";
import type { Result } from "#shared/domain/result.ts";

/** The list of the world's public holidays, read when this is first shown; null until it is there. */
export function useHolidayBook(): Result<HolidayBook> | null {
  const [opened, setOpened] = useState<Result<HolidayBook> | null>(null);
  useEffect(() => {
    let isShown = true;
    void openHolidayBook().then((result) => isShown && setOpened(result));
    return () => {
      isShown = false;
    };
  }, []);
  return opened;
}
