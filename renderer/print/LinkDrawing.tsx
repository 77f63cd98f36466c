import type { ChartLink } from "#shared/print/sheetLinks.ts";
import { type Point, pathData } from "#shared/timeline/link.ts";

const HEAD = 3.2;

/** All links of a sheet, with their arrow heads, and marks where they leave it: two paths, however many they are. */
export function LinkDrawing({ links }: { readonly links: readonly ChartLink[] }) {
  if (links.length === 0) return null;
  const heads = links.flatMap(({ points, exits }) => {
    const end = points.at(-1);
    const before = points.at(-2);
    return [
      ...(end && before ? [head(end, end.x >= before.x, 0.6)] : []),
      ...exits.map((exit) => head(exit, exit.side === "right", 0.7)),
    ];
  });
  return (
    <>
      <path className="link" d={links.map(({ points }) => pathData(points)).join("")} />
      <path className="link-head" d={heads.join("")} />
    </>
  );
}

function head({ x, y }: Point, pointsRight: boolean, slope: number): string {
  const back = pointsRight ? -HEAD : HEAD;
  return `M${two(x)} ${two(y)}l${back} ${two(-HEAD * slope)}v${two(2 * HEAD * slope)}Z`;
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}
