import { Plus, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { editRoutine, setStepTicked } from "#renderer/commands/routines.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import type { Routine, RoutineStep } from "#shared/domain/routine.ts";
import { isTicked } from "#shared/domain/tick.ts";
import type { RunLine } from "#shared/routines/standing.ts";
import styles from "./Routines.module.css";
import { RunTick } from "./RunTick.tsx";

interface StepsProps {
  readonly routine: Routine;
  /** The run whose steps are ticked; null while there is none. */
  readonly run: RunLine | null;
}

/** The steps of a routine, to write and to tick in the run at hand. */
export function Steps({ routine, run }: StepsProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  /** The steps as they are at that moment, so that edits made in a row do not undo each other. */
  function edit(
    change: (steps: readonly RoutineStep[]) => readonly RoutineStep[],
    label: string,
    group?: string,
  ) {
    const now = app.documents.state.getState().plan?.routines.get(routine.id)?.steps ?? [];
    const options = group === undefined ? { label } : { label, group };
    editRoutine(app, routine.id, { steps: change(now) }, options);
  }
  return (
    <ul aria-label="Steps">
      {routine.steps.map((step) => (
        <Step
          key={step.id}
          step={step}
          ticked={isTicked(run?.run?.ticked ?? [], step.id)}
          onTick={run ? (ticked) => setStepTicked(app, routine.id, run.day, step.id, ticked) : null}
          onText={(text, group) =>
            edit((steps) => steps.map((s) => (s.id === step.id ? { ...s, text } : s)), "Edit step", group)
          }
          onRemove={() => edit((steps) => steps.filter((s) => s.id !== step.id), "Delete step")}
        />
      ))}
      {!readOnly && (
        <li>
          <NewStep
            onAdd={(text) => edit((steps) => [...steps, { id: app.context.newId(), text }], "Add step")}
          />
        </li>
      )}
    </ul>
  );
}

interface StepProps {
  readonly step: RoutineStep;
  readonly ticked: boolean;
  readonly onTick: ((ticked: boolean) => void) | null;
  readonly onText: (text: string, group: string) => void;
  readonly onRemove: () => void;
}

function Step({ step, ticked, onTick, onText, onRemove }: StepProps) {
  const readOnly = useReadOnly();
  const draft = useDraft(step.text, onText);
  return (
    <li className={styles.step}>
      {onTick && <RunTick label={step.text || "Untitled step"} ticked={ticked} onTick={onTick} />}
      <input
        type="text"
        aria-label="Text of step"
        className={`${styles.stepText} ${ticked ? styles.doneName : ""}`}
        value={draft.text}
        maxLength={500}
        readOnly={readOnly}
        onChange={(event) => draft.setText(event.target.value)}
        onBlur={draft.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Escape") draft.cancel();
          event.currentTarget.blur();
        }}
      />
      {!readOnly && (
        <span className={styles.remove}>
          <IconButton label={`Delete step ${step.text}`} size="sm" onPress={onRemove}>
            <X size={14} />
          </IconButton>
        </span>
      )}
    </li>
  );
}

/** Enter adds a step and starts the next. */
function NewStep({ onAdd }: { readonly onAdd: (text: string) => void }) {
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd(text.trim());
  });
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") held.commit();
    else held.cancel();
  }
  return (
    <div className={styles.step}>
      <Plus size={14} className={styles.plus} aria-hidden />
      <input
        type="text"
        aria-label="Add a step"
        placeholder="Add a step"
        className={styles.stepText}
        value={held.text ?? ""}
        maxLength={500}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={held.commit}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
