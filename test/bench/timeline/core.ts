/**
 * Adapter for the neutral timeline harness: mounts the chart alone, without React and without a plan, fed as TimelineView feeds it.
 * Conversion of the neutral data is part of the measured load, as for every other chart there.
 */
import "#renderer/ui/tokens.css";
import { createTimelineChart } from "#renderer/features/timeline/chart/chart.ts";
import type { ChartEvents, ChartRules, TimelineChart } from "#renderer/features/timeline/chart/types.ts";
import { dayFromNumber, formatDay, weekdayOf } from "#shared/domain/day.ts";
import { NO_SIGNS, type Span, type TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";

interface NeutralTask {
  readonly id: number;
  readonly name: string;
  /** Calendar days from day0, and the length in days. */
  readonly start: number;
  readonly dur: number;
  readonly progress: number;
}
interface NeutralData {
  readonly tasks: readonly NeutralTask[];
  readonly links: readonly { readonly id: number; readonly from: number; readonly to: number }[];
  /** Milliseconds since 1970, UTC. */
  readonly day0: number;
}

const MS_PER_DAY = 86_400_000;
const PX_PER_DAY = 30;
const ROW_HEIGHT = 36;
const COLUMN = 240;

let chart: TimelineChart;
let rows: readonly TimelineRow[] = [];
let links: readonly TimelineLink[] = [];

/** Ids are 1 to N, in the order of the rows. */
function spanOf(id: string): Span | null {
  const row = rows[Number(id) - 1];
  return !row || row.start === null || row.finish === null ? null : { start: row.start, finish: row.finish };
}

function rowOf(task: NeutralTask, day0: number): TimelineRow {
  const start = day0 + task.start;
  return {
    id: String(task.id),
    kind: "task",
    depth: 0,
    code: String(task.id),
    label: task.name,
    start,
    finish: start + task.dur - 1,
    progress: task.progress / 100,
    hue: 1,
    expanded: null,
    mark: "none",
    note: "",
    ghost: null,
    signs: NO_SIGNS,
  };
}

function linkOf(link: NeutralData["links"][number]): TimelineLink {
  const [from, to] = [rows[link.from - 1], rows[link.to - 1]];
  return { id: String(link.id), fromId: from?.id ?? "", toId: to?.id ?? "", type: "FS" };
}

function shift(ids: readonly string[], days: number): void {
  const moved = [...rows];
  for (const id of ids) {
    const index = Number(id) - 1;
    const span = spanOf(id);
    if (span)
      moved[index] = { ...moved[index], start: span.start + days, finish: span.finish + days } as TimelineRow;
  }
  rows = moved;
  chart.setRows(rows, links);
}

const nothing = (): void => undefined;

function events(): ChartEvents {
  return {
    toggle: nothing,
    select: (ids) => chart.setSelection(ids),
    open: nothing,
    zoom: nothing,
    columnWidth: nothing,
    scrollDay: nothing,
    window: nothing,
    filter: nothing,
    critical: nothing,
    shift,
    start: nothing,
    finish: nothing,
    milestone: nothing,
    preview: () => [],
    link: nothing,
    rename: nothing,
    add: nothing,
    remove: nothing,
    say: nothing,
  };
}

function rules(): ChartRules {
  return {
    words: (id) => {
      const span = spanOf(id);
      return span ? `Task ${id}, ${dayWords(span.start)} to ${dayWords(span.finish)}` : "";
    },
    tip: (start, finish) => `${dayWords(start)} – ${dayWords(finish)}`,
    isWorking: (day) => weekdayOf(day) % 6 !== 0,
    dayOff: () => null,
    shifted: (_row, span, days) => ({ start: span.start + days, finish: span.finish + days }),
    resized: (_row, span, edge, day) => ({ ...span, [edge]: day }),
    workingStep: (_day, steps) => steps,
  };
}

function dayWords(day: number): string {
  return formatDay(dayFromNumber(day), "short");
}

export const peer = {
  name: "Groundwork",
  version: "0.1.0",
  links: true,
  mount(host: HTMLElement, data: NeutralData): void {
    const day0 = data.day0 / MS_PER_DAY;
    rows = data.tasks.map((task) => rowOf(task, day0));
    chart = createTimelineChart(host, {
      events: events(),
      rules: rules(),
      label: "Timeline",
      today: day0,
      pxPerDay: PX_PER_DAY,
      columnWidth: COLUMN,
      rowHeight: ROW_HEIGHT,
      readOnly: false,
      canRename: false,
      canAdd: false,
    });
    links = data.links.map(linkOf);
    chart.setRows(rows, links);
  },
  ready: (host: HTMLElement): boolean => bars(host).length > 0,
  move: (id: number, days: number): void => shift([String(id)], days),
  startOf: (id: number): number => spanOf(String(id))?.start ?? Number.NaN,
  barPoint(host: HTMLElement): { x: number; y: number } | null {
    const seen = bars(host)
      .map((bar) => bar.getBoundingClientRect())
      .find((r) => r.left > COLUMN && r.right < 1_350 && r.top > 90 && r.bottom < 800 && r.width > 60);
    return seen ? { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 } : null;
  },
};

function bars(host: HTMLElement): HTMLElement[] {
  return [...host.querySelectorAll<HTMLElement>("[aria-hidden] [data-slot]:not([hidden])")];
}
