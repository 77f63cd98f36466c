import { type FormEvent, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { solveByTask } from "#renderer/commands/issues.ts";
import { likelyDecider } from "#renderer/commands/records.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PlacePicker } from "#renderer/fields/PlacePicker.tsx";
import { DialogField } from "#renderer/record/DialogField.tsx";
import form from "#renderer/record/Form.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { PersonPicker, personName } from "#renderer/ui/PersonPicker.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName } from "#shared/domain/issues.ts";
import { usualFollowUp } from "#shared/domain/operations/delegate.ts";
import { placeForIssue, usualDone } from "#shared/domain/operations/issues.ts";

interface SolveByTaskDialogProps {
  readonly issueId: Id;
  readonly onClose: () => void;
}

/** Who does what by when: the issue becomes a task in the plan, handed over. */
export function SolveByTaskDialog({ issueId, onClose }: SolveByTaskDialogProps) {
  const issue = usePlan().issues.get(issueId);
  return issue ? <Form issue={issue} onClose={onClose} /> : null;
}

function Form({ issue, onClose }: { readonly issue: Issue; readonly onClose: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [name, setName] = useState(issueName(issue));
  const [toId, setTo] = useState<Id | null>(null);
  const [finish, setFinish] = useState(() => usualDone(plan, today));
  const [parentId, setParent] = useState(() => placeForIssue(plan, issue));
  const byId = likelyDecider(app);
  const people = [...plan.people.values()];
  const [by, to] = [plan.people.get(byId ?? ""), plan.people.get(toId ?? "")];
  const canSave = name.trim() !== "" && parentId !== null;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (parentId === null || name.trim() === "") return;
    if (solveByTask(app, issue.id, { name, parentId, toId, byId, start: today, finish })) onClose();
  }
  const askedOn = formatDayNear(usualFollowUp(plan, today), today);
  return (
    <Dialog
      title="Solve by a task"
      onClose={onClose}
      footer={
        <Button variant="primary" type="submit" form="solve-by-task" isDisabled={!canSave}>
          Add the task
        </Button>
      }
    >
      <form id="solve-by-task" onSubmit={submit}>
        <p className={form.what}>To solve: {issueName(issue)}</p>
        <TextInput autoFocus selectsOnFocus label="What is to be done?" value={name} onChange={setName} />
        <div className={form.form}>
          <DialogField label="Who takes it">
            <PersonPicker framed label="Who takes it" people={people} value={toId} onChange={setTo} />
          </DialogField>
          <DialogField label="Done by">
            <DayField framed label="Done by" value={finish} today={today} onChange={setFinish} />
          </DialogField>
          <DialogField label="Put under">
            <PlacePicker plan={plan} value={parentId} onChange={setParent} />
          </DialogField>
        </div>
        <p className={form.hint}>
          {to && by && to.id !== by.id
            ? `${personName(by)} hands it to ${personName(to)}, who takes it or says no, and asks how it goes on ${askedOn}.`
            : to
              ? `${personName(to)} answers for it from today.`
              : "Nobody takes it yet: it stands in the plan without an owner."}
        </p>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
