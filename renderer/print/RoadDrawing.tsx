import { formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowMark } from "#shared/print/layout/flow.ts";
import { isReached } from "#shared/print/planPage/facts.ts";
import type { RoadChart, RoadPoint } from "#shared/print/planPage/roadChart.ts";
import type { BandLabel, BandStage } from "#shared/print/planPage/stageBand.ts";
import { stageHue, tint } from "#shared/timeline/palette.ts";
import { AxisDrawing } from "./AxisDrawing.tsx";
import { Diamond, Shape } from "./marks.tsx";
import { WordGround } from "./WordGround.tsx";

interface Props {
  readonly chart: RoadChart;
  /** Where the gate at the end of each stage stands. */
  readonly gates: ReadonlyMap<Id, FlowMark>;
}

/** The stages as one band over time, each with its gate at the end, and the milestones below. */
export function RoadDrawing({ chart, gates }: Props) {
  return (
    <svg
      className="chart road"
      role="img"
      aria-label={describe(chart)}
      width={`${chart.width}pt`}
      height={`${chart.height}pt`}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
    >
      {chart.axis && <AxisDrawing axis={chart.axis} height={chart.lineY} />}
      {chart.band.stages.map((stage) => (
        <Pole key={stage.node.item.id} label={stage.label} />
      ))}
      {chart.band.stages.map((stage) => (
        <StageShape key={stage.node.item.id} stage={stage} />
      ))}
      {chart.band.stages.map((stage) => (
        <GateShape key={stage.node.item.id} stage={stage} gate={gates.get(stage.node.item.id)} />
      ))}
      {chart.points.length > 0 && (
        <line className="hairline" x1={0} x2={chart.axisWidth} y1={chart.lineY} y2={chart.lineY} />
      )}
      <TodayLine chart={chart} />
      {chart.band.stages.map(({ node, label, dated, height }) => (
        <Label key={node.item.id} label={label} dated={dated} tall={height > 20} />
      ))}
      {chart.points.map((point) => (
        <PointPole key={point.node.item.id} point={point} />
      ))}
      {chart.points.map((point) => (
        <Point key={point.node.item.id} point={point} />
      ))}
    </svg>
  );
}

/** As many as somebody listens to. */
const MOST_NAMED = 12;

function describe(chart: RoadChart): string {
  const stages = chart.band.stages.map(({ node, label }) => {
    const dates = label?.dates ? ` (${label.dates})` : "";
    return `${nameOrUntitled(node.item.name, "stage")}${dates}`;
  });
  return `The stages over time: ${stages.join(", ") || "none yet"}. ${describeMilestones(chart)}`;
}

function describeMilestones({ points }: RoadChart): string {
  if (points.length === 0) return "No milestones below them.";
  const named = points.slice(0, MOST_NAMED).map(({ node: { item, finish } }) => {
    const date = finish === null ? "" : `, ${formatDay(finish)}`;
    return `${nameOrUntitled(item.name, "milestone")}${date}`;
  });
  const more = points.length - named.length;
  return `Milestones below them: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

function TodayLine({ chart }: { readonly chart: RoadChart }) {
  const { today, axisHeight, lineY, axisWidth } = chart;
  if (today === null) return null;
  const y = axisHeight + 6.5;
  if (today === "before" || today === "after") {
    const before = today === "before";
    return (
      <text className="today-text" x={before ? 0 : axisWidth} y={y} textAnchor={before ? "start" : "end"}>
        {before ? "← The plan starts after the as-of date" : "The plan ends before the as-of date →"}
      </text>
    );
  }
  const atEnd = today.x > axisWidth - 70;
  return (
    <>
      <line className="today" x1={today.x} x2={today.x} y1={axisHeight + 1} y2={lineY} />
      <WordGround
        x={today.x + (atEnd ? -3 : 3)}
        anchor={atEnd ? "end" : "start"}
        y={y}
        width={chart.todayWidth}
        size={7}
      />
      <text className="today-text" x={today.x + (atEnd ? -3 : 3)} y={y} textAnchor={atEnd ? "end" : "start"}>
        {chart.todayLabel}
      </text>
    </>
  );
}

function StageShape({ stage }: { readonly stage: BandStage }) {
  const { x, y, width, height, dated, label, node, index } = stage;
  const hue = stageHue(index).print;
  return (
    <g>
      {dated ? (
        <path d={chevron(x, y, width, height)} fill={hue} />
      ) : (
        <rect
          className="undated"
          x={x + 0.5}
          y={y + 0.5}
          width={width - 1}
          height={height - 1}
          rx={3}
          stroke={hue}
          fill={tint(hue, 0.06)}
        />
      )}
      {!label && width >= 8 && (
        <text
          className={dated ? "on-colour stage-number" : "stage-number"}
          x={x + width / 2}
          y={y + height / 2 + 2.6}
          textAnchor="middle"
        >
          {node.wbsCode}
        </text>
      )}
    </g>
  );
}

/** Room for a gate besides the words, or where none stand. */
const LEAST_FOR_GATE = 22;

function GateShape({ stage, gate }: { readonly stage: BandStage; readonly gate: FlowMark | undefined }) {
  const { x, y, width, height, dated, label } = stage;
  if (!gate || !dated || !label || width < LEAST_FOR_GATE) return null;
  const [cx, cy] = [x + width - 13, y + height / 2];
  return (
    <g>
      <circle cx={cx} cy={cy} r={5.6} fill="white" />
      <g className={`mark tone-${gate.tone}`} transform={`translate(${cx - 4} ${cy - 4})`}>
        <Shape shape={gate.shape} />
      </g>
    </g>
  );
}

/** A band whose end points on to what follows; blunt when it is too short for a point. */
function chevron(x: number, y: number, width: number, height: number): string {
  const point = Math.min(6, width * 0.3);
  const right = x + width;
  return `M${x} ${y}H${right - point}L${right} ${y + height / 2}L${right - point} ${y + height}H${x}Z`;
}

function Pole({ label }: { readonly label: BandLabel | null }) {
  if (!label?.pole) return null;
  const { x, from, to } = label.pole;
  return <line className="pole" x1={x} x2={x} y1={from} y2={to} />;
}

function Label({
  label,
  dated,
  tall,
}: {
  readonly label: BandLabel | null;
  readonly dated: boolean;
  readonly tall: boolean;
}) {
  if (!label) return null;
  const colour = label.inside && dated ? "on-colour" : "";
  const sameLine = !label.inside || !tall;
  return (
    <>
      {label.width > 0 && (
        <WordGround x={label.x} anchor={label.anchor} y={label.y} width={label.width} size={8.5} />
      )}
      <text className={`stage-label ${colour}`} x={label.x} y={label.y} textAnchor={label.anchor}>
        <tspan className="stage-name">{label.lines[0]}</tspan>
        {label.dates && (
          <tspan className="stage-dates" {...(sameLine ? { dx: 5 } : { x: label.x, dy: 10 })}>
            {label.dates}
          </tspan>
        )}
      </text>
    </>
  );
}

function PointPole({ point }: { readonly point: RoadPoint }) {
  const { label, x, y } = point;
  return label ? (
    <line className="pole" x1={x} x2={x} y1={y} y2={label.y + (label.lines.length - 1) * 9 + 8} />
  ) : null;
}

function Point({ point }: { readonly point: RoadPoint }) {
  const { label, x, y, node, stageIndex } = point;
  return (
    <g>
      <Diamond x={x} y={y} size={5} colour={stageHue(stageIndex).print} reached={isReached(node)} />
      {label && (
        <text x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.lines.map((line, i) => (
            <tspan key={line} className="point-name" x={label.x} dy={i === 0 ? 0 : 9}>
              {line}
            </tspan>
          ))}
          <tspan className="point-date" x={label.x} dy={8.6}>
            {label.date}
          </tspan>
        </text>
      )}
    </g>
  );
}
