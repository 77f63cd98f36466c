import { count } from "#shared/domain/words.ts";
import type { ImportReport } from "#shared/interchange/report.ts";
import styles from "./forms.module.css";

interface ReportLinesProps {
  readonly report: ImportReport;
  /** The heading above the counts. */
  readonly broughtIn: string;
}

const NAMES_SHOWN = 6;

/** What an import brings in, and what it leaves out or changes. */
export function ReportLines({ report, broughtIn }: ReportLinesProps) {
  return (
    <>
      <h3 className={styles.section}>{broughtIn}</h3>
      <ul className={styles.list}>
        {report.broughtIn.map((line) => (
          <li key={line.what} className={styles.line}>
            <span className={styles.grow}>{line.what}</span>
            <span className={styles.number}>{line.count.toLocaleString("en")}</span>
          </li>
        ))}
      </ul>
      {report.notBroughtIn.length > 0 && (
        <>
          <h3 className={styles.section}>Left out or changed</h3>
          <ul className={styles.list}>
            {report.notBroughtIn.map((line) => (
              <li key={line.what + line.why} className={styles.line}>
                <div className={styles.grow}>
                  <p>{line.what}</p>
                  <p className={styles.why}>{line.why}</p>
                  {line.names && line.names.length > 0 && (
                    <p className={styles.names}>{shortList(line.names)}</p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function shortList(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  const shown = names.slice(0, NAMES_SHOWN).join(", ");
  return rest > 0 ? `${shown} and ${count(rest, "more", "more")}` : shown;
}
