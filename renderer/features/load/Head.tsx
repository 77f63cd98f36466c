import { formatDay } from "#shared/domain/day.ts";
import styles from "./Grid.module.css";
import { ColumnHead, GridRow } from "./gridElements.tsx";
import { type LoadTable, monthsOver, weekAtIndex, weekHead } from "./rows.ts";
import { HEAD_HEIGHT, type InSight, NAME_WIDTH, WEEK_WIDTH } from "./useWindow.ts";

/** The months, and below them the Mondays; this week has a mark. */
export function Head({ table, sight }: { readonly table: LoadTable; readonly sight: InSight }) {
  const { firstWeek, lastWeek } = sight;
  const weeks = Array.from({ length: Math.max(0, lastWeek - firstWeek + 1) }, (_, i) => firstWeek + i);
  return (
    <GridRow aria-rowindex={1} className={styles.headRow} style={{ height: HEAD_HEIGHT }}>
      <ColumnHead aria-colindex={1} className={styles.corner} style={{ width: NAME_WIDTH }}>
        Week of
      </ColumnHead>
      {monthsOver(table.load.fromWeek, firstWeek, lastWeek).map(({ label, first, count }) => (
        <span
          key={label}
          aria-hidden
          className={styles.month}
          style={{ left: NAME_WIDTH + first * WEEK_WIDTH, width: count * WEEK_WIDTH }}
        >
          <span>{count > 1 ? label : label.split(" ")[0]}</span>
        </span>
      ))}
      {weeks.map((index) => {
        const week = weekAtIndex(table, index);
        return (
          <ColumnHead
            key={week}
            aria-colindex={index + 2}
            aria-label={`Week of ${formatDay(week)}${index === table.now ? ", this week" : ""}`}
            className={`${styles.week} ${index === table.now ? styles.now : ""}`}
            style={{ left: NAME_WIDTH + index * WEEK_WIDTH, width: WEEK_WIDTH }}
          >
            {weekHead(week)}
          </ColumnHead>
        );
      })}
    </GridRow>
  );
}
