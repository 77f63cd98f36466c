/** From a pure operation to a committed change, or to its refusal in words on the screen. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { commissionName } from "#shared/domain/commission.ts";
import { buildersFinishedBy, buildersReopenedBy } from "#shared/domain/operations/commission.ts";
import { notedInSession } from "#shared/domain/operations/sessionActions.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Task } from "#shared/domain/task.ts";
import { count } from "#shared/domain/words.ts";
import { type Follower, followersOf, joined } from "#shared/schedule/follow.ts";
import type { App } from "./app.ts";
import { notify, notifyProblem, UNDO } from "./notify.ts";

export type Operation = (plan: Plan, ctx: EditContext) => Result<Change>;

/**
 * Runs an operation on the open plan, and with it whatever its links move, as one step. Returns the change when it
 * was committed. `note` is told with it. One that finishes work which builds a routine waits for the answers about
 * that routine first: nothing is committed until they are given.
 */
export function perform(app: App, operation: Operation, note = ""): Change | null {
  return attempt(app, operation, note, true);
}

/** The same once the questions have been answered. */
export function performAnswered(app: App, operation: Operation, note = ""): Change | null {
  return attempt(app, operation, note, false);
}

function attempt(app: App, operation: Operation, note: string, asks: boolean): Change | null {
  const { plan, readOnly } = app.documents.state.getState();
  if (!plan) return null;
  if (readOnly !== null) {
    notifyProblem(app, { code: "read-only", message: readOnly });
    return null;
  }
  const result = noted(plan, operation(plan, app.context));
  if (!result.ok) {
    notifyProblem(app, result.problem);
    return null;
  }
  const built = asks ? buildersFinishedBy(plan, result.value) : [];
  if (built.length > 0) {
    app.ui.setState({ dialog: { kind: "start-routine", taskIds: built, finish: operation } });
    return null;
  }
  const followers = followersOf(plan, result.value);
  const change = joined(result.value, followers);
  if (!app.documents.commit(change)) return null;
  const moved = othersMoved(result.value, followers);
  const reopened = buildersReopenedBy(plan, result.value).map(goesOnWords);
  const words = [note, ...reopened, moved > 0 ? followedWords(moved, change) : ""].filter(Boolean).join(" ");
  if (words !== "") notify(app, words, moved > 0 ? UNDO : undefined);
  return change;
}

function noted(plan: Plan, result: Result<Change>): Result<Change> {
  return result.ok ? { ok: true, value: notedInSession(plan, result.value) } : result;
}

/** A row that was edited and moves by its own new rule is in sight of whoever edited it. */
function othersMoved(change: Change, followers: readonly Follower[]): number {
  const own = new Set(change.updated.map(([, to]) => to.id));
  return followers.filter(([, to]) => !own.has(to.id)).length;
}

function followedWords(n: number, change: Change): string {
  if (change.updated.some(setsWorkingDays)) return `${count(n, "item")} moved with the working days.`;
  return `${count(n, "item")} after it moved to keep ${n === 1 ? "its" : "their"} links.`;
}

/** Reopened work does not stop the routine that it started. */
function goesOnWords({ commission }: Task): string {
  return `The routine ${commission ? commissionName(commission) : ""} goes on. End it on its own page if it should rest.`;
}

function setsWorkingDays([from, to]: Change["updated"][number]): boolean {
  if (from.kind === "roadmap" && to.kind === "roadmap") return from.calendar !== to.calendar;
  return from.kind === "person" && to.kind === "person" && from.daysOff !== to.daysOff;
}

/** The same for changes that need no open plan (the list of roadmaps). */
export function performHome(app: App, result: Result<Change>): Change | null {
  const { readOnly } = app.documents.state.getState();
  if (!result.ok || readOnly !== null) {
    notifyProblem(app, result.ok ? { code: "read-only", message: readOnly ?? "" } : result.problem);
    return null;
  }
  return app.documents.commit(result.value) ? result.value : null;
}
