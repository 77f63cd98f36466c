/** Routes of the arrows between bars: right-angled, leaving and entering at the ends the link's type names. */
import type { DependencyType } from "#shared/domain/dependency.ts";

export interface BarBox {
  readonly x: number;
  readonly width: number;
  /** Middle of the bar. */
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room between a bar and the first or last bend of its links. */
export const LINK_STUB = 7;

/** Corner points from predecessor to successor. `rowHeight` keeps detours in the gap between two rows. */
export function routeLink(from: BarBox, to: BarBox, type: DependencyType, rowHeight: number): Point[] {
  const leavesRight = type[0] === "F";
  const entersRight = type[1] === "F";
  const start = { x: leavesRight ? from.x + from.width : from.x, y: from.y };
  const end = { x: entersRight ? to.x + to.width : to.x, y: to.y };
  const out = start.x + (leavesRight ? LINK_STUB : -LINK_STUB);
  const into = end.x + (entersRight ? LINK_STUB : -LINK_STUB);
  if (leavesRight === entersRight) {
    const bend = leavesRight ? Math.max(out, into) : Math.min(out, into);
    return [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end];
  }
  const direct = leavesRight ? out <= into : out >= into;
  if (direct) return [start, { x: out, y: start.y }, { x: out, y: end.y }, end];
  const gap = end.y + (end.y > start.y ? -rowHeight / 2 : rowHeight / 2);
  return [start, { x: out, y: start.y }, { x: out, y: gap }, { x: into, y: gap }, { x: into, y: end.y }, end];
}

/** SVG path data for a route, rounded to tenths. */
export function pathData(points: readonly Point[]): string {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
