/** Showing the plan to a room, and what can be put right while it is shown. */
import { type Day, parseDayInput } from "#shared/domain/day.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import type { Result } from "#shared/domain/result.ts";
import { ok, refuse } from "#shared/domain/result.ts";
import { dateOf } from "#shared/domain/taskDates.ts";
import type { LiveLine } from "#shared/present/lines.ts";
import type { App } from "./app.ts";
import { editGateCriterion } from "./gates.ts";
import { rename, toggleDone } from "./items.ts";
import { perform } from "./perform.ts";

/** Where the keyboard was: what lies behind the pages lets go of it. */
let cameFrom: Element | null = null;

export function startPresenting(app: App): void {
  cameFrom = document.activeElement;
  app.ui.setState({ isPresenting: true, dialog: null });
  // Where the host does not allow it, the window is what there is.
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function stopPresenting(app: App): void {
  app.ui.setState({ isPresenting: false });
  if (document.fullscreenElement) void document.exitFullscreen();
  const back = cameFrom;
  // Once it can take the keyboard again.
  requestAnimationFrame(() => back instanceof HTMLElement && back.focus());
}

/** Reached or not, done or not, met or not. */
export function tickLine(app: App, line: LiveLine): void {
  const label = line.isDone ? "Criterion not met" : "Criterion met";
  if (line.kind === "criterion") editGateCriterion(app, line, { isMet: !line.isDone }, { label });
  else toggleDone(app, [line.id]);
}

/** Another name, and for a milestone another day (in words), as one step. A day that cannot be read is refused. */
export function rewordLine(app: App, line: LiveLine, name: string, dayText: string): Result<null> {
  if (line.kind === "criterion") editGateCriterion(app, line, { text: name });
  else if (line.kind === "task") rename(app, "task", line.id, name);
  else {
    const day = parseDayInput(dayText, line.day ?? app.ui.getState().today);
    if (day === null) return refuse("no-day", "Write a date like 4 Mar 2027, fri or +2w.");
    editMilestoneLine(app, line.id, name, day);
  }
  return ok(null);
}

function editMilestoneLine(app: App, id: string, name: string, day: Day): void {
  perform(app, (plan, ctx) => {
    const milestone = plan.milestones.get(id);
    const isMoved = milestone !== undefined && dateOf(milestone) !== day;
    const moved = milestone?.reachedOn == null ? { date: day } : { reachedOn: day };
    const label = isMoved ? "Change date" : "Rename milestone";
    return editEntity(plan, ctx, "milestone", id, { name, ...(isMoved ? moved : {}) }, { label });
  });
}
