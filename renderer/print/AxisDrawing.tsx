import type { Axis, AxisTick } from "#shared/print/chart/axis.ts";
import { tenth } from "./rounding.ts";

const ROW = 11;

/** Labels of the time axis, and hairlines down to `height` where a unit begins. */
export function AxisDrawing({ axis, height }: { readonly axis: Axis; readonly height: number }) {
  const { major, minor } = axis;
  const minorTop = major.length > 0 ? ROW : 0;
  return (
    <>
      <path className="grid" d={verticals(minor, minorTop + 2, height)} />
      {major.length > 0 && <path className="grid major" d={verticals(major, 0, height)} />}
      {major.length > 0 && <Labels ticks={major} y={8} className="axis-major" />}
      <Labels ticks={minor} y={minorTop + 8} className={major.length > 0 ? "axis-minor" : "axis-major"} />
    </>
  );
}

function verticals(ticks: readonly AxisTick[], from: number, to: number): string {
  return ticks.map(({ x }) => `M${tenth(x)} ${from}V${tenth(to)}`).join("");
}

function Labels({
  ticks,
  y,
  className,
}: {
  readonly ticks: readonly AxisTick[];
  readonly y: number;
  readonly className: string;
}) {
  return ticks.map(({ x, label }) =>
    label === "" ? null : (
      <text key={x} className={className} x={tenth(x + 2.5)} y={y}>
        {label}
      </text>
    ),
  );
}
