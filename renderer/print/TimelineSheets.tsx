import { dayFromNumber, formatSpan } from "#shared/domain/day.ts";
import { describeSheet, type Timeline, type TimelineSheet } from "#shared/print/timelineSheets.ts";
import { Legend } from "./Legend.tsx";
import { SheetDrawing } from "./SheetDrawing.tsx";

/** The timeline over as many sheets as it takes; each repeats the rows' columns and the dates. */
export function TimelineSheets({ timeline, width }: { readonly timeline: Timeline; readonly width: number }) {
  return timeline.sheets.map((sheet, i) => (
    <Sheet
      key={`${sheet.row}.${sheet.column}`}
      sheet={sheet}
      timeline={timeline}
      width={width}
      first={i === 0}
    />
  ));
}

interface SheetProps {
  readonly sheet: TimelineSheet;
  readonly timeline: Timeline;
  readonly width: number;
  readonly first: boolean;
}

function Sheet({ sheet, timeline, width, first }: SheetProps) {
  const { span } = sheet.chart;
  const dates = formatSpan(dayFromNumber(span.firstDay), dayFromNumber(span.lastDay));
  const id = `timeline-${sheet.row}-${sheet.column}`;
  return (
    <section className="sheet timeline-sheet" aria-labelledby={id}>
      <header className="sheet-head">
        {first ? (
          <h1 id={id}>Timeline{sheet.locator && <span className="locator">{sheet.locator}</span>}</h1>
        ) : (
          <h2 id={id} className="as-h1">
            Timeline<span className="locator">{sheet.locator}</span>
          </h2>
        )}
        {timeline.grid.columns > 1 && <SheetMap sheet={sheet} timeline={timeline} />}
        <Legend />
      </header>
      <SheetDrawing
        sheet={sheet}
        columns={timeline.columns}
        width={width}
        label={describeSheet(sheet, dates)}
      />
      {first && timeline.hasBlanks && <p className="note">Sheets on which nothing happens are left out.</p>}
    </section>
  );
}

/** Where this sheet lies among all of them: filled is this one, outlined are the others that are printed. */
function SheetMap({ sheet, timeline }: { readonly sheet: TimelineSheet; readonly timeline: Timeline }) {
  const { rows, columns } = timeline.grid;
  if (rows > 12) return null;
  const cell = Math.min(6, 20 / rows);
  const printed = new Set(timeline.sheets.map((one) => `${one.row}.${one.column}`));
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
