import { type FormEvent, useState } from "react";
import { useApp, useDocument } from "#renderer/commands/hooks.ts";
import { rename } from "#renderer/commands/roadmaps.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Id } from "#shared/domain/fields.ts";

interface RenameDialogProps {
  readonly roadmapId: Id;
  readonly onClose: () => void;
}

export function RenameDialog({ roadmapId, onClose }: RenameDialogProps) {
  const app = useApp();
  const current = useDocument((state) => state.roadmaps.get(roadmapId)?.name ?? "");
  const [name, setName] = useState(current);
  const missing = name.trim() === "";
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (missing) return;
    rename(app, roadmapId, name);
    onClose();
  }
  return (
    <Dialog
      title="Rename roadmap"
      width="sm"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="rename-roadmap">
            Rename
          </Button>
        </>
      }
    >
      <form id="rename-roadmap" onSubmit={submit}>
        <TextInput
          autoFocus
          label="Name"
          value={name}
          onChange={setName}
          problem={missing ? "Give the roadmap a name." : null}
        />
      </form>
    </Dialog>
  );
}
