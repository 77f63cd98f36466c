import { isReached } from "#shared/print/planPage/facts.ts";
import { ROW_SMALL } from "#shared/print/timeline/rows.ts";
import { type ChartBar, DIAMOND } from "#shared/print/timeline/sheetChart.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { Diamond } from "./marks.tsx";
import { hundredth } from "./rounding.ts";
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
  const cuts = here.map((bar) => cutMarks(bar, width)).join("");
  const ghosts = bars.map(ghostPath).join("");
  return (
    <>
      {ghosts && <path className="ghost" d={ghosts} />}
      <g clipPath={`url(#${clip})`}>
        {here.map((bar) =>
          bar.row.kind === "milestone" ? null : <Shape key={bar.row.node.item.id} bar={bar} />,
        )}
      </g>
      {here.map((bar) =>
        bar.row.kind === "milestone" ? <Shape key={bar.row.node.item.id} bar={bar} /> : null,
      )}
      {cuts && <path className="cut-ground" d={cuts} />}
      {cuts && <path className="cut-mark" d={cuts} />}
      {bars.map((bar) => bar.edge && <EdgeMark key={bar.row.node.item.id} bar={bar} width={width} />)}
      {here.map((bar) => (
        <Words key={bar.row.node.item.id} bar={bar} />
      ))}
    </>
  );
}

/** At the edge beyond which the bar of a row lies: an arrow, and the sheet that has it. */
function EdgeMark({ bar: { edge, box }, width }: { readonly bar: ChartBar; readonly width: number }) {
  if (!edge) return null;
  const isLeft = edge.side === "left";
  const [tip, back, x] = isLeft ? [1.5, 3, 7] : [width - 1.5, -3, width - 7];
  const anchor = isLeft ? "start" : "end";
  const y = hundredth(box.y + 2.5);
  return (
    <>
      <WordGround x={x} anchor={anchor} y={y} width={edge.width} size={ROW_SMALL.size} />
      <path
        className="edge-mark"
        d={`M${hundredth(tip + back)} ${hundredth(box.y - 2.4)}L${hundredth(tip)} ${hundredth(box.y)}L${hundredth(tip + back)} ${hundredth(box.y + 2.4)}`}
      />
      <text className="bar-text" x={hundredth(x)} y={y} textAnchor={anchor}>
        {edge.sheet}
      </text>
    </>
  );
}

function Words({ bar: { label, box } }: { readonly bar: ChartBar }) {
  if (!label) return null;
  const y = hundredth(box.y + 2.5);
  return (
    <>
      {label.crossed && (
        <WordGround x={label.x} anchor={label.anchor} y={y} width={label.width} size={ROW_SMALL.size} />
      )}
      <text className="bar-text" x={hundredth(label.x)} y={y} textAnchor={label.anchor}>
        {label.text}
      </text>
    </>
  );
}

function Shape({ bar }: { readonly bar: ChartBar }) {
  const { row, box } = bar;
  const hue = stageHue(row.stageIndex).print;
  const [x, y, width] = [hundredth(box.x), hundredth(box.y), hundredth(box.width)];
  switch (row.kind) {
    case "milestone":
      return (
        <Diamond
          x={hundredth(x + DIAMOND)}
          y={y}
          size={DIAMOND}
          colour={bar.isCritical ? "var(--ink)" : hue}
          reached={isReached(row.node)}
        />
      );
    case "stage":
      return <rect x={x} y={hundredth(y - 3.5)} width={width} height={7} rx={1.5} fill={hue} />;
    case "group":
      return (
        <path
          className="bracket"
          d={`M${hundredth(x + 0.7)} ${hundredth(y + 3.5)}V${hundredth(y - 2)}h${Math.max(0.1, hundredth(width - 1.4))}V${hundredth(y + 3.5)}`}
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
  const radius = hundredth(Math.min(1.5, box.width / 2));
  const outline = hundredth(Math.min(0.6, box.width / 3));
  const finished = done >= box.width - 0.01;
  return (
    <>
      {!finished && (
        <rect
          x={hundredth(box.x + outline / 2)}
          y={hundredth(box.y - 3 + outline / 2)}
          width={Math.max(0.4, hundredth(box.width - outline))}
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
          x={hundredth(box.x)}
          y={hundredth(box.y - 3)}
          width={hundredth(done)}
          height={6}
          rx={hundredth(Math.min(radius, done / 2))}
          fill={hue}
        />
      )}
      {bar.isCritical && (
        <rect
          className="critical"
          x={hundredth(box.x)}
          y={hundredth(box.y - 3)}
          width={hundredth(box.width)}
          height={6}
          rx={radius}
        />
      )}
    </>
  );
}

const GHOST_Y = 5.2;

/** A line below the bar, from where it began to where it ended; a milestone's stands on a short one. */
function ghostPath({ row, ghost, box }: ChartBar): string {
  if (!ghost) return "";
  const y = hundredth(box.y + GHOST_Y);
  if (row.kind === "milestone") {
    const x = hundredth(ghost.x + ghost.width / 2);
    return `M${hundredth(x - 2.4)} ${y}h4.8M${x} ${y}v-3`;
  }
  const [left, right] = [hundredth(ghost.x + 0.3), hundredth(ghost.x + ghost.width - 0.3)];
  return `M${left} ${hundredth(y - 1.2)}v2.4M${left} ${y}H${right}M${right} ${hundredth(y - 1.2)}v2.4`;
}

function cutMarks({ cutLeft, cutRight, box: { y } }: ChartBar, width: number): string {
  const left = cutLeft ? `M4 ${hundredth(y - 3)}L1 ${hundredth(y)}L4 ${hundredth(y + 3)}` : "";
  const right = cutRight
    ? `M${hundredth(width - 4)} ${hundredth(y - 3)}L${hundredth(width - 1)} ${hundredth(y)}L${hundredth(width - 4)} ${hundredth(y + 3)}`
    : "";
  return left + right;
}
