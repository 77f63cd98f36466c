/** What is asked of the timeline from outside: today, the whole plan, a zoom, one item brought into sight. */
import { type RefObject, useEffect } from "react";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { TimelineChart } from "./chart/types.ts";
import type { TimelineRequest, TimelineViewProps } from "./TimelineView.tsx";

export type ChartRef = RefObject<TimelineChart | null>;

/** Requests already carried out, so that a view opened again does not repeat the last one. */
const servedRequests = new WeakSet<TimelineRequest>();

/** Carries out each request once; one that came just before the view opened counts too. */
export function useRequest(chart: ChartRef, props: TimelineViewProps): void {
  const { request, plan, collapsed, onToggleCollapsed } = props;
  useEffect(() => {
    if (!request || servedRequests.has(request) || !chart.current) return;
    if (request.kind !== "reveal") {
      servedRequests.add(request);
      act(chart.current, request.kind);
      if (request.id && foldedAbove(plan, collapsed, request.id).length === 0)
        chart.current.reveal(request.id);
      return;
    }
    const { id } = request;
    const folded = id === undefined ? [] : foldedAbove(plan, collapsed, id);
    if (folded.length === 0) {
      servedRequests.add(request);
      if (id !== undefined) chart.current.reveal(id);
    } else for (const above of folded) onToggleCollapsed(above);
  }, [chart, request, plan, collapsed, onToggleCollapsed]);
}

export function act(chart: TimelineChart, kind: "today" | "fit" | "in" | "out" | "work"): void {
  if (kind === "today") {
    chart.goToToday();
    chart.showWork();
  } else if (kind === "fit") chart.fit();
  else if (kind === "work") chart.showAnyWork();
  else chart.zoomSteps(kind === "in" ? 1 : -1);
}

function foldedAbove(plan: Plan, collapsed: ReadonlySet<Id>, id: Id): Id[] {
  const folded: Id[] = [];
  for (let node = outlineOf(plan).byId.get(id)?.parent ?? null; node; node = node.parent) {
    if (collapsed.has(node.item.id)) folded.push(node.item.id);
  }
  return folded;
}
