import { type FormEvent, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { raise } from "#renderer/commands/issues.ts";
import { notify } from "#renderer/commands/notify.ts";
import { useUnsaved } from "#renderer/commands/unsaved.ts";
import { DialogField } from "#renderer/record/DialogField.tsx";
import form from "#renderer/record/Form.module.css";
import { ItemField } from "#renderer/record/Items.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Id } from "#shared/domain/fields.ts";

interface RaiseIssueDialogProps {
  readonly itemId: Id | null;
  readonly onClose: () => void;
}

/** A line about what stands in the way; Enter saves it and one is back where one was. */
export function RaiseIssueDialog({ itemId, onClose }: RaiseIssueDialogProps) {
  const app = useApp();
  const [about, setAbout] = useState(itemId);
  const [text, setText] = useUnsaved("issue");
  function submit(event: FormEvent): void {
    event.preventDefault();
    const id = raise(app, { name: text, itemId: about });
    if (id === null) return;
    setText("");
    app.ui.setState({ issueId: id });
    notify(app, "The issue is raised.", { label: "Show issues", command: "view.issues" });
    onClose();
  }
  return (
    <Dialog
      title="Raise an issue"
      onClose={onClose}
      footer={
        <Button variant="primary" type="submit" form="raise-issue" isDisabled={text.trim() === ""}>
          Raise
        </Button>
      }
    >
      <form id="raise-issue" onSubmit={submit}>
        <TextInput
          autoFocus
          label="What stands in the way?"
          placeholder="The oven supplier wants half up front"
          value={text}
          onChange={setText}
        />
        <div className={form.form}>
          <DialogField label="About">
            <ItemField label="About" value={about} onChange={setAbout} isPlain />
          </DialogField>
        </div>
      </form>
    </Dialog>
  );
}
