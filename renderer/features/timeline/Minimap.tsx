/**
 * The whole plan in a strip below the chart, with a frame for what the window shows. While the chart scrolls only the
 * frame moves; the drawing follows the rows when they have rested.
 */
import {
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { dayFromNumber } from "#shared/domain/day.ts";
import type { Span, TimelineRow } from "#shared/timeline/bar.ts";
import { minimapShapes } from "#shared/timeline/minimap.ts";
import { windowWords } from "#shared/timeline/words.ts";
import type { ChartWindow } from "./chart/types.ts";
import styles from "./Minimap.module.css";
import { frameOf, keyedWindow, type PressedOn, pulledWindow, type StripScale } from "./minimapWindow.ts";

export interface MinimapHandle {
  /** What the chart shows now; called in every frame in which that changes. */
  look(now: ChartWindow): void;
}

interface MinimapProps {
  readonly rows: readonly TimelineRow[];
  readonly today: number;
  readonly ref: Ref<MinimapHandle>;
  /** Puts a day at the window's left edge, the zoom left as it is. */
  onScroll(day: number): void;
  /** Zooms so that the window shows just these days (fractions count). */
  onShow(from: number, to: number): void;
  onZoom(steps: number): void;
}

const COLUMNS = 600;
const LINES = 20;
/** The drawing waits until the rows have been left alone for this long. */
const REST_MS = 250;

export function Minimap({ rows, today, ref, ...events }: MinimapProps) {
  const strip = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<ChartWindow | null>(null);
  const scale = useRef<StripScale>({ first: 0, last: 0, width: 0 });
  const known = useRef<Span | null>(null);
  const [span, setSpan] = useState<Span | null>(null);
  const waits = useRef(true);
  const rested = useRested(rows, () => {
    waits.current = false;
    setSpan(known.current);
  });
  const isDrawn = rested !== null;

  useImperativeHandle(ref, () => {
    const look = (now: ChartWindow): void => {
      shown.current = now;
      const next = spanToShow(known.current, now);
      if (next !== known.current && !waits.current) setSpan(next);
      known.current = next;
      place(frame.current, now, scale.current);
    };
    return { look };
  }, []);
  useLayoutEffect(() => {
    if (!span || !isDrawn || !strip.current) return;
    const element = strip.current;
    const scaleTo = (width: number): void => {
      scale.current = { first: span.start, last: span.finish + 1, width };
      if (shown.current) place(frame.current, shown.current, scale.current);
    };
    scaleTo(scale.current.width || COLUMNS);
    if (typeof ResizeObserver === "undefined") return;
    // It calls before the strip is painted; asking for the width here would lay the whole page out once more.
    const observer = new ResizeObserver(() => scaleTo(element.clientWidth || COLUMNS));
    observer.observe(element);
    return () => observer.disconnect();
  }, [span, isDrawn]);

  function apply(next: { readonly from: number; readonly to: number }, isZoom: boolean): void {
    if (isZoom) events.onShow(next.from, next.to);
    else events.onScroll(next.from);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !shown.current) return;
    if (event.key === "+" || event.key === "=" || event.key === "-") {
      event.preventDefault();
      events.onZoom(event.key === "-" ? -1 : 1);
      return;
    }
    const next = keyedWindow(event.key, shown.current);
    if (!next) return;
    event.preventDefault();
    apply(next, false);
  }
  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    const from = shown.current;
    if (event.button !== 0 || !from || !strip.current) return;
    event.preventDefault();
    frame.current?.focus({ preventScroll: true });
    const left = strip.current.getBoundingClientRect().left;
    const edge = (event.target as Element).closest<HTMLElement>("[data-edge]")?.dataset.edge;
    const part = (edge ?? (frame.current?.contains(event.target as Node) ? "frame" : "strip")) as PressedOn;
    follow(event, left, (x, pressed) => {
      const next = pulledWindow(part, from, scale.current, pressed, x);
      apply(next, part === "start" || part === "finish");
    });
  }

  return (
    <div className={styles.strip}>
      {span && isDrawn && (
        <div ref={strip} className={styles.inner} onPointerDown={onPointerDown}>
          <Drawing rows={rested} span={span} today={today} />
          <div
            ref={frame}
            role="slider"
            tabIndex={0}
            aria-label="Days in the window"
            aria-orientation="horizontal"
            aria-valuemin={span.start}
            aria-valuemax={span.finish}
            aria-valuenow={span.start}
            className={styles.frame}
            onKeyDown={onKeyDown}
          >
            <span className={styles.rows} />
            <span className={styles.edge} data-edge="start" />
            <span className={styles.edge} data-edge="finish" />
          </div>
        </div>
      )}
    </div>
  );
}

/** The plan's span while the window does not hold all of it; the same value as long as it stays the same. */
function spanToShow(before: Span | null, { from, to, first, last, share }: ChartWindow): Span | null {
  if (from <= first && to >= last + 1 && share.rows >= 1) return null;
  return before !== null && before.start === first && before.finish === last
    ? before
    : { start: first, finish: last };
}

/** Moves the frame, and tells assistive technology when it has come to rest. */
function place(frame: HTMLElement | null, now: ChartWindow, scale: StripScale): void {
  if (!frame || scale.width === 0) return;
  const { x, width } = frameOf(now, scale);
  write(frame, "transform", `translateX(${x}px)`);
  write(frame, "width", `${width}px`);
  const mark = frame.firstElementChild as HTMLElement;
  write(mark, "transform", `translateY(${Math.round(now.share.top * LINES)}px)`);
  write(mark, "height", `${Math.max(2, Math.round(now.share.rows * LINES))}px`);
  if (!now.isResting) return;
  const from = Math.floor(now.from + 0.5);
  const to = Math.max(from, Math.ceil(now.to - 0.5) - 1);
  const value = Math.min(now.last, Math.max(now.first, from));
  frame.setAttribute("aria-valuenow", String(value));
  const words = windowWords(...([from, to, now.first, now.last].map(dayFromNumber) as Days));
  frame.setAttribute("aria-valuetext", words);
}

/** Most frames of a scroll move it by less than a pixel. */
function write({ style }: HTMLElement, property: "transform" | "width" | "height", value: string): void {
  if (style[property] !== value) style[property] = value;
}

type Days = [string, string, string, string];

/** Follows the pointer to its release; positions are pixels from the strip's left edge. */
function follow(down: PointerEvent, left: number, move: (x: number, pressed: number) => void): void {
  const pressed = down.clientX - left;
  move(pressed, pressed);
  const controller = new AbortController();
  const listen = { signal: controller.signal };
  const onMove = (event: globalThis.PointerEvent): void => move(event.clientX - left, pressed);
  window.addEventListener("pointermove", onMove, listen);
  for (const end of ["pointerup", "pointercancel", "blur"])
    window.addEventListener(end, () => controller.abort(), listen);
}

/** Null at first: the chart is painted before anything of the strip is made. */
function useRested(rows: readonly TimelineRow[], onRest: () => void): readonly TimelineRow[] | null {
  const [rested, setRested] = useState<readonly TimelineRow[] | null>(null);
  const latest = useRef(onRest);
  latest.current = onRest;
  useEffect(() => {
    const timer = window.setTimeout(() => {
      latest.current();
      setRested(rows);
    }, REST_MS);
    return () => window.clearTimeout(timer);
  }, [rows]);
  return rested;
}

interface DrawingProps {
  readonly rows: readonly TimelineRow[];
  readonly span: Span;
  readonly today: number;
}

const HUES = [1, 2, 3, 4, 5, 6];

const Drawing = memo(function Drawing({ rows, span, today }: DrawingProps) {
  const shapes = useMemo(() => minimapShapes(rows, span, { columns: COLUMNS, lines: LINES }), [rows, span]);
  const todayX = ((today + 0.5 - span.start) / (span.finish + 1 - span.start)) * COLUMNS;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${COLUMNS} ${LINES}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {HUES.map((hue) => (
        <path key={`stage ${hue}`} d={shapes.stages.get(hue) ?? ""} className={styles.stage} data-hue={hue} />
      ))}
      {HUES.map((hue) => (
        <path key={`task ${hue}`} d={shapes.tasks.get(hue) ?? ""} className={styles.task} data-hue={hue} />
      ))}
      <path d={shapes.milestones} className={styles.milestone} />
      {todayX >= 0 && todayX <= COLUMNS && <path d={`M${todayX} 0v${LINES}`} className={styles.today} />}
    </svg>
  );
});
