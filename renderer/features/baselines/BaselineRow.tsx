import { Pencil, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { compareWith, deleteFrozen, renameFrozen } from "#renderer/commands/baselines.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { TextInput } from "#renderer/ui/TextInput.tsx";
import type { Baseline } from "#shared/domain/baseline.ts";
import { compareWithBaseline } from "#shared/domain/compare.ts";
import { baselineName, frozenOn } from "#shared/domain/compareWords.ts";
import { baselineNameProblem } from "#shared/domain/operations/baselines.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./Baselines.module.css";
import { planMoved } from "./words.ts";

interface BaselineRowProps {
  readonly baseline: Baseline;
  /** The rows that show the comparison are behind this dialog. */
  readonly onCompare: () => void;
  readonly onDeleted: (name: string) => void;
}

export function BaselineRow({ baseline, onCompare, onDeleted }: BaselineRowProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const isCompared = useUi((state) => state.compareWith === baseline.id);
  const readOnly = useReadOnly();
  const [isNaming, setNaming] = useState(false);
  const name = baselineName(baseline);
  if (isNaming) return <NameForm baseline={baseline} onEnd={() => setNaming(false)} />;
  function toggle(): void {
    compareWith(app, isCompared ? null : baseline.id);
    if (!isCompared) onCompare();
  }
  function showMoved(): void {
    compareWith(app, baseline.id);
    showDialog(app, { kind: "moved" });
  }
  return (
    <li className={styles.row} data-compared={isCompared || undefined}>
      <div className={styles.what}>
        <p className={styles.name}>{baseline.name.trim() || name}</p>
        <p className={styles.facts}>
          Frozen {frozenOn(baseline, today)} · {count(baseline.items.length, "item")} ·{" "}
          {planMoved(compareWithBaseline(plan, baseline))}
        </p>
      </div>
      <Button aria-label={`What moved since ${name}`} variant="quiet" onPress={showMoved}>
        What moved
      </Button>
      <Button
        aria-label={isCompared ? `Stop comparing with ${name}` : `Compare with ${name}`}
        aria-pressed={isCompared}
        onPress={toggle}
      >
        {isCompared ? "Stop comparing" : "Compare"}
      </Button>
      {!readOnly && (
        <>
          <IconButton label={`Rename ${name}`} onPress={() => setNaming(true)}>
            <Pencil size={14} />
          </IconButton>
          <IconButton
            label={`Delete ${name}`}
            onPress={() => {
              if (deleteFrozen(app, baseline.id)) onDeleted(name);
            }}
          >
            <Trash2 size={14} />
          </IconButton>
        </>
      )}
    </li>
  );
}

function NameForm({ baseline, onEnd }: { readonly baseline: Baseline; readonly onEnd: () => void }) {
  const app = useApp();
  const plan = usePlan();
  const [name, setName] = useState(baseline.name);
  const [tried, setTried] = useState(false);
  const problem = baselineNameProblem(plan, name, baseline.id);
  function save(): void {
    setTried(true);
    if (problem) return;
    renameFrozen(app, baseline.id, name);
    onEnd();
  }
  /** Escape ends the naming; a second one closes the dialog. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onEnd();
  }
  return (
    <li>
      <form
        className={styles.naming}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label="Name"
          value={name}
          onChange={setName}
          autoFocus
          selectsOnFocus
          problem={tried ? (problem?.message ?? null) : null}
        />
        <Button type="submit" variant="primary">
          Save name
        </Button>
        <Button onPress={onEnd}>Cancel</Button>
      </form>
    </li>
  );
}
