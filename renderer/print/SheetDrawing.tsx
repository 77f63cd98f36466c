import { type PrintRow, ROW_LINE, type RowColumns } from "#shared/print/timeline/rows.ts";
import type { ChartBar, SheetChart } from "#shared/print/timeline/sheetChart.ts";
import { AXIS_HEIGHT, CONTINUES_HEIGHT } from "#shared/print/timeline/timelineParts.ts";
import type { TimelineSheet } from "#shared/print/timeline/timelineSheets.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { AxisDrawing } from "./AxisDrawing.tsx";
import { BarDrawing } from "./BarDrawing.tsx";
import { LinkDrawing } from "./LinkDrawing.tsx";
import { tenth } from "./rounding.ts";

interface Props {
  readonly id: string;
  readonly sheet: TimelineSheet;
  readonly columns: RowColumns;
  /** Of the drawing, and as it stands on the sheet. */
  readonly width: number;
  readonly paperWidth: number;
  readonly label: string;
}

/** Rows on the left, their bars on the right. Readers get its summary: the table has it in words. */
export function SheetDrawing({ id, sheet, columns, width, paperWidth, label }: Props) {
  const { chart } = sheet;
  const height = chart.height + 1;
  const clip = `clip-${id}`;
  return (
    <div>
      <svg
        className="chart"
        role="img"
        aria-label={label}
        width={`${paperWidth}pt`}
        height={`${(height * paperWidth) / width}pt`}
        viewBox={`0 0 ${width} ${height}`}
      >
        <clipPath id={clip}>
          <rect x={0} y={0} width={chart.width} height={height} />
        </clipPath>
        <RowGrounds bars={chart.bars} width={width} />
        <ColumnHeads columns={columns} />
        {sheet.continues && (
          <text className="continues" x={5} y={AXIS_HEIGHT + CONTINUES_HEIGHT - 4}>
            {sheet.continues}
          </text>
        )}
        {chart.bars.map(({ row, y }) => (
          <RowText key={row.node.item.id} row={row} y={y} columns={columns} />
        ))}
        <g transform={`translate(${columns.width} 0)`}>
          <Ground chart={chart} />
          <g clipPath={`url(#${clip})`}>
            <LinkDrawing links={chart.links} hooks={chart.hooks} />
          </g>
          <BarDrawing bars={chart.bars} width={chart.width} clip={clip} />
        </g>
        <path className="hairline" d={`M0 ${chart.height + 0.5}H${width}`} />
      </svg>
    </div>
  );
}

function RowGrounds({ bars, width }: { readonly bars: readonly ChartBar[]; readonly width: number }) {
  const lines = bars.filter(({ row }) => row.kind !== "stage").map(({ y }) => `M0 ${tenth(y)}H${width}`);
  return (
    <>
      {bars.map(({ row, y }) =>
        row.kind === "stage" ? <StageGround key={row.node.item.id} row={row} y={y} width={width} /> : null,
      )}
      <path className="row-line" d={lines.join("")} />
    </>
  );
}

function StageGround({
  row,
  y,
  width,
}: {
  readonly row: PrintRow;
  readonly y: number;
  readonly width: number;
}) {
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
  const shaded = off.map(
    ({ x, width }) => `M${tenth(x)} ${top}h${tenth(width)}V${tenth(height)}h${-tenth(width)}Z`,
  );
  return (
    <>
      {shaded.length > 0 && <path className="off" d={shaded.join("")} />}
      <AxisDrawing axis={chart.axis} height={height} />
      {todayX !== null && (
        <path className="today" d={`M${tenth(todayX)} ${AXIS_HEIGHT - 2}V${tenth(height)}`} />
      )}
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
      <path className="rule" d={`M0 ${AXIS_HEIGHT}H${columns.width}`} />
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
  const middle = y + row.height / 2;
  const baseline = tenth(middle + 2.5);
  return (
    <g className={`row-text row-${row.kind}`}>
      <text className="row-code" x={columns.code.x} y={baseline}>
        {row.code}
      </text>
      <Name row={row} x={tenth(columns.name.x + row.indent)} middle={middle} />
      {row.who && (
        <text className="row-small" x={tenth(columns.who.x)} y={baseline}>
          {row.who}
        </text>
      )}
      <text className="row-small" x={tenth(columns.dates.x)} y={baseline}>
        {row.dates}
      </text>
    </g>
  );
}

/** Its lines are centred on the middle of the row. */
function Name({ row, x, middle }: { readonly row: PrintRow; readonly x: number; readonly middle: number }) {
  const first = tenth(middle + 2.6 - ((row.name.length - 1) * ROW_LINE) / 2);
  if (row.name.length === 1) {
    return (
      <text className="row-name" x={x} y={first}>
        {row.name[0]}
      </text>
    );
  }
  return (
    <text className="row-name" x={x} y={first}>
      {row.name.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
        <tspan key={i} x={x} dy={i === 0 ? 0 : ROW_LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
