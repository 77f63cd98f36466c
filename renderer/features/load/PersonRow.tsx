import { memo } from "react";
import { useUi } from "#renderer/commands/hooks.ts";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { LoadBar } from "#renderer/ui/LoadBar.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { count } from "#shared/domain/words.ts";
import { halfHours, hasNobody, type WeekLoad, weekAt } from "#shared/load/load.ts";
import { hoursNumber, hoursWords, unsizedWords, weekLoadWords, weekWords } from "#shared/load/words.ts";
import styles from "./Grid.module.css";
import { GridCell, GridRow, RowHead } from "./gridElements.tsx";
import { type LoadRow, type LoadTable, weekAtIndex } from "./rows.ts";
import { HEAD_HEIGHT, NAME_WIDTH, ROW_HEIGHT, WEEK_WIDTH } from "./useWindow.ts";

interface PersonRowProps {
  readonly table: LoadTable;
  readonly row: LoadRow;
  readonly index: number;
  readonly horizon: number;
  readonly firstWeek: number;
  readonly lastWeek: number;
  /** The week that takes the focus; null when it is in another row. */
  readonly focusWeek: number | null;
  readonly openWeek: Day | null;
  readonly onOpen: (week: number) => void;
}

/** One person: what the weeks ahead come to, then week by week. */
export function PersonRow({ table, row, index, horizon, firstWeek, lastWeek, ...cell }: PersonRowProps) {
  const today = useUi((state) => state.today);
  const weeks = Array.from({ length: Math.max(0, lastWeek - firstWeek + 1) }, (_, i) => firstWeek + i);
  return (
    <GridRow
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ top: HEAD_HEIGHT + index * ROW_HEIGHT, height: ROW_HEIGHT }}
    >
      <RowHead aria-colindex={1} className={styles.person} style={{ width: NAME_WIDTH }}>
        {row.load.person ? (
          <Avatar name={row.load.person.name} size={24} />
        ) : (
          <span className={styles.noFace} aria-hidden />
        )}
        <span className={styles.words}>
          <span className={styles.name} dir="auto" title={row.name}>
            {row.name}
          </span>
          <TotalWords table={table} row={row} horizon={horizon} />
        </span>
      </RowHead>
      {weeks.map((week) => {
        const day = weekAtIndex(table, week);
        return (
          <Cell
            key={day}
            row={row}
            week={week}
            label={`${row.name}, ${weekWords(day, today)}: ${cellWords(row, week)}`}
            isNow={week === table.now}
            isFocus={cell.focusWeek === week}
            isOpen={cell.openWeek === day}
            onOpen={cell.onOpen}
          />
        );
      })}
    </GridRow>
  );
}

function cellWords({ load }: LoadRow, week: number): string {
  const words = weekLoadWords(weekAt(load, week), hasNobody(load));
  const unsized = unsizedWords(load.unsized[week] ?? 0);
  return unsized === "" ? words : `${words}, ${unsized}`;
}

function TotalWords({
  table,
  row: { load, totals },
  horizon,
}: Pick<PersonRowProps, "table" | "row" | "horizon">) {
  const today = useUi((state) => state.today);
  const { averagePct, overWeeks, firstOver, hours } = totals;
  if (!load.person) return <span className={styles.total}>{hoursWords(hours)} to give out</span>;
  if (load.person.deletedAt !== null) return <span className={styles.total}>Give this work to somebody</span>;
  const average = averagePct === null ? `No hours in ${horizon} weeks` : `${averagePct} % on average`;
  return (
    <>
      <span className={styles.total}>{average}</span>
      {overWeeks > 0 && firstOver !== null && (
        <span className={styles.overTotal}>
          {count(overWeeks, "week")} over, {overWeeks > 1 ? "first " : ""}
          {formatDayNear(weekAtIndex(table, firstOver), today)}
        </span>
      )}
    </>
  );
}

interface CellProps {
  readonly row: LoadRow;
  readonly week: number;
  readonly label: string;
  readonly isNow: boolean;
  readonly isFocus: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (week: number) => void;
}

const Cell = memo(
  function Cell({ row, week, label, isNow, isFocus, isOpen, onOpen }: CellProps) {
    const load = weekAt(row.load, week);
    return (
      <GridCell
        aria-colindex={week + 2}
        aria-selected={isOpen}
        tabIndex={isFocus ? 0 : -1}
        className={`${styles.cell} ${isNow ? styles.now : ""} ${isOpen ? styles.open : ""}`}
        style={{ left: NAME_WIDTH + week * WEEK_WIDTH, width: WEEK_WIDTH }}
        onClick={() => onOpen(week)}
      >
        <span className="visually-hidden">{label}</span>
        <span className={`${styles.number} ${load.over > 0 ? styles.over : ""}`} aria-hidden>
          {numberWords(load, row.load.unsized[week] ?? 0)}
        </span>
        <span className={styles.bar}>
          <LoadBar load={load} scale={row.scale} isNobody={hasNobody(row.load)} />
        </span>
      </GridCell>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.label === b.label &&
    a.isNow === b.isNow &&
    a.isFocus === b.isFocus &&
    a.isOpen === b.isOpen,
);

/** `+6 h` of what is too much, else the hours; a question mark for work that nobody has sized. */
function numberWords({ hours, over }: WeekLoad, unsized: number): string {
  if (over > 0) return `+${hoursNumber(over)} h`;
  if (halfHours(hours) > 0) return hoursNumber(hours);
  return unsized > 0 ? "?" : "";
}
