import { type ReactNode, useId } from "react";
import type { Day } from "#shared/domain/day.ts";
import { formatDay } from "#shared/domain/day.ts";
import styles from "./Balance.module.css";
import bars from "./bars.module.css";
import type { BarLook } from "./ShareBar.tsx";

export interface MonthColumn {
  readonly month: Day;
  /** From the ground up, in percent of the chart's height. */
  readonly parts: readonly { readonly look: BarLook; readonly pct: number }[];
  readonly linePct: number | null;
  /** Above the bar, where there is room. */
  readonly figure: string;
  readonly isOver: boolean;
  /** One cell a column of the table that screen readers read. */
  readonly cells: readonly string[];
}

interface MonthColumnsProps {
  readonly title: string;
  readonly legend: ReactNode;
  readonly heads: readonly string[];
  readonly top: string;
  readonly columns: readonly MonthColumn[];
}

/** As many figures and names of months as can be read side by side. */
const NAMED = 12;
/** Steps that always come by January, which is where the year is named. */
const STEPS = [1, 2, 3, 4, 6, 12];

/** A bar a month with a line for what it should be; the same as a table for screen readers. */
export function MonthColumns({ title, legend, heads, top, columns }: MonthColumnsProps) {
  const id = useId();
  const every = STEPS.find((step) => columns.length <= step * NAMED) ?? 12;
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 className={styles.title}>
        <span id={id}>{title}</span>
        <span className={styles.end}>{legend}</span>
      </h3>
      <div className={bars.chart} aria-hidden>
        <span className={bars.top}>{top}</span>
        {columns.map((column) => (
          <Column key={column.month} column={column} isNamed={monthOfYear(column.month) % every === 0} />
        ))}
      </div>
      <table className="visually-hidden">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>Month</th>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ month, cells }) => (
            <tr key={month}>
              <th>{formatDay(month, "monthYear")}</th>
              {cells.map((cell, i) => (
                <td key={heads[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** January is 0. */
function monthOfYear(month: Day): number {
  return Number(month.slice(5, 7)) - 1;
}

function Column({ column, isNamed }: { readonly column: MonthColumn; readonly isNamed: boolean }) {
  const { month, parts, linePct, figure, isOver, cells } = column;
  const height = parts.reduce((sum, { pct }) => sum + pct, 0);
  const name = formatDay(month, "short").split(" ")[1] ?? "";
  return (
    <span className={bars.column} title={`${formatDay(month, "monthYear")}: ${cells.join(", ")}`}>
      <span className={bars.plot}>
        {isNamed && (
          <span className={bars.columnFigure} style={{ bottom: `${Math.min(100, height)}%` }}>
            {isOver ? "▲" : ""}
            {figure}
          </span>
        )}
        {parts.map(({ look, pct }) => (
          <span key={look} className={bars[look]} style={{ height: `${pct}%` }} />
        ))}
        {linePct !== null && <span className={bars.line} style={{ bottom: `${linePct}%` }} />}
      </span>
      <span className={bars.monthName}>
        {isNamed ? (month.endsWith("-01-01") ? month.slice(0, 4) : name) : ""}
      </span>
    </span>
  );
}
