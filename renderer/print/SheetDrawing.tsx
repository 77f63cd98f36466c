import { type PrintRow, ROW_LINE, type RowColumns } from "#shared/print/rows.ts";
import type { SheetChart } from "#shared/print/sheetChart.ts";
import { AXIS_HEIGHT, CONTINUES_HEIGHT, type TimelineSheet } from "#shared/print/timelineSheets.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { AxisDrawing } from "./AxisDrawing.tsx";
import { BarDrawing } from "./BarDrawing.tsx";
import { LinkDrawing } from "./LinkDrawing.tsx";

interface Props {
  readonly sheet: TimelineSheet;
  readonly columns: RowColumns;
  readonly width: number;
  readonly label: string;
}

/** Rows on the left, their bars on the right. */
export function SheetDrawing({ sheet, columns, width, label }: Props) {
  const { chart } = sheet;
  const clip = `clip-${sheet.row}-${sheet.column}`;
  return (
    <svg
      className="chart"
      role="img"
      aria-label={label}
      width={`${width}pt`}
      height={`${chart.height + 1}pt`}
      viewBox={`0 0 ${width} ${chart.height + 1}`}
    >
      <clipPath id={clip}>
        <rect x={0} y={0} width={chart.width} height={chart.height + 1} />
      </clipPath>
      {chart.bars.map(({ row, y }) => (
        <RowGround key={row.node.item.id} row={row} y={y} width={width} />
      ))}
      <g transform={`translate(${columns.width} 0)`} clipPath={`url(#${clip})`}>
        <Ground chart={chart} />
      </g>
      <ColumnHeads columns={columns} />
      {sheet.continues && (
        <text className="continues" x={5} y={AXIS_HEIGHT + CONTINUES_HEIGHT - 4}>
          {sheet.continues} (continued)
        </text>
      )}
      {chart.bars.map(({ row, y }) => (
        <RowText key={row.node.item.id} row={row} y={y} columns={columns} />
      ))}
      <g transform={`translate(${columns.width} 0)`}>
        <g clipPath={`url(#${clip})`}>
          {chart.links.map((link, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            <LinkDrawing key={i} link={link} />
          ))}
        </g>
        {chart.bars.map((bar) => (
          <BarDrawing key={bar.row.node.item.id} bar={bar} width={chart.width} clip={clip} />
        ))}
      </g>
      <line className="hairline" x1={0} x2={width} y1={chart.height + 0.5} y2={chart.height + 0.5} />
    </svg>
  );
}

function RowGround({
  row,
  y,
  width,
}: {
  readonly row: PrintRow;
  readonly y: number;
  readonly width: number;
}) {
  if (row.kind !== "stage") return <line className="row-line" x1={0} x2={width} y1={y} y2={y} />;
  const hue = stageHue(row.stageIndex).print;
  return (
    <>
      <rect x={0} y={y} width={width} height={row.height} fill={tint(hue, 0.12)} />
      <rect x={0} y={y} width={2.5} height={row.height} fill={hue} />
    </>
  );
}

function Ground({ chart }: { readonly chart: SheetChart }) {
  const { off, todayX, top, height } = chart;
  return (
    <>
      {off.map(({ x, width }) => (
        <rect key={x} className="off" x={x} y={top} width={width} height={height - top} />
      ))}
      <AxisDrawing axis={chart.axis} height={height} />
      {todayX !== null && <line className="today" x1={todayX} x2={todayX} y1={AXIS_HEIGHT - 2} y2={height} />}
    </>
  );
}

function ColumnHeads({ columns }: { readonly columns: RowColumns }) {
  const y = AXIS_HEIGHT - 5;
  return (
    <g className="column-head">
      <text x={columns.code.x} y={y}>
        No.
      </text>
      <text x={columns.name.x} y={y}>
        Name
      </text>
      <text x={columns.who.x} y={y}>
        Who
      </text>
      <text x={columns.dates.x} y={y}>
        Dates
      </text>
      <line className="rule" x1={0} x2={columns.width} y1={AXIS_HEIGHT} y2={AXIS_HEIGHT} />
    </g>
  );
}

function RowText({
  row,
  y,
  columns,
}: {
  readonly row: PrintRow;
  readonly y: number;
  readonly columns: RowColumns;
}) {
  const x = columns.name.x + row.indent;
  const middle = y + row.height / 2;
  return (
    <g className={`row-text row-${row.kind}`}>
      <text className="row-code" x={columns.code.x} y={middle + 2.5}>
        {row.code}
      </text>
      <TextLines className="row-name" lines={row.name} x={x} middle={middle} />
      <TextLines className="row-small" lines={row.who} x={columns.who.x} middle={middle} />
      <text className="row-small" x={columns.dates.x} y={middle + 2.5}>
        {row.dates}
      </text>
    </g>
  );
}

interface TextLinesProps {
  readonly className: string;
  readonly lines: readonly string[];
  readonly x: number;
  readonly middle: number;
}

/** Lines of a cell, centred on the middle of the row. */
function TextLines({ className, lines, x, middle }: TextLinesProps) {
  const first = middle + 2.6 - ((lines.length - 1) * ROW_LINE) / 2;
  return (
    <text className={className} x={x} y={first}>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <tspan key={i} x={x} dy={i === 0 ? 0 : ROW_LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
