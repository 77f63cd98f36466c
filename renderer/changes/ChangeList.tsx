/** The list of changes: a sentence on top, slips that nobody has explained, then the lines by stage. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { openLine } from "#renderer/commands/changes.ts";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { KindMark } from "#renderer/ui/Marks.tsx";
import { MovedBy } from "#renderer/ui/MovedBy.tsx";
import { howFar, shownDays, wasAndIs } from "#shared/changes/moveWords.ts";
import type { ChangeGroup, ChangeList as List, UntoldSlip } from "#shared/changes/types.ts";
import { summaryWords } from "#shared/changes/words.ts";
import { ChangeLine } from "./ChangeLine.tsx";
import styles from "./Changes.module.css";

interface ChangeListProps {
  readonly list: List;
  /** Stands beside the sentence on top. */
  readonly copy?: ReactNode;
}

export function ChangeList({ list, copy = null }: ChangeListProps) {
  const box = useRef<HTMLDivElement>(null);
  const readOnly = useReadOnly();
  const summary = summaryWords(list);
  /** Whoever answers one goes on with the next, and after the last one with the list. */
  function goOn(): void {
    requestAnimationFrame(() => {
      const next = box.current?.querySelector<HTMLElement>("[data-slip]");
      (next ?? box.current?.querySelector<HTMLElement>("[data-line]"))?.focus();
    });
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the lines inside.
    <div ref={box} onKeyDown={stepThroughLines}>
      <div className={styles.top}>
        <p className={styles.summary}>
          {summary}{" "}
          {hasMoves(list) && !summary.includes("working day") && (
            <span className={styles.unit}>Days are working days.</span>
          )}
        </p>
        {copy}
      </div>
      {list.groups.map((group) => (
        <Group key={group.stageId ?? ""} group={group} slips={readOnly ? [] : list.untold} onTold={goOn} />
      ))}
    </div>
  );
}

function hasMoves({ groups }: List): boolean {
  return groups.some(({ move, lines }) => move !== null || lines.some((line) => line.move !== null));
}

/** Arrow keys go from line to line; Tab reaches what stands in them. */
function stepThroughLines(event: KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-line]") : null;
  if (by === 0 || !from) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-line]")];
  lines[lines.indexOf(from) + by]?.focus();
  event.preventDefault();
}

/** More are asked for: a long list is first of all read from the top. */
const SHOWN_LINES = 60;

interface GroupProps {
  readonly group: ChangeGroup;
  /** Asked about where the milestone stands. */
  readonly slips: readonly UntoldSlip[];
  readonly onTold: () => void;
}

function Group({ group, slips, onTold }: GroupProps) {
  const [all, setAll] = useState(false);
  const { lines } = group;
  const shown = all ? lines : lines.slice(0, SHOWN_LINES);
  return (
    <section className={styles.group} aria-label={group.name}>
      <GroupHead group={group} />
      <ul>
        {shown.map((line) => (
          <ChangeLine
            key={`${line.rowKind} ${line.id}`}
            line={line}
            slip={slips.find(({ milestoneId }) => milestoneId === line.id) ?? null}
            onTold={onTold}
          />
        ))}
      </ul>
      {shown.length < lines.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show {(lines.length - shown.length).toLocaleString("en")} more
        </button>
      )}
    </section>
  );
}

function GroupHead({ group }: { readonly group: ChangeGroup }) {
  const app = useApp();
  const today = useUi((ui) => ui.today);
  const { stageId, name, isLive, move } = group;
  const words = (
    <>
      {stageId !== null && <KindMark kind="stage" />}
      <span className={styles.name}>
        {name}
        {stageId !== null && !isLive && <span className={styles.says}> deleted</span>}
      </span>
      {move && (
        <>
          {" "}
          <span className={styles.days}>{wasAndIs(move, today)}</span>{" "}
          <span className={styles.moved}>
            <MovedBy moved={shownDays(move) ?? "undated"} words={howFar(move)} />
          </span>
        </>
      )}
    </>
  );
  if (stageId === null || !isLive) return <h3 className={`${styles.line} ${styles.heading}`}>{words}</h3>;
  return (
    <h3>
      <button
        type="button"
        data-line
        className={`${styles.line} ${styles.heading}`}
        onClick={() => openLine(app, { id: stageId, rowKind: "stage" })}
      >
        {words}
      </button>
    </h3>
  );
}
