import type { ChartLink } from "#shared/print/sheetChart.ts";
import { type Point, pathData } from "#shared/timeline/link.ts";

const HEAD = 3.2;

/** A link with its arrow head, and a mark where it leaves the sheet. */
export function LinkDrawing({ link }: { readonly link: ChartLink }) {
  const { points, exits } = link;
  const end = points.at(-1);
  const before = points.at(-2);
  return (
    <g>
      <path className="link" d={pathData(points)} />
      {end && before && <path className="link-head" d={head(end, before)} />}
      {exits.map(({ x, y, side }) => (
        <path key={`${x} ${y}`} className="link-head" d={edgeMark(x, y, side)} />
      ))}
    </g>
  );
}

function head(end: Point, before: Point): string {
  const back = end.x >= before.x ? -HEAD : HEAD;
  return `M${end.x} ${end.y}L${end.x + back} ${end.y - HEAD * 0.6}V${end.y + HEAD * 0.6}Z`;
}

function edgeMark(x: number, y: number, side: "left" | "right"): string {
  const back = side === "right" ? -HEAD : HEAD;
  return `M${x} ${y}L${x + back} ${y - HEAD * 0.7}V${y + HEAD * 0.7}Z`;
}
