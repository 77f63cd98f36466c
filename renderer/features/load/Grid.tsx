import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { openLoadWeek } from "#renderer/commands/load.ts";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./Grid.module.css";
import { GridBody } from "./gridElements.tsx";
import { Head } from "./Head.tsx";
import { PersonRow } from "./PersonRow.tsx";
import { type LoadRow, type LoadTable, weekAtIndex } from "./rows.ts";
import { HEAD_HEIGHT, NAME_WIDTH, ROW_HEIGHT, scrollToCell, useInSight, WEEK_WIDTH } from "./useWindow.ts";

export interface GridHandle {
  /** Moves to a week of a person. */
  readonly show: (personId: Id | null, week: number) => void;
  readonly scrollBy: (weeks: number) => void;
  readonly scrollToNow: () => void;
  readonly focus: () => void;
}

interface GridProps {
  readonly table: LoadTable;
  readonly rows: readonly LoadRow[];
  readonly horizon: number;
  readonly ref: Ref<GridHandle>;
}

interface Spot {
  readonly personId: Id | null;
  readonly week: number;
}

/** People down, weeks across. One cell takes the focus; arrows go from week to week and from person to person. */
export function Grid({ table, rows, horizon, ref }: GridProps) {
  const app = useApp();
  const open = useUi((state) => state.loadWeek);
  const scroller = useRef<HTMLDivElement>(null);
  const weeks = table.load.weeks;
  const [spot, setSpot] = useState<Spot>(() => startOf(table, rows, open));
  const wantsFocus = useRef(false);
  const sight = useInSight(scroller, weeks, rows.length);
  const at = {
    row: Math.max(
      0,
      rows.findIndex(({ id }) => id === spot.personId),
    ),
    week: Math.min(spot.week, weeks - 1),
  };

  // Somebody who scrolled away still gets into the grid by Tab: at the nearest cell in sight.
  const tabStop = {
    row: held(at.row, sight.firstRow, sight.lastRow),
    week: held(at.week, sight.firstWeek, sight.lastWeek),
  };

  function go(row: number, week: number, focus = true): void {
    const to = rows[Math.max(0, Math.min(row, rows.length - 1))];
    if (!to || !scroller.current) return;
    const at = held(week, 0, weeks - 1);
    wantsFocus.current = focus;
    setSpot({ personId: to.id, week: at });
    scrollToCell(scroller.current, rows.indexOf(to), at);
  }
  function scrollTo(week: number): void {
    if (scroller.current) scroller.current.scrollLeft = Math.max(0, week) * WEEK_WIDTH;
  }
  // The first weeks in sight are this one and those to come, unless another was asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it opens; later it stays where it was put.
  useLayoutEffect(() => scrollTo(open ? Math.max(0, spot.week - 2) : table.now), []);
  // The panel takes room from the weeks: the one it is about stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another week is opened.
  useLayoutEffect(() => {
    if (open && scroller.current) scrollToCell(scroller.current, at.row, at.week);
  }, [open]);
  useLayoutEffect(() => {
    // Drawn only once it has been scrolled to.
    if (!wantsFocus.current || tabStop.row !== at.row || tabStop.week !== at.week) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]');
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  });
  useImperativeHandle(ref, () => ({
    show: (personId, week) =>
      go(
        rows.findIndex(({ id }) => id === personId),
        week,
      ),
    scrollBy: (by) => scrollTo(Math.round((scroller.current?.scrollLeft ?? 0) / WEEK_WIDTH) + by),
    scrollToNow: () => scrollTo(table.now),
    focus: () => go(at.row, at.week),
  }));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = target(event.key, at, weeks);
    if (event.key === "Enter" || event.key === " ") openCell(at.row, at.week);
    else if (event.key === "Escape" && open) openLoadWeek(app, null);
    else if (to) go(to.row, to.week);
    else return;
    event.preventDefault();
  }
  function openCell(row: number, week: number): void {
    const line = rows[row];
    if (!line) return;
    go(row, week);
    openLoadWeek(app, { personId: line.id, week: weekAtIndex(table, week) });
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <GridBody
        aria-label="Hours per person per week"
        aria-rowcount={rows.length + 1}
        aria-colcount={weeks + 1}
        className={styles.canvas}
        style={{ width: NAME_WIDTH + weeks * WEEK_WIDTH, height: HEAD_HEIGHT + rows.length * ROW_HEIGHT }}
        onKeyDown={onKeyDown}
      >
        <Head table={table} sight={sight} />
        {rows.slice(sight.firstRow, sight.lastRow + 1).map((row, i) => {
          const index = sight.firstRow + i;
          return (
            <PersonRow
              key={row.id ?? "nobody"}
              table={table}
              row={row}
              index={index}
              horizon={horizon}
              firstWeek={sight.firstWeek}
              lastWeek={sight.lastWeek}
              focusWeek={tabStop.row === index ? tabStop.week : null}
              openWeek={open?.personId === row.id ? open.week : null}
              onOpen={(week) => openCell(index, week)}
            />
          );
        })}
      </GridBody>
    </div>
  );
}

function held(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function startOf(
  table: LoadTable,
  rows: readonly LoadRow[],
  open: { personId: Id | null; week: string } | null,
): Spot {
  const week = open
    ? Array.from({ length: table.load.weeks }, (_, i) => i).find((i) => weekAtIndex(table, i) === open.week)
    : undefined;
  return { personId: open ? open.personId : (rows[0]?.id ?? null), week: week ?? table.now };
}

function target(
  key: string,
  at: { row: number; week: number },
  weeks: number,
): { row: number; week: number } | null {
  if (key === "ArrowLeft") return { ...at, week: at.week - 1 };
  if (key === "ArrowRight") return { ...at, week: at.week + 1 };
  if (key === "ArrowUp") return { ...at, row: at.row - 1 };
  if (key === "ArrowDown") return { ...at, row: at.row + 1 };
  if (key === "PageUp") return { ...at, week: at.week - 8 };
  if (key === "PageDown") return { ...at, week: at.week + 8 };
  if (key === "Home") return { ...at, week: 0 };
  if (key === "End") return { ...at, week: weeks - 1 };
  return null;
}
