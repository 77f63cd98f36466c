import { hoursWords } from "#shared/balance/nextWords.ts";
import type { Plate } from "#shared/balance/plate.ts";
import bars from "./bars.module.css";
import { MonthColumns } from "./MonthColumns.tsx";

/** The CEO's share of the work of each month, with a line for what is wanted of the stage it lies in. */
export function PlateMonths({ plate }: { readonly plate: Plate }) {
  return (
    <MonthColumns
      title="By month"
      top="100 %"
      heads={["On the CEO", "Wanted", "Open work"]}
      legend={
        <>
          <span className={`${bars.key} ${bars.ceo}`} />
          on the CEO
          <span className={bars.lineKey} />
          wanted
        </>
      }
      columns={plate.months.map(({ month, share, wantedPct }) => ({
        month,
        parts: [{ look: "ceo", pct: share.ceoPct ?? 0 }],
        linePct: wantedPct,
        figure: share.ceoPct === null ? "" : String(Math.round(share.ceoPct)),
        isOver: share.ceoPct !== null && wantedPct !== null && share.ceoPct > wantedPct + 3,
        cells: [
          share.ceoPct === null ? "no work" : `${Math.round(share.ceoPct)} %`,
          wantedPct === null ? "no share wanted" : `${Math.round(wantedPct)} % wanted`,
          hoursWords(share.total),
        ],
      }))}
    />
  );
}
