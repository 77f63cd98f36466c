import type { Axis } from "#shared/print/axis.ts";

const ROW = 11;

/** Labels of the time axis, and hairlines down to `height` where a unit begins. */
export function AxisDrawing({ axis, height }: { readonly axis: Axis; readonly height: number }) {
  const minorTop = axis.major.length > 0 ? ROW : 0;
  const starts = new Set(axis.major.map((tick) => tick.x));
  return (
    <g>
      {axis.minor.map(({ x }) => (
        <line key={x} className="grid" x1={x} x2={x} y1={minorTop + 2} y2={height} />
      ))}
      {axis.major.map(({ x }) => (
        <line key={x} className="grid major" x1={x} x2={x} y1={0} y2={height} />
      ))}
      {axis.major.map(({ x, label }) => (
        <text key={x} className="axis-major" x={x + 2.5} y={8}>
          {label}
        </text>
      ))}
      {axis.minor.map(({ x, label }) => (
        <text
          key={x}
          className={starts.size === 0 ? "axis-major" : "axis-minor"}
          x={x + 2.5}
          y={minorTop + 8}
        >
          {label}
        </text>
      ))}
    </g>
  );
}
