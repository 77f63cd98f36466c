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

/**
 * Path data of the same route with rounded corners and an open arrow head at its end. Corners shrink where two
 * bends lie close. `dx` and `dy` are taken off every point (for drawing into a tile).
 */
export function arrowPath(points: readonly Point[], radius: number, dx = 0, dy = 0): string {
  const first = points[0];
  const end = points.at(-1);
  const before = points.at(-2);
  if (!first || !end || !before) return "";
  let d = `M${round(first.x - dx)} ${round(first.y - dy)}`;
  for (let i = 1; i < points.length - 1; i++) {
    d += corner(points[i - 1] as Point, points[i] as Point, points[i + 1] as Point, radius, dx, dy);
  }
  const back = end.x >= before.x ? -ARROW : ARROW;
  const x = round(end.x - dx);
  const y = end.y - dy;
  return `${d}H${x}M${round(x + back)} ${round(y - ARROW)}L${x} ${round(y)}L${round(x + back)} ${round(y + ARROW)}`;
}

const ARROW = 3.5;

function corner(a: Point, b: Point, c: Point, radius: number, dx: number, dy: number): string {
  const x = round(b.x - dx);
  const y = round(b.y - dy);
  const into = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  const out = Math.abs(c.x - b.x) + Math.abs(c.y - b.y);
  const r = Math.min(radius, into / 2, out / 2);
  const x1 = round(x - Math.sign(b.x - a.x) * r);
  const y1 = round(y - Math.sign(b.y - a.y) * r);
  const x2 = round(x + Math.sign(c.x - b.x) * r);
  const y2 = round(y + Math.sign(c.y - b.y) * r);
  return `L${x1} ${y1}Q${x} ${y} ${x2} ${y2}`;
}

/** Does any stretch of a route cross the rectangle? */
export function routeCrosses(
  points: readonly Point[],
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point;
    const b = points[i] as Point;
    if (Math.max(a.x, b.x) < left || Math.min(a.x, b.x) > right) continue;
    if (Math.max(a.y, b.y) < top || Math.min(a.y, b.y) > bottom) continue;
    return true;
  }
  return false;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
