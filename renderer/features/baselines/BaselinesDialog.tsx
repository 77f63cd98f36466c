import { Snowflake } from "lucide-react";
import { useState } from "react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { run } from "#renderer/commands/registry.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import { BaselineRow } from "./BaselineRow.tsx";
import styles from "./Baselines.module.css";
import { FreezeForm } from "./FreezeForm.tsx";

/** What was just done here, said below the list. */
interface Done {
  readonly text: string;
  /** The baseline that was deleted, while undo would bring it back. */
  readonly deletedId: Id | null;
}

const NOTHING_DONE: Done = { text: "", deletedId: null };

/** The plan's baselines: freeze one, name it, compare with it. */
export function BaselinesDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const [done, setDone] = useState(NOTHING_DONE);
  const baselines = baselinesOf(plan);
  const canUndo = done.deletedId !== null && !plan.baselines.has(done.deletedId);
  return (
    <Dialog title="Baselines" width="lg" onClose={onClose} footer={<Button onPress={onClose}>Done</Button>}>
      {!readOnly && (
        <FreezeForm onFrozen={(name) => setDone({ text: `Frozen as “${name}”.`, deletedId: null })} />
      )}
      {baselines.length === 0 ? (
        <div className={styles.empty}>
          <Snowflake size={22} aria-hidden />
          <p>
            Freeze the plan when you two agree on it. Later you see what moved. A baseline is that frozen copy
            of all dates; it never changes.
          </p>
        </div>
      ) : (
        <ul className={styles.list} aria-label="Baselines">
          {baselines.map((baseline) => (
            <BaselineRow
              key={baseline.id}
              baseline={baseline}
              onCompare={onClose}
              onDeleted={(name) => setDone({ text: `“${name}” was deleted.`, deletedId: baseline.id })}
            />
          ))}
        </ul>
      )}
      <div className={styles.done}>
        <p role="status">{done.text}</p>
        {canUndo && (
          <Button
            size="sm"
            onPress={() => {
              run(app, "edit.undo");
              setDone({ text: "It is back.", deletedId: null });
            }}
          >
            Undo
          </Button>
        )}
      </div>
    </Dialog>
  );
}
