/** The whole plan in a strip: rows squeezed into a few lines, days into a few hundred columns. Pure, O(rows). */
import type { Span, TimelineRow } from "./bar.ts";

export interface MinimapSize {
  readonly columns: number;
  readonly lines: number;
}

export interface MinimapShapes {
  /** SVG path data by stage colour (1 to 6): the span of each stage over the lines of its rows. */
  readonly stages: ReadonlyMap<number, string>;
  /** The same of tasks; where several fall on one spot, the last in reading order shows. */
  readonly tasks: ReadonlyMap<number, string>;
  /** One tick per spot on which a milestone stands. */
  readonly milestones: string;
}

/** `span` is what the strip covers, its last day in full. Rows without dates and outside it are left out. */
export function minimapShapes(rows: readonly TimelineRow[], span: Span, size: MinimapSize): MinimapShapes {
  const cells = new Uint8Array(size.columns * size.lines);
  const stages = new Map<number, string>();
  const spots = new Set<number>();
  rows.forEach((row, index) => {
    const place = placeOf(row, span, size.columns);
    if (!place) return;
    const line = lineOf(index, rows.length, size.lines);
    if (row.kind === "stage") addStage(stages, row, place, [line, lastLine(rows, index, size.lines)]);
    else if (row.kind === "milestone") spots.add(line * size.columns + place.from);
    else if (row.kind === "task")
      cells.fill(row.hue, line * size.columns + place.from, line * size.columns + place.to);
  });
  const ticks = [...spots].map(
    (spot) => `M${spot % size.columns} ${Math.floor(spot / size.columns)}h1v1h-1z`,
  );
  return { stages, tasks: runs(cells, size), milestones: ticks.join("") };
}

interface Place {
  readonly from: number;
  /** After the last column. */
  readonly to: number;
}

function placeOf({ start, finish }: TimelineRow, span: Span, columns: number): Place | null {
  if (start === null || finish === null || finish < span.start || start > span.finish) return null;
  const perDay = columns / (span.finish + 1 - span.start);
  const from = Math.min(columns - 1, Math.max(0, Math.floor((start - span.start) * perDay)));
  const to = Math.min(columns, Math.ceil((finish + 1 - span.start) * perDay));
  return { from, to: Math.max(from + 1, to) };
}

function lineOf(index: number, rows: number, lines: number): number {
  return Math.min(lines - 1, Math.floor((index * lines) / Math.max(rows, 1)));
}

function lastLine(rows: readonly TimelineRow[], stage: number, lines: number): number {
  let last = stage;
  while (last + 1 < rows.length && (rows[last + 1] as TimelineRow).depth > 0) last++;
  return lineOf(last, rows.length, lines);
}

function addStage(
  stages: Map<number, string>,
  { hue }: TimelineRow,
  { from, to }: Place,
  [first, last]: readonly [number, number],
): void {
  const height = last + 1 - first;
  stages.set(hue, `${stages.get(hue) ?? ""}M${from} ${first}h${to - from}v${height}h${from - to}z`);
}

function runs(cells: Uint8Array, { columns, lines }: MinimapSize): ReadonlyMap<number, string> {
  const paths = new Map<number, string[]>();
  for (let line = 0; line < lines; line++) {
    let from = 0;
    for (let column = 1; column <= columns; column++) {
      const hue = cells[line * columns + from] as number;
      if (column < columns && cells[line * columns + column] === hue) continue;
      if (hue > 0) {
        const path = paths.get(hue) ?? [];
        path.push(`M${from} ${line}h${column - from}v1h${from - column}z`);
        paths.set(hue, path);
      }
      from = column;
    }
  }
  return new Map([...paths].map(([hue, path]) => [hue, path.join("")]));
}
