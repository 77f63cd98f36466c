/** What a person can do with work that builds a routine. */
import type { Id } from "#shared/domain/fields.ts";
import { finishAndStart, type RoutineStart, setCommission } from "#shared/domain/operations/commission.ts";
import type { Commission } from "#shared/domain/task.ts";
import type { App } from "./app.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { type Operation, perform, performAnswered } from "./perform.ts";
import { goTo } from "./selection.ts";

export function editCommission(
  app: App,
  id: Id,
  patch: Partial<Omit<Commission, "routineId">> | null,
  group?: string,
): void {
  perform(app, (plan, ctx) => setCommission(plan, ctx, id, patch, group));
}

/** Asks again for a routine that nobody has started. */
export function openStartRoutine(app: App, id: Id): void {
  showDialog(app, { kind: "start-routine", taskIds: [id], finish: null });
}

/** Finishes the work and starts its routines as one step. Returns whether it was done; a refusal has been told. */
export function startRoutines(app: App, finish: Operation | null, starts: readonly RoutineStart[]): boolean {
  if (!finish && starts.length === 0) return true;
  const change = performAnswered(app, (plan, ctx) => finishAndStart(plan, ctx, finish, starts));
  if (change && starts.length > 0) {
    const names = starts.map(({ name }) => name.trim()).join(", ");
    const words = starts.length === 1 ? `The routine ${names} runs.` : `These routines run: ${names}.`;
    notify(app, words, UNDO);
  }
  return change !== null;
}

export function showRoutine(app: App, id: Id): void {
  app.ui.setState({ routineId: id });
  showView(app, "routines");
}

export function showInOutline(app: App, id: Id): void {
  goTo(app, id);
  showView(app, "outline");
}
