/** The chart alone, as TimelineView mounts it, in a document without layout. */
import { createTimelineChart } from "#renderer/features/timeline/chart/chart.ts";
import type { ChartEvents, ChartRules, TimelineChart } from "#renderer/features/timeline/chart/types.ts";
import { NO_SIGNS, type TimelineRow } from "#shared/timeline/bar.ts";

export const COLUMN = 300;
/** What the chart assumes of a window it cannot measure. */
export const WINDOW = 1_200;

export function aRow(id: string, kind: TimelineRow["kind"], start: number, finish: number): TimelineRow {
  return {
    id,
    kind,
    depth: 0,
    code: "1",
    label: id,
    start,
    finish,
    progress: 0,
    hue: 1,
    expanded: null,
    mark: "none",
    note: "",
    ghost: null,
    signs: NO_SIGNS,
  };
}

export function aChart(host: HTMLElement, known: Partial<ChartEvents> = {}): TimelineChart {
  const nothing = (): void => undefined;
  const events = new Proxy(known as ChartEvents, {
    get: (given, name) => Reflect.get(given, name) ?? nothing,
  });
  const rules = { words: () => "", tip: () => "", isWorking: () => true } as unknown as ChartRules;
  return createTimelineChart(host, {
    events,
    rules,
    label: "Timeline",
    today: 20_000,
    pxPerDay: 20,
    columnWidth: COLUMN,
    rowHeight: 34,
    readOnly: false,
    canRename: false,
    canAdd: false,
  });
}
