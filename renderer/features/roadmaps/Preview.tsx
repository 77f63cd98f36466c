import { formatDay, formatSpan } from "#shared/domain/day.ts";
import { outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ImportReport } from "#shared/interchange/report.ts";
import styles from "./Preview.module.css";
import { ReportLines } from "./ReportLines.tsx";

const ROWS_SHOWN = 8;

interface PreviewProps {
  readonly read: { readonly plan: Plan; readonly report: ImportReport };
}

/** What a file becomes: its dates, its first rows, how much of what, and what is left out. */
export function Preview({ read: { plan, report } }: PreviewProps) {
  const left = report.notBroughtIn.length;
  const span = planSpan(outlineOf(plan));
  return (
    <>
      <p className={styles.span}>
        {span ? `From ${formatDay(span.start)} to ${formatDay(span.finish)}.` : "It holds no dates."}
        {left > 0 &&
          ` ${left === 1 ? "1 kind of thing is" : `${left} kinds of things are`} left out or changed, as told below.`}
      </p>
      <h3 className={styles.heading}>The first rows become</h3>
      <FirstRows plan={plan} />
      <ReportLines report={report} broughtIn="In all" />
      {left === 0 && <p className={styles.span}>Nothing is left out or changed.</p>}
    </>
  );
}

function FirstRows({ plan }: { readonly plan: Plan }) {
  const nodes = outlineOf(plan).inOrder.slice(0, ROWS_SHOWN);
  return (
    <ul className={styles.rows}>
      {nodes.map(({ item, wbsCode, depth, start, finish }) => (
        <li key={item.id} className={styles.row}>
          <span className={styles.code}>{wbsCode}</span>
          <span className={styles.name} data-kind={item.kind} data-depth={Math.min(depth, 4)}>
            {item.kind === "milestone" && "◆ "}
            {item.name}
          </span>
          <span className={styles.dates}>
            {start !== null &&
              finish !== null &&
              (item.kind === "milestone" ? formatDay(start) : formatSpan(start, finish))}
          </span>
        </li>
      ))}
    </ul>
  );
}
