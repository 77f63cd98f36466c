import { useState } from "react";
import { startRoutines } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import type { Operation } from "#renderer/commands/perform.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { likelyStart, type RoutineStart } from "#shared/domain/operations/commission.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import { StartRoutineForm } from "./StartRoutineForm.tsx";

interface StartRoutineDialogProps {
  readonly taskIds: readonly Id[];
  /** What makes the work done; null where it is done already. */
  readonly finish: Operation | null;
  readonly onClose: () => void;
}

/**
 * What is asked when work that builds a routine is done: one task after the other, and everything becomes one step at
 * the end. Leaving the dialog leaves the work as it was.
 */
export function StartRoutineDialog({ taskIds, finish, onClose }: StartRoutineDialogProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [starts, setStarts] = useState<readonly RoutineStart[]>([]);
  const [at, setAt] = useState(0);
  const [edited, setEdited] = useState<RoutineStart | null>(null);
  const task = plan.tasks.get(taskIds[at] ?? "");
  if (!task?.commission) return null;
  const start = edited ?? likelyStart(plan, task, today);
  const isLast = at === taskIds.length - 1;
  function goOn(answers: readonly RoutineStart[]): void {
    if (!isLast) {
      setStarts(answers);
      setEdited(null);
      setAt(at + 1);
    } else if (startRoutines(app, finish, answers)) onClose();
  }
  return (
    <Dialog
      title={taskIds.length > 1 ? `Start its routine, ${at + 1} of ${taskIds.length}` : "Start its routine"}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => goOn(starts)}>Not yet</Button>
          <Button variant="primary" isDisabled={isBlank(start.name)} onPress={() => goOn([...starts, start])}>
            Start the routine
          </Button>
        </>
      }
    >
      <StartRoutineForm
        key={task.id}
        intro={`With “${nameOrUntitled(task.name, "task")}” done, this runs by itself:`}
        start={start}
        others={starts}
        onChange={setEdited}
        onCreatePerson={(name) => setEdited({ ...start, ownerId: createPersonNamed(app, { name }) })}
      />
    </Dialog>
  );
}
