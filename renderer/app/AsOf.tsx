import { CalendarClock } from "lucide-react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { setStatusDate } from "#renderer/commands/dates.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import menuStyles from "#renderer/ui/Menu.module.css";
import { Tooltip } from "#renderer/ui/Tooltip.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import styles from "./AsOf.module.css";

/** Up to which day the plan is up to date: today, a day that was agreed, or none. */
export function AsOf() {
  const app = useApp();
  const readOnly = useReadOnly();
  const { statusDate } = usePlan().roadmap;
  const today = useUi((state) => state.today);
  const isToday = statusDate === today;
  const words =
    statusDate === null ? "As of: no date" : `As of ${isToday ? "today" : formatDayNear(statusDate, today)}`;
  const set = (day: Day | null): void => setStatusDate(app, day);
  function choose(day: Day | null, close: () => void): void {
    set(day);
    close();
  }
  return (
    <DialogTrigger>
      <Tooltip text={words}>
        <Button variant="quiet" icon={<CalendarClock size={16} aria-hidden />} aria-label={words}>
          {statusDate !== null && words}
        </Button>
      </Tooltip>
      <Popover className={menuStyles.popover ?? ""} placement="bottom end">
        <Dialog aria-label="As of" className={styles.panel ?? ""}>
          {({ close }) => (
            <>
              <h3 className={styles.title}>As of</h3>
              <p className={styles.explained}>
                The day up to which the plan says what happened: work still open counts as left to do from
                then on.
              </p>
              <OptionalDayField
                framed
                label="As of"
                value={statusDate}
                today={today}
                placeholder="No date: today counts"
                onChange={set}
              />
              {!readOnly && (
                <div className={styles.choices}>
                  <Button size="sm" isDisabled={isToday} onPress={() => choose(today, close)}>
                    Today
                  </Button>
                  <Button size="sm" isDisabled={statusDate === null} onPress={() => choose(null, close)}>
                    No date
                  </Button>
                </div>
              )}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
