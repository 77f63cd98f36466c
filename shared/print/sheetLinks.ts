/** The links of a timeline sheet: their routes between its rows, and where they lead when they leave it. */
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Point, routeLink } from "#shared/timeline/link.ts";
import { LABEL_GAP, type LabelGaps, LINKED_GAP, type LinkEnds } from "./barLabels.ts";
import type { PrintRow } from "./rows.ts";
import type { BarPlace } from "./sheetChart.ts";

export interface ChartLink {
  readonly points: readonly Point[];
  /** Where the line leaves the sheet sideways. */
  readonly exits: readonly (Point & { readonly side: "left" | "right" })[];
}

const byRow = new WeakMap<Plan, ReadonlyMap<Id, readonly Dependency[]>>();

/** Links that touch these rows, each once, in the order of the plan. */
function linksOf(plan: Plan, rows: readonly PrintRow[]): Dependency[] {
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

export function linkEnds(plan: Plan, rows: readonly PrintRow[]): LinkEnds {
  const { byId } = outlineOf(plan);
  const here = new Set(rows.map((row) => row.node.item.id));
  const to = new Map<Id, string[]>();
  const from = new Map<Id, string[]>();
  const right = new Set<Id>();
  const left = new Set<Id>();
  for (const { fromId, toId, type } of linksOf(plan, rows)) {
    if (here.has(fromId) && here.has(toId)) {
      (type[0] === "F" ? right : left).add(fromId);
      (type[1] === "F" ? right : left).add(toId);
    } else if (here.has(fromId)) add(to, fromId, byId.get(toId)?.wbsCode ?? "");
    else add(from, toId, byId.get(fromId)?.wbsCode ?? "");
  }
  const gapsOf = (id: Id): LabelGaps => ({
    left: left.has(id) ? LINKED_GAP : LABEL_GAP,
    right: right.has(id) ? LINKED_GAP : LABEL_GAP,
  });
  return { to, from, gapsOf };
}

function add(map: Map<Id, string[]>, key: Id, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function chartLinks(plan: Plan, bars: readonly BarPlace[], width: number): ChartLink[] {
  const byId = new Map(bars.map((bar) => [bar.row.node.item.id, bar]));
  const links: ChartLink[] = [];
  for (const { fromId, toId, type } of linksOf(
    plan,
    bars.map(({ row }) => row),
  )) {
    const from = byId.get(fromId);
    const to = byId.get(toId);
    if (!from || !to || from.place === "none" || to.place === "none") continue;
    const points = routeLink(from.box, to.box, type, to.row.height);
    if (points.every(({ x }) => x < 0) || points.every(({ x }) => x > width)) continue;
    links.push({ points, exits: exitsOf(points, width) });
  }
  return links;
}

function exitsOf(points: readonly Point[], width: number): ChartLink["exits"] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i] as Point;
    const crosses = (x: number): boolean => before.x < x !== point.x < x;
    return [
      ...(crosses(0) ? [{ x: 0, y: point.y, side: "left" as const }] : []),
      ...(crosses(width) ? [{ x: width, y: point.y, side: "right" as const }] : []),
    ];
  });
}
