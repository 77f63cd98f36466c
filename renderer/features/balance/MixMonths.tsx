import { TriangleAlert } from "lucide-react";
import type { Mix, MixMonth } from "#shared/balance/mix.ts";
import { monthWords } from "#shared/balance/mixWords.ts";
import { count } from "#shared/domain/words.ts";
import bars from "./bars.module.css";
import lists from "./lists.module.css";
import { type MonthColumn, MonthColumns } from "./MonthColumns.tsx";

const NAMED_OVER = 4;

/** Days planned in each month, strategy and execution, with a line for the days there are. */
export function MixMonths({ mix }: { readonly mix: Mix }) {
  const { months, isContracted } = mix;
  const highest = Math.max(1, ...months.map(({ days, available }) => Math.max(days, available)));
  const what = isContracted ? "contracted" : "days they have";
  const over = months.filter((month) => monthWords(month, isContracted).isOver);
  return (
    <div>
      <MonthColumns
        title="Days by month"
        top={`${Number(highest.toFixed(1))} days`}
        heads={["Planned", "Strategy", isContracted ? "Contracted" : "Days they have"]}
        legend={
          <>
            <span className={`${bars.key} ${bars.strategy}`} />
            strategy
            <span className={`${bars.key} ${bars.execution}`} />
            execution
            <span className={bars.lineKey} />
            {what}
          </>
        }
        columns={months.map((month) => columnOf(month, highest, isContracted))}
      />
      {over.length > 0 && (
        <ul className={lists.over} aria-label="Months with too much">
          {over.slice(0, NAMED_OVER).map((month) => (
            <li key={month.month}>
              <TriangleAlert size={12} aria-hidden />
              {monthWords(month, isContracted).words}
            </li>
          ))}
          {over.length > NAMED_OVER && (
            <li>and {count(over.length - NAMED_OVER, "month")} more with too much planned</li>
          )}
        </ul>
      )}
    </div>
  );
}

function columnOf(month: MixMonth, highest: number, isContracted: boolean): MonthColumn {
  const { split, days, available } = month;
  const hours = split.strategy + split.execution;
  const height = (days / highest) * 100;
  const strategy = hours > 0 ? (height * split.strategy) / hours : 0;
  const number = (value: number): string => String(Math.round(value * 2) / 2);
  return {
    month: month.month,
    parts: [
      { look: "strategy", pct: strategy },
      { look: "execution", pct: height - strategy },
    ],
    linePct: (available / highest) * 100,
    figure: days > 0 ? number(days) : "",
    isOver: monthWords(month, isContracted).isOver,
    cells: [
      `${number(days)} days planned`,
      `${hours > 0 ? Math.round((split.strategy / hours) * 100) : 0} % strategy`,
      `${number(available)} days ${isContracted ? "contracted" : "there are"}`,
    ],
  };
}
