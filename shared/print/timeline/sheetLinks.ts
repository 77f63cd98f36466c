/** The links of a timeline sheet: their routes between its rows, and where they lead when they leave it. */
import { dayNumber } from "#shared/domain/day.ts";
import type { Dependency, DependencyType } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { type Point, routeLink } from "#shared/timeline/link.ts";
import type { PrintRow } from "./rows.ts";
import type { BarPlace } from "./sheetChart.ts";
import type { ItemEnd } from "./sheetPlaces.ts";

/** The arrow head of a mark points this way. */
export type Towards = "left" | "right" | "up" | "down";

export interface LinkMark extends Point {
  readonly towards: Towards;
}

export interface ChartLink {
  readonly id: Id;
  /** What of its route lies on this sheet: one line, or more where it leaves and comes back. */
  readonly routes: readonly (readonly Point[])[];
  /** Where it crosses an edge of the sheet, pointing the way it goes. */
  readonly crossings: readonly LinkMark[];
  /** Its arrow head, where it ends on this sheet. */
  readonly head: LinkMark | null;
}

const byRow = new WeakMap<Plan, ReadonlyMap<Id, readonly Dependency[]>>();

/** Links that touch these rows, each once, in the order of the plan. */
export function linksOf(plan: Plan, rows: readonly PrintRow[]): Dependency[] {
  const links = byRow.get(plan) ?? indexed(plan);
  byRow.set(plan, links);
  return [...new Set(rows.flatMap(({ node }) => links.get(node.item.id) ?? []))];
}

function indexed(plan: Plan): Map<Id, Dependency[]> {
  const index = new Map<Id, Dependency[]>();
  for (const link of liveDependencies(plan)) {
    for (const id of new Set([link.fromId, link.toId])) {
      const list = index.get(id);
      if (list) list.push(link);
      else index.set(id, [link]);
    }
  }
  return index;
}

/** Which ends of its two items a link joins. */
export function endsOf(type: DependencyType): { readonly from: ItemEnd; readonly to: ItemEnd } {
  return { from: type[0] === "F" ? "finish" : "start", to: type[1] === "F" ? "finish" : "start" };
}

/** Whether an end of a row lies before the dates of a sheet (-1), on it (0) or after it (1); null without dates. */
export function sideOf({ node }: PrintRow, end: ItemEnd, tile: ChartSpan): -1 | 0 | 1 | null {
  const day = end === "start" ? node.start : node.finish;
  if (day === null) return null;
  const n = dayNumber(day);
  if (n < tile.firstDay) return -1;
  return n > tile.lastDay ? 1 : 0;
}

/** Links between two rows of this sheet, unless they run wholly before or after its dates. */
export function chartLinks(
  plan: Plan,
  bars: readonly BarPlace[],
  tile: ChartSpan,
  width: number,
): ChartLink[] {
  const byId = new Map(bars.map((bar) => [bar.row.node.item.id, bar]));
  const rows = bars.map(({ row }) => row);
  return linksOf(plan, rows).flatMap(({ id, fromId, toId, type }): ChartLink[] => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    if (!from || !to) return [];
    const ends = endsOf(type);
    const [out, into] = [sideOf(from.row, ends.from, tile), sideOf(to.row, ends.to, tile)];
    if (out === null || into === null || (out === into && out !== 0)) return [];
    const points = routeLink(from.box, to.box, type, to.row.height);
    if (out === into) return [within(id, points, width)];
    return [passing(id, offEdges(points, out, into, width), width, into === 0)];
  });
}

/** A link that begins and ends on the sheet stays on it: a bend beyond its edge is drawn on the edge. */
function within(id: Id, points: readonly Point[], width: number): ChartLink {
  const route = points.map(({ x, y }) => ({ x: Math.min(Math.max(x, 0), width), y }));
  return { id, routes: [route], crossings: [], head: headOf(route) };
}

const NUDGE = 0.02;

/**
 * The same route with no corner on an edge, so that the sheets on both sides of it agree on where it crosses, and
 * with no bend beyond the outermost sheets that it joins.
 */
function offEdges(points: readonly Point[], out: number, into: number, width: number): Point[] {
  const [least, most] = [Math.min(out, into) < 0 ? -Infinity : 0, Math.max(out, into) > 0 ? Infinity : width];
  return points.map(({ x: anywhere, y }, i) => {
    const x = Math.min(Math.max(anywhere, least), most);
    const side = i === 0 ? out : i === points.length - 1 ? into : null;
    if (side === null) {
      const edge = [0, width].find((at) => Math.abs(anywhere - at) < NUDGE / 2);
      return { x: edge === undefined || x !== anywhere ? x : edge - NUDGE, y };
    }
    if (side < 0) return { x: Math.min(x, -NUDGE), y };
    return { x: side > 0 ? Math.max(x, width + NUDGE) : Math.min(Math.max(x, NUDGE), width - NUDGE), y };
  });
}

function passing(id: Id, points: readonly Point[], width: number, endsHere: boolean): ChartLink {
  const { routes, crossings } = clipped(points, width);
  const last = routes.at(-1);
  return { id, routes, crossings, head: endsHere && last ? headOf(last) : null };
}

function headOf(route: readonly Point[]): LinkMark | null {
  const [before, end] = [route.at(-2), route.at(-1)];
  if (!before || !end) return null;
  return { ...end, towards: end.x >= before.x ? "right" : "left" };
}

/** The parts of a right-angled line between the edges of the chart. */
function clipped(
  points: readonly Point[],
  width: number,
): { routes: (readonly Point[])[]; crossings: LinkMark[] } {
  const routes: Point[][] = [];
  const crossings: LinkMark[] = [];
  const isInside = ({ x }: Point): boolean => x >= 0 && x <= width;
  let route: Point[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const cuts = cutsOf(a, b, width);
    crossings.push(...cuts);
    if (isInside(a) && route.length === 0) route.push(a);
    for (const { x, y } of cuts) {
      route.push({ x, y });
      if (route.length > 1) {
        routes.push(route);
        route = [];
      }
    }
    if (isInside(b)) route.push(b);
  }
  if (route.length > 1) routes.push(route);
  return { routes, crossings };
}

/** Where a stretch of a line crosses the left and the right edge, in the order in which it does. */
function cutsOf(a: Point, b: Point, width: number): LinkMark[] {
  const towards: Towards = b.x > a.x ? "right" : "left";
  const edges = towards === "right" ? [0, width] : [width, 0];
  const isBeyond = (x: number, edge: number): boolean => (edge === 0 ? x < 0 : x > width);
  return edges
    .filter((edge) => isBeyond(a.x, edge) !== isBeyond(b.x, edge))
    .map((x) => ({ x, y: b.y, towards }));
}
