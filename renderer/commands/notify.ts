import type { Toast } from "#renderer/store/uiStore.ts";
import type { CommandId } from "#shared/commands/catalogue.ts";
import type { Problem } from "#shared/domain/result.ts";
import type { App } from "./app.ts";

export const UNDO = { label: "Undo", command: "edit.undo" } as const;

let lastToastId = 0;

/** A short message at the foot of the window; it goes by itself unless it reports a problem. */
export function notify(app: App, text: string, action?: { label: string; command: CommandId }): void {
  pushToast(app, { id: ++lastToastId, text, tone: "info", action });
}

export function notifyProblem(app: App, problem: Problem): void {
  pushToast(app, { id: ++lastToastId, text: problem.message, tone: "problem" });
}

export function dismissToast(app: App, id: number): void {
  app.ui.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** What was told before gives way; problems stay until they were seen. */
function pushToast(app: App, toast: Toast): void {
  app.ui.setState(({ toasts }) => ({
    toasts: [...toasts.filter(({ tone }) => tone === "problem").slice(-2), toast],
  }));
}
