import { dayFromNumber, formatSpan } from "#shared/domain/day.ts";
import {
  describeSheet,
  type Timeline,
  type TimelineSheet as TimelineSheetLayout,
} from "#shared/print/timeline/timelineSheets.ts";
import { Legend } from "./Legend.tsx";
import { SheetDrawing } from "./SheetDrawing.tsx";

interface TimelineSheetProps {
  readonly timeline: Timeline;
  /** Which of its sheets, 0 the first. */
  readonly at: number;
  readonly width: number;
}

/** One sheet of the timeline; each repeats the rows' columns and the dates. */
export function TimelineSheet({ timeline, at, width }: TimelineSheetProps) {
  const sheet = timeline.sheets[at];
  return sheet ? <Sheet id={`timeline-${at + 1}`} sheet={sheet} timeline={timeline} width={width} /> : null;
}

interface SheetProps {
  readonly id: string;
  readonly sheet: TimelineSheetLayout;
  readonly timeline: Timeline;
  readonly width: number;
}

function Sheet({ id, sheet, timeline, width }: SheetProps) {
  const { span } = sheet.chart;
  const dates = formatSpan(dayFromNumber(span.firstDay), dayFromNumber(span.lastDay));
  const { title, columns, grid, printed } = sheet.part;
  const Heading = id === "timeline-1" ? "h1" : "h2";
  return (
    <section className="sheet timeline-sheet" aria-labelledby={id}>
      <header className="sheet-head" style={{ height: `${timeline.headingHeight}pt` }}>
        <div className="sheet-title">
          <Heading id={id} className="as-h1">
            {title}
            <span className="locator">, {sheet.locator}</span>
          </Heading>
          {grid.columns > 1 && <SheetMap sheet={sheet} />}
        </div>
        <Legend shows={timeline.shows} />
      </header>
      <SheetDrawing
        id={id}
        sheet={sheet}
        columns={columns}
        width={timeline.width}
        paperWidth={width}
        label={describeSheet(sheet, dates)}
      />
      {printed.size < grid.rows * grid.columns && (
        <p className="note">Sheets on which nothing happens are left out.</p>
      )}
    </section>
  );
}

/** Where this sheet lies among those of its part: filled is this one, outlined are the others that are printed. */
function SheetMap({ sheet }: { readonly sheet: TimelineSheetLayout }) {
  const { grid, printed } = sheet.part;
  const { rows, columns } = grid;
  if (rows > 12) return null;
  const cell = Math.min(6, 20 / rows);
  const cells = Array.from(
    { length: rows * columns },
    (_, i) => [Math.floor(i / columns), i % columns] as const,
  );
  return (
    <svg
      className="sheet-map"
      width={`${columns * cell * 1.5}pt`}
      height={`${rows * cell}pt`}
      viewBox={`0 0 ${columns * cell * 1.5} ${rows * cell}`}
      aria-hidden="true"
    >
      {cells.map(([row, column]) => (
        <rect
          key={`${row}.${column}`}
          className={cellClass(row === sheet.row && column === sheet.column, printed.has(`${row}.${column}`))}
          x={column * cell * 1.5 + 0.5}
          y={row * cell + 0.5}
          width={cell * 1.5 - 1}
          height={cell - 1}
        />
      ))}
    </svg>
  );
}

function cellClass(current: boolean, printed: boolean): string {
  if (current) return "cell-current";
  return printed ? "cell" : "cell-blank";
}
