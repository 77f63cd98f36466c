import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { afterPaint } from "#renderer/ui/afterPaint.ts";
import type { Comparison } from "#shared/domain/compare.ts";
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { TimelineRow } from "#shared/timeline/bar.ts";
import type { DateDrag, DragFollower } from "#shared/timeline/preview.ts";
import { type LinkedRows, type TimelineLink, timelineLinksAfter } from "#shared/timeline/rowLinks.ts";
import { type RowLook, timelineRows } from "#shared/timeline/rows.ts";
import { createTimelineChart } from "./chart/chart.ts";
import type { ChartEvents, TimelineChart } from "./chart/types.ts";
import { chartRules } from "./chartRules.ts";
import { EmptyTimeline } from "./EmptyTimeline.tsx";
import { Minimap, type MinimapHandle } from "./Minimap.tsx";
import { NothingMatches } from "./NothingMatches.tsx";
import { TimelineToolbar } from "./TimelineToolbar.tsx";
import styles from "./TimelineView.module.css";
import { act, useRequest } from "./useRequest.ts";

export interface TimelineRequest {
  readonly seq: number;
  readonly kind: "today" | "fit" | "in" | "out" | "reveal" | "work";
  readonly id?: Id | undefined;
}

export interface TimelineViewProps {
  readonly plan: Plan;
  readonly today: Day;
  /** What the plan is compared with, if with anything. */
  readonly comparison?: Comparison | null;
  readonly collapsed: ReadonlySet<Id>;
  onToggleCollapsed(id: Id): void;
  readonly selection: readonly Id[];
  onSelect(ids: readonly Id[]): void;
  onOpenDetails(id: Id): void;
  readonly pxPerDay: number;
  onZoom(pxPerDay: number): void;
  readonly columnWidth: number;
  onColumnWidth(px: number): void;
  /** Day at the left edge when the view opens; null shows today. */
  readonly scrollDay: Day | null;
  onScrollDay(day: Day): void;
  readonly readOnly: boolean;
  onShift(ids: readonly Id[], days: number): void;
  onStart(id: Id, start: Day): void;
  onFinish(id: Id, finish: Day): void;
  onMilestoneDate(id: Id, date: Day): void;
  /** What else a drop would move; changes nothing. */
  onPreview?(drag: DateDrag): readonly DragFollower[];
  onLink(fromId: Id, toId: Id): void;
  onRename?(id: Id, name: string): void;
  onAddTask?(parentId: Id, start: Day): void;
  onRemove?(ids: readonly Id[]): void;
  readonly request: TimelineRequest | null;
  /** What is looked for among the rows: a filter, the critical path. */
  readonly look?: RowLook | null;
  /** What stands in the toolbar besides the zoom, and in a strip below it. */
  readonly tools?: ReactNode;
  readonly strip?: ReactNode;
  onFilter?(): void;
  onClearFilter?(): void;
  onCritical?(): void;
}

/** Rows are as high as the token --row-height says. */
const ROW_HEIGHT = 34;

/** The timeline as a function of its props. The chart does the drawing; this keeps it in step with the plan. */
export function TimelineView(props: TimelineViewProps) {
  const { plan, collapsed, today, comparison = null, look = null } = props;
  const host = useRef<HTMLDivElement>(null);
  const [said, say] = useState("");
  const rows = useMemo(
    () => timelineRows(plan, collapsed, today, comparison, look),
    [plan, collapsed, today, comparison, look],
  );
  const links = useLinks(plan, rows, look);
  const minimap = useRef<MinimapHandle>(null);
  const chart = useChart(host, props, { say, minimap });
  useLayoutEffect(() => {
    chart.current?.setRules(chartRules(plan, today, comparison, look));
    chart.current?.setToday(dayNumber(today));
  }, [chart, plan, today, comparison, look]);
  useLayoutEffect(() => chart.current?.setRows(rows, links), [chart, rows, links]);
  useLayoutEffect(() => chart.current?.setSelection(props.selection), [chart, props.selection]);
  useLayoutEffect(() => chart.current?.setScale(props.pxPerDay), [chart, props.pxPerDay]);
  useLayoutEffect(() => chart.current?.setColumnWidth(props.columnWidth), [chart, props.columnWidth]);
  useLayoutEffect(() => chart.current?.setReadOnly(props.readOnly), [chart, props.readOnly]);
  useRequest(chart, props);
  const toolbar = useToolbar(chart, props);
  const isFilteredOut = rows.length === 0 && look?.filtered != null;
  const isEmpty = plan.tasks.size + plan.milestones.size === 0 || rows.every((row) => row.start === null);
  return (
    <section className={styles.view} aria-label="Timeline">
      <TimelineToolbar pxPerDay={props.pxPerDay} {...toolbar}>
        {props.tools}
      </TimelineToolbar>
      {props.strip}
      <div className={styles.chart}>
        <div ref={host} className={styles.host} />
        {isFilteredOut ? (
          <NothingMatches onClear={() => props.onClearFilter?.()} />
        ) : (
          isEmpty && <EmptyTimeline {...props} stages={outlineOf(plan).stages} />
        )}
      </div>
      <Minimap
        ref={minimap}
        rows={rows}
        today={dayNumber(today)}
        onScroll={(day) => chart.current?.scrollToDay(day)}
        onShow={(from, to) => chart.current?.showDays(from, to)}
        onZoom={(steps) => chart.current?.zoomSteps(steps)}
      />
      <div className="visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </section>
  );
}

/** Most edits leave the links as they were, and finding that out costs less than working them out again. */
function useLinks(plan: Plan, rows: readonly TimelineRow[], look: RowLook | null): readonly TimelineLink[] {
  const known = useRef<LinkedRows | null>(null);
  return useMemo(() => {
    known.current = timelineLinksAfter(known.current, plan, rows, look?.filtered);
    return known.current.links;
  }, [plan, rows, look?.filtered]);
}

/** The same as long as the view lives: an edit does not draw the toolbar anew. */
function useToolbar(chart: RefObject<TimelineChart | null>, { onZoom }: TimelineViewProps) {
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  return useMemo(
    () => ({
      onZoom: (pxPerDay: number) => zoom.current(pxPerDay),
      onStep: (steps: number) => chart.current?.zoomSteps(steps),
      onToday: () => chart.current && act(chart.current, "today"),
      onFit: () => chart.current?.fit(),
    }),
    [chart],
  );
}

interface Listeners {
  readonly say: (text: string) => void;
  readonly minimap: RefObject<MinimapHandle | null>;
}

/** Mounts one chart for the life of the view; its events always see the newest props. */
function useChart(host: RefObject<HTMLDivElement | null>, props: TimelineViewProps, listeners: Listeners) {
  const chart = useRef<TimelineChart | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const { say, minimap } = listeners;
  useLayoutEffect(() => {
    if (!host.current) return;
    const first = latest.current;
    const created = createTimelineChart(host.current, {
      events: chartEvents(latest, { say, minimap }),
      rules: chartRules(first.plan, first.today),
      label: `Timeline of ${first.plan.roadmap.name}`,
      today: dayNumber(first.today),
      firstDay: first.scrollDay === null ? null : dayNumber(first.scrollDay),
      pxPerDay: first.pxPerDay,
      columnWidth: first.columnWidth,
      rowHeight: ROW_HEIGHT,
      readOnly: first.readOnly,
      canRename: first.onRename !== undefined,
      canAdd: first.onAddTask !== undefined,
    });
    chart.current = created;
    return () => {
      chart.current = null;
      created.destroy();
    };
  }, [host, say, minimap]);
  useEffect(() => takeKeyboard(chart), []);
  return chart;
}

/** Whoever comes by a key goes on with the keys; after the two frames that draw it all, for focus lays the page out. */
function takeKeyboard(chart: RefObject<TimelineChart | null>): () => void {
  let callOff = afterPaint(() => {
    callOff = afterPaint(() => {
      if (document.activeElement === document.body) chart.current?.focus();
    });
  });
  return () => callOff();
}

function chartEvents(latest: RefObject<TimelineViewProps>, { say, minimap }: Listeners): ChartEvents {
  return {
    toggle: (id) => latest.current.onToggleCollapsed(id),
    select: (ids) => latest.current.onSelect(ids),
    open: (id) => latest.current.onOpenDetails(id),
    zoom: (pxPerDay) => latest.current.onZoom(pxPerDay),
    columnWidth: (px) => latest.current.onColumnWidth(px),
    scrollDay: (day) => latest.current.onScrollDay(dayFromNumber(day)),
    window: (now) => minimap.current?.look(now),
    filter: () => latest.current.onFilter?.(),
    critical: () => latest.current.onCritical?.(),
    shift: (ids, days) => latest.current.onShift(ids, days),
    start: (id, day) => latest.current.onStart(id, dayFromNumber(day)),
    finish: (id, day) => latest.current.onFinish(id, dayFromNumber(day)),
    milestone: (id, day) => latest.current.onMilestoneDate(id, dayFromNumber(day)),
    preview: (drag) => latest.current.onPreview?.(drag) ?? [],
    link: (fromId, toId) => latest.current.onLink(fromId, toId),
    remove: (ids) => latest.current.onRemove?.(ids),
    rename: (id, name) => latest.current.onRename?.(id, name),
    add: (nearId, day) => {
      const parentId = containerNear(latest.current.plan, nearId);
      if (parentId !== null) latest.current.onAddTask?.(parentId, dayFromNumber(day));
    },
    say,
  };
}

/** A row that can hold tasks takes the new one; a plain task passes it to what holds it. */
function containerNear(plan: Plan, id: Id): Id | null {
  const node = outlineOf(plan).byId.get(id);
  if (!node) return null;
  if (node.item.kind !== "task" || node.isGroup) return node.item.id;
  return node.parent?.item.id ?? null;
}
