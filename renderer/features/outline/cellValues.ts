/** What editing a cell does. With several rows selected, the others of the same kind get the same value. */
import { editMilestone, editSelected, editTask, setFinish } from "#renderer/commands/items.ts";
import { giveToNewPerson } from "#renderer/commands/outlining.ts";
import { hang } from "#renderer/commands/vision.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { HEALTHS } from "#shared/domain/milestone.ts";
import type { Patch } from "#shared/domain/operations/edit.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { type Assignment, TASK_STATUSES, type Task } from "#shared/domain/task.ts";
import { startOf } from "#shared/domain/taskDates.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import type { ColumnId } from "./columns.ts";
import { type Grid, outlineNow } from "./grid.ts";

function setOn<K extends "task" | "milestone">(
  grid: Grid,
  kind: K,
  id: Id,
  patch: Patch<K>,
  label: string,
): void {
  const { selection } = grid.app.ui.getState();
  if (selection.length > 1 && selection.includes(id)) editSelected(grid.app, kind, patch, label);
  else if (kind === "task") editTask(grid.app, id, patch as Patch<"task">, { label });
  else editMilestone(grid.app, id, patch as Patch<"milestone">, { label });
}

/** The selected milestones, of which the cell's is one; else that one alone. */
export function chosenMilestones(grid: Grid, id: Id): readonly Id[] {
  const { selection } = grid.app.ui.getState();
  const outline = outlineNow(grid);
  if (selection.length < 2 || !selection.includes(id)) return [id];
  return selection.filter((other) => outline?.byId.get(other)?.item.kind === "milestone");
}

/**
 * A task given another start keeps its length; it starts on a day its people work. Of work that has begun it is the
 * day it really began.
 */
export function setStart(grid: Grid, id: Id, day: Day): void {
  const { plan } = grid.app.documents.state.getState();
  const task = plan?.tasks.get(id);
  if (!plan || !task) return;
  if (task.actualStart !== null && isAlone(grid))
    editTask(grid.app, id, { actualStart: day }, { label: "Change day begun" });
  else setOn(grid, "task", id, { start: calendarFor(plan, task).onOrAfter(day) }, "Change start");
}

/** A milestone that was reached is given another day on which it was. */
export function setFinishOf(grid: Grid, node: OutlineNode, day: Day): void {
  const { item } = node;
  if (item.kind === "task") setFinish(grid.app, item.id, day);
  else if (item.kind === "milestone" && item.reachedOn !== null && isAlone(grid))
    editMilestone(grid.app, item.id, { reachedOn: day }, { label: "Change day reached" });
  else setOn(grid, "milestone", node.item.id, { date: day }, "Move milestone");
}

/** What was promised to others; null when nothing is any more. */
export function setPromised(grid: Grid, node: OutlineNode, deadline: Day | null): void {
  const { id, kind } = node.item;
  if (kind !== "stage")
    setOn(grid, kind, id, { deadline }, deadline ? "Promise a date" : "Clear the promise");
}

/** Whether one row is edited: what really happened is set for one at a time. */
function isAlone(grid: Grid): boolean {
  return grid.app.ui.getState().selection.length <= 1;
}

/** How long it is to take; of finished work, how long it took. */
export function setDays(grid: Grid, task: Task, durationDays: number): void {
  const { plan } = grid.app.documents.state.getState();
  if (plan && isAlone(grid) && task.actualFinish !== null)
    setFinish(grid.app, task.id, calendarFor(plan, task).finishOf(startOf(task), durationDays));
  else setOn(grid, "task", task.id, { durationDays }, "Change duration");
}

export function setProgress(grid: Grid, id: Id, progressPct: number): void {
  setOn(grid, "task", id, { progressPct }, "Change progress");
}

export function setState(grid: Grid, node: OutlineNode, value: string): void {
  const { id, kind } = node.item;
  const status = TASK_STATUSES.find((word) => word === value);
  const health = HEALTHS.find((word) => word === value);
  if (kind === "task" && status) setOn(grid, "task", id, { status }, "Change status");
  if (kind !== "milestone") return;
  if (health) setOn(grid, "milestone", id, { health, reachedOn: null }, "Change health");
  else setOn(grid, "milestone", id, { reachedOn: grid.app.ui.getState().today }, "Mark reached");
}

export function setDoers(grid: Grid, task: Task, personIds: readonly Id[]): void {
  setOn(grid, "task", task.id, { assignments: withShares(task, personIds) }, "Change who does it");
}

/** Shares that were agreed stay; somebody new gives all their time. */
function withShares(task: Task, personIds: readonly Id[]): readonly Assignment[] {
  return personIds.map(
    (personId) => task.assignments.find((a) => a.personId === personId) ?? { personId, allocationPct: 100 },
  );
}

/** Who answers for a task, or owns a milestone. */
export function setAnswering(grid: Grid, node: OutlineNode, personId: Id | null): void {
  const { id, kind } = node.item;
  if (kind === "task") setOn(grid, "task", id, { accountableId: personId }, "Change who answers for it");
  else if (kind === "milestone") setOn(grid, "milestone", id, { ownerId: personId }, "Change owner");
}

export function addDoer(grid: Grid, task: Task, name: string): void {
  const doers = task.assignments;
  giveToNewPerson(grid.app, "task", [task.id], name, (personId) => ({
    assignments: [...doers, { personId, allocationPct: 100 }],
  }));
}

export function addAnswering(grid: Grid, node: OutlineNode, name: string): void {
  const { id, kind } = node.item;
  if (kind === "task") giveToNewPerson(grid.app, "task", [id], name, (accountableId) => ({ accountableId }));
  else if (kind === "milestone")
    giveToNewPerson(grid.app, "milestone", [id], name, (ownerId) => ({ ownerId }));
}

/** Delete in a cell: nobody, no progress, no health, no promise. Other dates and durations always have a value. */
export function clearCell(grid: Grid, node: OutlineNode, column: ColumnId): void {
  const current = outlineNow(grid)?.byId.get(node.item.id);
  if (!current || current.item.kind === "stage") return;
  const { item } = current;
  if (column === "who" && item.kind === "task") setDoers(grid, item, []);
  else if (column === "who" || column === "accountable") setAnswering(grid, current, null);
  else if (column === "progress" && item.kind === "task" && !current.isGroup) setProgress(grid, item.id, 0);
  else if (column === "serves") hang(grid.app, chosenMilestones(grid, item.id), null);
  else if (column === "promised" && !current.isGroup) setPromised(grid, current, null);
  else if (column === "status") setState(grid, current, item.kind === "task" ? "not-started" : "unset");
}
