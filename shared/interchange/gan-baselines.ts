/**
 * Baselines of a GanttProject file (`<previous><previous-tasks name>` with a `<previous-task id start duration
 * meeting super>` per task; ganttproject, PreviousStateTasksTagHandler). The file keeps first days and working days
 * only: names and places are those of today, what is finished now is taken as finished then, and a task that is no
 * longer in the file is left out.
 */
import type { Baseline, BaselineItem } from "#shared/domain/baseline.ts";
import { type Day, earliest, isDay, latest } from "#shared/domain/day.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { frozenItem } from "#shared/domain/operations/baselines.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { MAX_DURATION_DAYS } from "#shared/domain/task.ts";
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import type { GanLosses } from "./gan-report.ts";
import { attribute, childrenNamed, dayOf, isTrue, nameWithin, numberOf } from "./gan-text.ts";
import type { XmlElement } from "./xml.ts";

interface Span {
  readonly start: Day;
  readonly finish: Day;
}

export interface BaselineContext {
  readonly plan: Plan;
  readonly bySourceId: ReadonlyMap<string, PlanItem>;
  newId(): Id;
  /** The file does not say when a baseline was frozen, so it bears the instant of the import. */
  now(): string;
  readonly report: GanLosses;
}

/** Those with nothing that is still in the file are left out. */
export function readBaselines(project: XmlElement, ctx: BaselineContext): readonly Baseline[] {
  const homes = childrenNamed(project, "previous").flatMap((home) => childrenNamed(home, "previous-tasks"));
  return homes.flatMap((home) => {
    const name = nameWithin(attribute(home, "name"), ctx.report);
    const items = itemsOf(home, ctx);
    if (items.length === 0) {
      ctx.report.leave("emptyBaseline", name);
      return [];
    }
    ctx.report.leave("baselineDay", name);
    const { id: roadmapId } = ctx.plan.roadmap;
    return [{ kind: "baseline", id: ctx.newId(), roadmapId, name, frozenAt: ctx.now(), items }];
  });
}

function itemsOf(home: XmlElement, { plan, bySourceId, report }: BaselineContext): readonly BaselineItem[] {
  const calendar = calendarTable(plan.roadmap.calendar);
  const spans = new Map<Id, Span>();
  for (const task of childrenNamed(home, "previous-task")) {
    const item = bySourceId.get(attribute(task, "id").trim());
    const span = spanOf(task, calendar);
    if (item && span) spans.set(item.id, span);
    else report.leave("previousTask", item?.name);
  }
  const rolled = rolledUp(outlineOf(plan).inOrder, spans);
  return outlineOf(plan).inOrder.flatMap((node) => {
    const span = rolled.get(node.item.id);
    return span ? [{ ...frozenItem(node), ...span }] : [];
  });
}

function spanOf(task: XmlElement, calendar: CalendarTable): Span | null {
  const start = dayOf(attribute(task, "start"));
  const days = numberOf(task, "duration") ?? 0;
  if (start === null || days < 0 || days > MAX_DURATION_DAYS) return null;
  const finish = isTrue(task, "meeting") ? start : calendar.finishOf(start, days);
  return isDay(finish) ? { start, finish } : null;
}

/** What holds others runs from the first to the last day of what it held, as it does in the plan. */
function rolledUp(inOrder: readonly OutlineNode[], spans: ReadonlyMap<Id, Span>): ReadonlyMap<Id, Span> {
  const own = new Map<Id, Span>();
  const around = new Map<Id, Span>();
  for (const { item, parent, children } of inOrder.toReversed()) {
    const held = around.get(item.id);
    const rolls = children.length > 0 && item.kind !== "milestone";
    const span = (rolls ? held : undefined) ?? spans.get(item.id);
    if (span) own.set(item.id, span);
    const reach = span && held ? joined(span, held) : (span ?? held);
    if (!reach || !parent) continue;
    const outer = around.get(parent.item.id);
    around.set(parent.item.id, outer ? joined(outer, reach) : reach);
  }
  return own;
}

function joined(a: Span, b: Span): Span {
  return {
    start: earliest([a.start, b.start]) ?? a.start,
    finish: latest([a.finish, b.finish]) ?? a.finish,
  };
}
