import { useApp } from "#renderer/commands/hooks.ts";
import { bringIn } from "#renderer/commands/imports.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { ReadPlan } from "#shared/interchange/readAny.ts";
import styles from "./Preview.module.css";
import { Preview } from "./Preview.tsx";

interface ImportDialogProps {
  readonly name: string;
  readonly read: ReadPlan;
  readonly onClose: () => void;
}

/** What a file becomes, before anything is brought in. */
export function ImportDialog({ name, read, onClose }: ImportDialogProps) {
  const app = useApp();
  return (
    <Dialog
      title={`Bring in “${name}”`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            autoFocus
            onPress={() => {
              onClose();
              void bringIn(app, read.plan, read.isOwn ? "Open file" : "Import roadmap");
            }}
          >
            Bring in
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        A {read.isOwn ? "Groundwork roadmap" : `plan from ${read.report.source}`}. It becomes a roadmap of its
        own: the file stays as it is, and so do your other roadmaps.
      </p>
      <Preview read={read} />
    </Dialog>
  );
}
