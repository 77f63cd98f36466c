import { type KeyboardEvent, useRef, useState } from "react";
import type { Review } from "#shared/domain/review.ts";
import { moreWords, type Sheet, type SheetGroup, tallyWords } from "#shared/review/sheet.ts";
import { SEVERITIES, type Severity } from "#shared/review/types.ts";
import { SEVERITY_WORDS } from "#shared/review/words.ts";
import { FindingRow } from "./FindingRow.tsx";
import styles from "./Findings.module.css";
import { isFindingKey, moveAmong } from "./moveAmong.ts";
import sheetStyles from "./Sheet.module.css";

interface FindingsProps {
  readonly review: Review;
  readonly sheet: Sheet;
  readonly isFrozen: boolean;
}

/** What the checks find, what matters most first. Arrow keys go through it, Enter leads to the fix, A calls it fine. */
export function Findings({ review, sheet, isFrozen }: FindingsProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [acceptingKey, setAccepting] = useState<string | null>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !isFindingKey(target) || !holder.current) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "a" && !isFrozen && target.dataset.answerable === "true") {
      event.preventDefault();
      setAccepting(target.dataset.finding ?? null);
    } else if (moveAmong(holder.current, target, event.key)) event.preventDefault();
  }
  function done(key: string): void {
    setAccepting(null);
    requestAnimationFrame(() =>
      holder.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`)?.focus(),
    );
  }
  return (
    <section className={sheetStyles.section} aria-label="What is weak in the plan">
      <h4 className={sheetStyles.sectionTitle}>
        What is weak in the plan{" "}
        <span className={styles.tally}>{tallyWords(sheet, review.closedOn !== null)}</span>
      </h4>
      {sheet.groups.length === 0 && (
        <p className={sheetStyles.muted}>
          The checks find nothing: everything has an owner, an end and somebody with the hours for it.
        </p>
      )}
      {!isFrozen && sheet.groups.length > 0 && (
        <p className={styles.keys}>
          <kbd>↑</kbd> <kbd>↓</kbd> go through, <kbd>Enter</kbd> leads to the fix, <kbd>A</kbd> says why it is
          fine
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons within */}
      <div ref={holder} onKeyDown={onKeyDown}>
        {SEVERITIES.map((severity) => (
          <Level
            key={severity}
            severity={severity}
            groups={sheet.groups.filter((group) => group.severity === severity)}
            row={(line) => (
              <FindingRow
                key={line.key}
                reviewId={review.id}
                line={line}
                isFrozen={isFrozen}
                isAccepting={acceptingKey === line.key}
                onAccept={() => setAccepting(line.key)}
                onDone={() => done(line.key)}
              />
            )}
          />
        ))}
      </div>
    </section>
  );
}

type Row = (line: SheetGroup["lines"][number]) => React.ReactNode;

interface LevelProps {
  readonly severity: Severity;
  readonly groups: readonly SheetGroup[];
  readonly row: Row;
}

function Level({ severity, groups, row }: LevelProps) {
  if (groups.length === 0) return null;
  return (
    <section className={styles.level} data-severity={severity} aria-label={SEVERITY_WORDS[severity]}>
      <h5 className={styles.levelTitle}>{SEVERITY_WORDS[severity]}</h5>
      {groups.map((group) => (
        <Group key={group.key} group={group} row={row} />
      ))}
    </section>
  );
}

/** How many of one kind are shown before somebody asks for more. */
const SHOWN = 5;

function Group({ group, row }: { readonly group: SheetGroup; readonly row: Row }) {
  const [showsAll, showAll] = useState(false);
  const { lines, title, why, more } = group;
  const shown = showsAll || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  const hidden = lines.length - shown.length;
  return (
    <div className={styles.group}>
      <p className={styles.groupTitle}>
        <strong>{title}</strong> <span className={sheetStyles.muted}>{why}</span>
      </p>
      <ul aria-label={title}>{shown.map(row)}</ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => showAll(true)}>
          {moreWords(hidden + more)}
        </button>
      )}
      {hidden === 0 && more > 0 && <p className={styles.rest}>{moreWords(more)} of the same</p>}
    </div>
  );
}
