/** What a person can do about somebody's week, and what it would make of it. */
import type { LoadWeek } from "#renderer/store/uiStore.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import { moveRun } from "#shared/domain/operations/routines.ts";
import { giveWork, putOff, shareWork } from "#shared/domain/operations/workload.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { effectOf, type PersonWeek, type WeekEffect } from "#shared/load/effect.ts";
import type { App } from "./app.ts";
import { showView } from "./navigation.ts";
import { type Operation, perform } from "./perform.ts";

/** Shows the load with one week of one person taken apart. */
export function showLoadOf(app: App, loadWeek: LoadWeek | null): void {
  app.ui.setState({ loadWeek });
  showView(app, "load");
}

export function openLoadWeek(app: App, loadWeek: LoadWeek | null): void {
  app.ui.setState({ loadWeek });
}

export function puttingOff(taskId: Id, days: number): Operation {
  return (plan, ctx) => putOff(plan, ctx, taskId, days);
}

export function giving(taskId: Id, fromId: Id | null, toId: Id): Operation {
  return (plan, ctx) => giveWork(plan, ctx, taskId, fromId, toId);
}

/** `part`: what the other gets, above 0 and at most 1. */
export function sharing(taskId: Id, fromId: Id | null, toId: Id, part: number): Operation {
  return (plan, ctx) => shareWork(plan, ctx, taskId, fromId, toId, part);
}

export function givingRoutine(routineId: Id, ownerId: Id): Operation {
  return (plan, ctx) => editEntity(plan, ctx, "routine", routineId, { ownerId }, { label: "Change owner" });
}

export function movingRun(routineId: Id, from: Day, to: Day): Operation {
  return (plan, ctx) => moveRun(plan, ctx, routineId, from, to);
}

export type Outlook =
  | { readonly ok: true; readonly effects: readonly WeekEffect[] }
  | { readonly ok: false; readonly message: string };

/** What an operation would make of these weeks, or why it cannot be done. */
export function outlookOf(app: App, plan: Plan, operation: Operation, asked: readonly PersonWeek[]): Outlook {
  const result = operation(plan, app.context);
  if (!result.ok) return { ok: false, message: result.problem.message };
  return { ok: true, effects: effectOf(plan, result.value, app.ui.getState().today, asked) };
}

/** Does it as one step. */
export function relieve(app: App, operation: Operation): boolean {
  return perform(app, operation) !== null;
}
