import { Fragment } from "react";
import type { Id } from "#shared/domain/fields.ts";
import { count } from "#shared/domain/words.ts";
import { hoursNumber } from "#shared/load/words.ts";
import styles from "./Load.module.css";
import type { LoadTable } from "./rows.ts";

interface OverWordsProps {
  readonly table: LoadTable;
  /** Weeks looked ahead. */
  readonly horizon: number;
  readonly onOpen: (personId: Id | null, week: number) => void;
}

const NAMED = 4;

/** Who has too much in the weeks ahead; each name leads to the first of those weeks. */
export function OverWords({ table, horizon, onOpen }: OverWordsProps) {
  const over = table.rows
    .filter(({ totals }) => totals.overWeeks > 0)
    .sort((a, b) => b.totals.overHours - a.totals.overHours);
  const weeks = `in the next ${horizon} weeks`;
  if (table.rows.every(({ totals }) => totals.hours === 0))
    return (
      <p className={styles.sentence}>
        Nobody has any hours of work {weeks}. Say who does a task and how many hours it takes, or who runs a
        routine: it then fills a bar here.
      </p>
    );
  if (over.length === 0) return <p className={styles.sentence}>Nobody is over {weeks}.</p>;
  return (
    <p className={styles.sentence}>
      <strong>
        {count(over.length, "person", "people")} {over.length === 1 ? "is" : "are"} over
      </strong>{" "}
      {weeks}:{" "}
      {over.slice(0, NAMED).map(({ id, name, totals }, i) => (
        <Fragment key={id}>
          {i > 0 && ", "}
          <button type="button" className={styles.name} onClick={() => onOpen(id, totals.firstOver ?? 0)}>
            {name}
          </button>{" "}
          (+{hoursNumber(totals.overHours)} h)
        </Fragment>
      ))}
      {over.length > NAMED && `, and ${over.length - NAMED} more`}.
    </p>
  );
}
