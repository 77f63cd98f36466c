import { useState } from "react";
import { declineWork } from "#renderer/commands/delegation.ts";
import { useApp, usePlan } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { lastHandover } from "#shared/domain/handover.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Delegation.module.css";

interface DeclineDialogProps {
  readonly taskId: Id;
  readonly onClose: () => void;
}

/** Why somebody does not take what was handed to them. */
export function DeclineDialog({ taskId, onClose }: DeclineDialogProps) {
  const app = useApp();
  const { tasks, people } = usePlan();
  const [reason, setReason] = useState("");
  const task = tasks.get(taskId);
  const last = task && lastHandover(task);
  if (!task || !last) return null;
  const name = people.get(last.byId)?.name || "Whoever handed it over";
  function save(): void {
    if (!isBlank(reason) && declineWork(app, taskId, reason)) onClose();
  }
  return (
    <Dialog
      title="Decline"
      width="sm"
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={isBlank(reason)} onPress={save}>
          Decline
        </Button>
      }
    >
      <p className={styles.what}>{nameOrUntitled(task.name, "task")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          autoFocus
          label={`${name} reads why`}
          value={reason}
          onChange={setReason}
          placeholder="A few words"
        />
      </form>
    </Dialog>
  );
}
