import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Span, TimelineRow } from "#shared/timeline/bar.ts";
import type { DateDrag, DragFollower } from "#shared/timeline/preview.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";

/** Height of the time axis above the rows, in pixels. */
export const HEAD_HEIGHT = 48;
export const NARROWEST_COLUMN = 160;
export const WIDEST_COLUMN = 640;

/** What of the plan is in sight. Days are day numbers. */
export interface ChartWindow {
  /** Fractions of days count; what lies before the plan or after it too. */
  readonly from: number;
  readonly to: number;
  /** First and last day of the plan, today and what it is compared with among them. */
  readonly first: number;
  readonly last: number;
  /** Of all rows: the share above the window, and in it (1 when all fit). */
  readonly share: { readonly top: number; readonly rows: number };
  /** False in the midst of scrolling. */
  readonly isResting: boolean;
}

/** What the chart asks for when a person acts on it. Days are day numbers. */
export interface ChartEvents {
  toggle(id: Id): void;
  select(ids: readonly Id[]): void;
  open(id: Id): void;
  zoom(pxPerDay: number): void;
  columnWidth(px: number): void;
  scrollDay(day: number): void;
  /** Told in every frame in which it changes; whoever listens must be quick. */
  window(now: ChartWindow): void;
  /** The keys that open the filter, and show or hide the critical path. */
  filter(): void;
  critical(): void;
  shift(ids: readonly Id[], days: number): void;
  start(id: Id, day: number): void;
  finish(id: Id, day: number): void;
  milestone(id: Id, day: number): void;
  /** What else a drop would move; changes nothing. */
  preview(drag: DateDrag): readonly DragFollower[];
  link(fromId: Id, toId: Id): void;
  rename(id: Id, name: string): void;
  remove(ids: readonly Id[]): void;
  add(nearId: Id, day: number): void;
  /** A sentence for the live region. */
  say(text: string): void;
}

/** What the chart must know of the plan's rules to show, while dragging, where things will land. */
export interface ChartRules {
  words(id: Id): string;
  tip(start: number, finish: number): string;
  isWorking(day: Day): boolean;
  /** What a day off is called, or null. */
  dayOff(day: number): string | null;
  /** Dates of an item after a move by calendar days. */
  shifted(row: TimelineRow, span: Span, days: number): Span;
  /** Dates of a task after its first or last day was put on `day`. */
  resized(row: TimelineRow, span: Span, edge: "start" | "finish", day: number): Span;
  /** Calendar days from `day` to the working day `steps` on (back, when negative). */
  workingStep(day: number, steps: number): number;
}

export interface ChartOptions {
  readonly events: ChartEvents;
  readonly rules: ChartRules;
  readonly label: string;
  readonly today: number;
  /** Day at the left edge when the first rows come; without one, today stands at a third of the width. */
  readonly firstDay?: number | null;
  readonly pxPerDay: number;
  readonly columnWidth: number;
  readonly rowHeight: number;
  readonly readOnly: boolean;
  readonly canRename: boolean;
  readonly canAdd: boolean;
}

/** The framework-free timeline. Nothing here costs more than the visible window except setRows. */
export interface TimelineChart {
  /** The rows and the links between them. Where only a few rows differ from those shown, only these are redrawn. */
  setRows(rows: readonly TimelineRow[], links: readonly TimelineLink[]): void;
  setSelection(ids: readonly Id[]): void;
  /** Zoom, keeping the day under `anchorX` (pixels from the left edge of the lanes; the middle by default, or what the person looks at). */
  setScale(pxPerDay: number, anchorX?: number): void;
  setColumnWidth(px: number): void;
  setReadOnly(readOnly: boolean): void;
  setToday(day: number): void;
  setRules(rules: ChartRules): void;
  /** Puts a day at the left edge. */
  scrollToDay(day: number): void;
  /** Zooms and scrolls so that the window shows the days from `from` up to, not including, `to`. */
  showDays(from: number, to: number): void;
  /** When nothing in sight is under way today, what is, or else what comes next, comes into sight. */
  showWork(): void;
  /** When no bar at all is in sight, the first one comes; bars of rows that are dimmed do not count. */
  showAnyWork(): void;
  goToToday(): void;
  fit(): void;
  zoomSteps(steps: number): void;
  /** Brings a row into view, in both directions; false when it is not among the rows. */
  reveal(id: Id): boolean;
  focus(): void;
  destroy(): void;
}
