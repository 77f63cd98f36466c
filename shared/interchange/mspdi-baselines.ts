/** Baselines of a Microsoft Project file: up to eleven, each with the first and last day of every task. */
import type { Baseline, BaselineItem } from "#shared/domain/baseline.ts";
import { type Day, earliest, latest } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { MspdiLosses } from "./mspdi-report.ts";
import type { SourceTask } from "./mspdi-tasks.ts";
import { dayIn, textOf } from "./mspdi-text.ts";

interface Span {
  readonly start: Day;
  readonly finish: Day;
}

export interface BaselineContext {
  readonly plan: Plan;
  readonly itemOf: ReadonlyMap<SourceTask, PlanItem>;
  readonly newId: () => Id;
  readonly now: () => string;
  readonly losses: MspdiLosses;
}

export function readBaselines(ctx: BaselineContext): readonly Baseline[] {
  const byNumber = new Map<string, Map<Id, Span>>();
  for (const [{ body }, item] of ctx.itemOf) {
    for (const element of body.children.filter((child) => child.name === "Baseline")) {
      const [start, finish] = [dayIn(element, "Start"), dayIn(element, "Finish")];
      const number = textOf(element, "Number");
      if (!/^\d{1,2}$/.test(number) || start === null || finish === null || finish < start) continue;
      const spans = byNumber.get(number) ?? new Map<Id, Span>();
      spans.set(item.id, { start, finish: item.kind === "milestone" ? start : finish });
      byNumber.set(number, spans);
    }
  }
  return [...byNumber].map(([number, spans]) => {
    const name = number === "0" ? "Baseline" : `Baseline ${number}`;
    ctx.losses.leave("baselineDay", name);
    const { id: roadmapId } = ctx.plan.roadmap;
    return {
      kind: "baseline",
      id: ctx.newId(),
      roadmapId,
      name,
      frozenAt: ctx.now(),
      items: itemsOf(ctx.plan, spans),
    };
  });
}

/** Stages take their span from what they hold when the file gives them none. */
function itemsOf(plan: Plan, spans: ReadonlyMap<Id, Span>): readonly BaselineItem[] {
  const all = new Map(spans);
  for (const { item, children } of outlineOf(plan).inOrder.toReversed()) {
    if (all.has(item.id) || item.kind === "milestone") continue;
    const held = children.flatMap((child) => all.get(child.item.id) ?? []);
    const [start, finish] = [earliest(held.map((s) => s.start)), latest(held.map((s) => s.finish))];
    if (start !== null && finish !== null) all.set(item.id, { start, finish });
  }
  return outlineOf(plan).inOrder.flatMap((node) => {
    const span = all.get(node.item.id);
    return span ? [{ ...frozenItem(node), ...span }] : [];
  });
}
