import { isReached } from "#shared/print/facts.ts";
import { type ChartBar, DIAMOND } from "#shared/print/sheetChart.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { Diamond } from "./marks.tsx";

interface Props {
  readonly bar: ChartBar;
  readonly width: number;
  readonly clip: string;
}

/** A row's bar or diamond with its words, or a mark at the edge when it lies on another sheet. */
export function BarDrawing({ bar, width, clip }: Props) {
  if (bar.place === "none") return null;
  if (bar.place !== "here") return <EdgeMark bar={bar} width={width} />;
  const { label, box } = bar;
  return (
    <g>
      {bar.row.kind === "milestone" ? (
        <Shape bar={bar} />
      ) : (
        <g clipPath={`url(#${clip})`}>
          <Shape bar={bar} />
        </g>
      )}
      {bar.cutLeft && <path className="cut-mark" d={`M4 ${box.y - 3}L1 ${box.y}L4 ${box.y + 3}`} />}
      {bar.cutRight && (
        <path
          className="cut-mark"
          d={`M${width - 4} ${box.y - 3}L${width - 1} ${box.y}L${width - 4} ${box.y + 3}`}
        />
      )}
      {label && (
        <text className="bar-text" x={label.x} y={box.y + 2.5} textAnchor={label.anchor}>
          {label.text}
        </text>
      )}
    </g>
  );
}

function Shape({ bar }: { readonly bar: ChartBar }) {
  const { row, box } = bar;
  const hue = stageHue(row.stageIndex).print;
  switch (row.kind) {
    case "milestone":
      return (
        <Diamond x={box.x + DIAMOND} y={box.y} size={DIAMOND} colour={hue} reached={isReached(row.node)} />
      );
    case "stage":
      return <rect x={box.x} y={box.y - 3.5} width={box.width} height={7} rx={1.5} fill={hue} />;
    case "group":
      return (
        <path
          className="bracket"
          d={`M${box.x + 0.7} ${box.y + 3.5}V${box.y - 2}H${box.x + Math.max(1.4, box.width) - 0.7}V${box.y + 3.5}`}
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
  const done = (box.width * (row.node.progressPct ?? 0)) / 100;
  const radius = Math.min(1.5, box.width / 2);
  const outline = Math.min(0.6, box.width / 3);
  return (
    <>
      <rect
        x={box.x + outline / 2}
        y={box.y - 3 + outline / 2}
        width={Math.max(0.4, box.width - outline)}
        height={6 - outline}
        rx={radius}
        fill={cancelled ? "white" : tint(hue, 0.28)}
        stroke={hue}
        strokeWidth={outline}
        strokeDasharray={cancelled ? "1.6 1.2" : undefined}
      />
      {done > 0 && !cancelled && (
        <rect x={box.x} y={box.y - 3} width={done} height={6} rx={radius} fill={hue} />
      )}
    </>
  );
}

function EdgeMark({ bar, width }: { readonly bar: ChartBar; readonly width: number }) {
  const { y } = bar.box;
  const x = bar.place === "before" ? 2 : width - 2;
  const back = bar.place === "before" ? 3 : -3;
  return <path className="edge-mark" d={`M${x + back} ${y - 2.2}L${x} ${y}L${x + back} ${y + 2.2}`} />;
}
