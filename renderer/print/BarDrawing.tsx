import { isReached } from "#shared/print/facts.ts";
import { ROW_SMALL } from "#shared/print/rows.ts";
import { type ChartBar, DIAMOND } from "#shared/print/sheetChart.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { Diamond } from "./marks.tsx";
import { WordGround } from "./WordGround.tsx";

interface Props {
  readonly bars: readonly ChartBar[];
  readonly width: number;
  /** Id of the clip path that ends bars at the edges of the chart. */
  readonly clip: string;
}

/** Bars and diamonds with their words, and a mark at the edge for those that lie on another sheet. */
export function BarDrawing({ bars, width, clip }: Props) {
  const here = bars.filter((bar) => bar.place === "here");
  const edges = bars.map((bar) => edgeMark(bar, width)).join("");
  const cuts = here.map((bar) => cutMarks(bar, width)).join("");
  return (
    <>
      <g clipPath={`url(#${clip})`}>
        {here.map((bar) =>
          bar.row.kind === "milestone" ? null : <Shape key={bar.row.node.item.id} bar={bar} />,
        )}
      </g>
      {here.map((bar) =>
        bar.row.kind === "milestone" ? <Shape key={bar.row.node.item.id} bar={bar} /> : null,
      )}
      {edges && <path className="edge-mark" d={edges} />}
      {cuts && <path className="cut-mark" d={cuts} />}
      {here.map((bar) => (
        <Words key={bar.row.node.item.id} bar={bar} />
      ))}
    </>
  );
}

function Words({ bar: { label, box } }: { readonly bar: ChartBar }) {
  if (!label) return null;
  const y = round(box.y + 2.5);
  return (
    <>
      {label.crossed && (
        <WordGround x={label.x} anchor={label.anchor} y={y} width={label.width} size={ROW_SMALL.size} />
      )}
      <text className="bar-text" x={round(label.x)} y={y} textAnchor={label.anchor}>
        {label.text}
      </text>
    </>
  );
}

function Shape({ bar }: { readonly bar: ChartBar }) {
  const { row, box } = bar;
  const hue = stageHue(row.stageIndex).print;
  const [x, y, width] = [round(box.x), round(box.y), round(box.width)];
  switch (row.kind) {
    case "milestone":
      return (
        <Diamond x={round(x + DIAMOND)} y={y} size={DIAMOND} colour={hue} reached={isReached(row.node)} />
      );
    case "stage":
      return <rect x={x} y={round(y - 3.5)} width={width} height={7} rx={1.5} fill={hue} />;
    case "group":
      return (
        <path
          className="bracket"
          d={`M${round(x + 0.7)} ${round(y + 3.5)}V${round(y - 2)}h${Math.max(0.1, round(width - 1.4))}V${round(y + 3.5)}`}
        />
      );
    case "task":
      return <TaskBar bar={bar} hue={hue} />;
  }
}

function TaskBar({ bar, hue }: { readonly bar: ChartBar; readonly hue: string }) {
  const { box, row } = bar;
  const { item } = row.node;
  const cancelled = item.kind === "task" && item.status === "cancelled";
  const done = cancelled ? 0 : (box.width * (row.node.progressPct ?? 0)) / 100;
  const radius = round(Math.min(1.5, box.width / 2));
  const outline = round(Math.min(0.6, box.width / 3));
  const finished = done >= box.width - 0.01;
  return (
    <>
      {!finished && (
        <rect
          x={round(box.x + outline / 2)}
          y={round(box.y - 3 + outline / 2)}
          width={Math.max(0.4, round(box.width - outline))}
          height={6 - outline}
          rx={radius}
          fill={cancelled ? "white" : tint(hue, 0.28)}
          stroke={hue}
          strokeWidth={outline}
          strokeDasharray={cancelled ? "1.6 1.2" : undefined}
        />
      )}
      {done > 0 && (
        <rect
          x={round(box.x)}
          y={round(box.y - 3)}
          width={round(done)}
          height={6}
          rx={round(Math.min(radius, done / 2))}
          fill={hue}
        />
      )}
    </>
  );
}

function edgeMark({ place, box: { y } }: ChartBar, width: number): string {
  if (place !== "before" && place !== "after") return "";
  const x = place === "before" ? 2 : width - 2;
  const back = place === "before" ? 3 : -3;
  return `M${round(x + back)} ${round(y - 2.2)}L${round(x)} ${round(y)}L${round(x + back)} ${round(y + 2.2)}`;
}

function cutMarks({ cutLeft, cutRight, box: { y } }: ChartBar, width: number): string {
  const left = cutLeft ? `M4 ${round(y - 3)}L1 ${round(y)}L4 ${round(y + 3)}` : "";
  const right = cutRight
    ? `M${round(width - 4)} ${round(y - 3)}L${round(width - 1)} ${round(y)}L${round(width - 4)} ${round(y + 3)}`
    : "";
  return left + right;
}

/** Hundredths of a point are finer than any printer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
