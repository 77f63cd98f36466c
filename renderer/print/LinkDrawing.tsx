import type { LinkHook } from "#shared/print/timeline/awayLinks.ts";
import type { ChartLink, LinkMark, Towards } from "#shared/print/timeline/sheetLinks.ts";
import { pathData } from "#shared/timeline/link.ts";
import { hundredth } from "./rounding.ts";

const HEAD = 3.2;
const SLOPE = 0.6;

/** From the tip of a head to the middle of its base. */
const BACK: Record<Towards, readonly [x: number, y: number]> = {
  left: [1, 0],
  right: [-1, 0],
  up: [0, 1],
  down: [0, -1],
};

interface Props {
  readonly links: readonly ChartLink[];
  /** Links that go on at a row of another sheet. */
  readonly hooks: readonly LinkHook[];
}

/** All links of a sheet, with their arrow heads, and marks where they leave it: two paths, however many they are. */
export function LinkDrawing({ links, hooks }: Props) {
  if (links.length + hooks.length === 0) return null;
  const lines = [...links.flatMap(({ routes }) => routes), ...hooks.map(({ points }) => points)];
  const marks = [
    ...links.flatMap(({ head, crossings }) => (head ? [head, ...crossings] : crossings)),
    ...hooks.map(({ head }) => head),
  ];
  return (
    <>
      <path className="link" d={lines.map(pathData).join("")} />
      <path className="link-head" d={marks.map(headPath).join("")} />
    </>
  );
}

function headPath({ x, y, towards }: LinkMark): string {
  const [backX, backY] = BACK[towards];
  const [dx, dy] = [backX * HEAD, backY * HEAD];
  const [sideX, sideY] = [dy * SLOPE, dx * SLOPE];
  return `M${hundredth(x)} ${hundredth(y)}l${hundredth(dx + sideX)} ${hundredth(dy + sideY)}l${hundredth(-2 * sideX)} ${hundredth(-2 * sideY)}Z`;
}
