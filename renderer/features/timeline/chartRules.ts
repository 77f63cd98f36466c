/** The plan's rules as the chart needs them while dragging: where a move or a resize will land. */
import type { Comparison } from "#shared/domain/compare.ts";
import { movedSinceWords } from "#shared/domain/compareWords.ts";
import { type Day, dayFromNumber, dayNumber } from "#shared/domain/day.ts";
import { linksAt } from "#shared/domain/linksAt.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { finishOf, movedTask } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { dayOffName } from "#shared/schedule/dayOffName.ts";
import { slipDay } from "#shared/schedule/slipTo.ts";
import type { Span, TimelineRow } from "#shared/timeline/bar.ts";
import type { RowLook } from "#shared/timeline/rows.ts";
import { extraWords, type RowExtras, rowWords, spanTip, workingStep } from "#shared/timeline/words.ts";
import type { ChartRules } from "./chart/types.ts";

export function chartRules(
  plan: Plan,
  today: Day,
  comparison: Comparison | null = null,
  look: RowLook | null = null,
): ChartRules {
  const calendar = calendarTable(plan.roadmap.calendar);
  return {
    words: (id) => {
      const node = outlineOf(plan).byId.get(id);
      if (!node) return "";
      const words = `${rowWords(node, today)}${extraWords(extrasOf(plan, node, look))}`;
      return comparison ? `${words}, ${movedSinceWords(comparison, id)}` : words;
    },
    tip: (start, finish) => spanTip(calendar, dayFromNumber(start), dayFromNumber(finish)),
    isWorking: calendar.isWorking,
    dayOff: (day) => dayOffName(plan.roadmap.calendar, dayFromNumber(day)),
    shifted: (row, span, days) => shifted(plan, row, span, days),
    resized: (row, span, edge, day) => resized(calendarOf(plan, row), span, edge, day),
    workingStep: (day, steps) => workingStep(calendar, dayFromNumber(day), steps),
  };
}

/** What a row's words say besides: the critical path and room to slip while they are shown, and its links. */
function extrasOf(plan: Plan, node: OutlineNode, look: RowLook | null): RowExtras {
  const { id } = node.item;
  const { byId } = outlineOf(plan);
  const links = linksAt(plan.dependencies, id).filter(
    ({ fromId, toId }) => byId.has(fromId) && byId.has(toId),
  );
  const isCritical = look?.critical.has(id) ?? false;
  const slipTo = isCritical ? null : slipDay(look?.slipTo ?? new Map(), id);
  const task = plan.tasks.get(id);
  const calendar = task ? calendarFor(plan, task) : calendarTable(plan.roadmap.calendar);
  const hasRoom = slipTo !== null && node.finish !== null;
  return {
    isCritical,
    roomDays: hasRoom ? calendar.workingDaysBetween(node.finish, slipTo) : null,
    after: links.filter(({ toId }) => toId === id).length,
    before: links.filter(({ fromId }) => fromId === id).length,
  };
}

/** The days on which a row is worked: a task is not on those on which everybody who does it is away. */
function calendarOf(plan: Plan, row: TimelineRow): CalendarTable {
  const task = row.kind === "task" ? plan.tasks.get(row.id) : undefined;
  return task ? calendarFor(plan, task) : calendarTable(plan.roadmap.calendar);
}

/** As shiftItems does it: starts land on working days, tasks keep their length in working days. */
function shifted(plan: Plan, row: TimelineRow, span: Span, days: number): Span {
  if (days === 0) return span;
  const calendar = calendarOf(plan, row);
  const moved = dayFromNumber(span.start + days);
  const start = days < 0 ? calendar.onOrBefore(moved) : calendar.onOrAfter(moved);
  if (row.kind === "milestone") return { start: dayNumber(start), finish: dayNumber(start) };
  const task = row.kind === "task" ? plan.tasks.get(row.id) : undefined;
  if (!task) return { start: span.start + days, finish: span.finish + days };
  return { start: dayNumber(start), finish: dayNumber(finishOf(movedTask(task, start, calendar), calendar)) };
}

/** As startTaskOn and finishTaskOn do it: an end lands on a working day and never passes the other end. */
function resized(calendar: CalendarTable, span: Span, edge: "start" | "finish", day: number): Span {
  if (day === span[edge]) return span;
  if (edge === "start") {
    const start = dayNumber(calendar.onOrAfter(dayFromNumber(Math.min(day, span.finish))));
    return { start: Math.min(start, span.finish), finish: span.finish };
  }
  const finish = dayNumber(calendar.onOrBefore(dayFromNumber(Math.max(day, span.start))));
  return { start: span.start, finish: Math.max(finish, span.start) };
}
