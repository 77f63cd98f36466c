/** What became of notes and checklists. */
import type { ChecklistRun } from "#shared/domain/procedure.ts";
import type { ChecklistItem, Task } from "#shared/domain/task.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { type Facts, shortName } from "./facts.ts";
import { said } from "./itemSays.ts";
import { isSame } from "./net.ts";
import type { Said } from "./types.ts";

export function noteSays(was: string, is: string): Said[] {
  if (was === is) return [];
  return [said("other", isBlank(was) ? "notes added" : isBlank(is) ? "notes removed" : "other notes")];
}

/** The task's own list of steps, and the workflows that were gone through for it. */
export function checklistSays(facts: Facts, was: Task, task: Task): Said[] {
  const own = isSame(was.checklist, task.checklist) ? [] : [said("other", ownWords(was, task))];
  return [...own, ...runSays(facts, task)];
}

function ownWords(was: Task, { checklist }: Task): string {
  const ticked = (of: readonly ChecklistItem[]): number => of.filter(({ done }) => done).length;
  if (checklist.length === 0) return "checklist removed";
  if (ticked(checklist) === ticked(was.checklist) && checklist.length === was.checklist.length)
    return "checklist reworded";
  return `${ticked(checklist)} of ${count(checklist.length, "step")} on its checklist done`;
}

function runSays({ before, plan }: Facts, { id }: Task): Said[] {
  if (!before || before.checklistRuns === plan.checklistRuns) return [];
  const says = [...plan.checklistRuns.values()].flatMap((run): Said[] => {
    const was = before.checklistRuns.get(run.id);
    if (run.taskId !== id || isSame(was, run)) return [];
    const name = shortName(plan.procedures.get(run.procedureId)?.name ?? "", "a workflow");
    return [said("other", `checklist “${name}”: ${runWords(was, run)}`)];
  });
  return says.sort((a, b) => (a.words < b.words ? -1 : 1));
}

function runWords(was: ChecklistRun | undefined, { finishedOn, ticked, steps }: ChecklistRun): string {
  if (finishedOn !== null && was?.finishedOn == null) return "done";
  return `${was ? "" : "begun, "}${ticked.length} of ${count(steps.length, "step")} ticked`;
}
