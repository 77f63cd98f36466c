import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import {
  addProcedureSteps,
  moveProcedureStep,
  pasteProcedureSteps,
  removeProcedureStep,
} from "#renderer/commands/procedures.ts";
import type { Procedure, ProcedureStep } from "#shared/domain/procedure.ts";
import { knownRoles } from "#shared/domain/roles.ts";
import { NewStep } from "./NewStep.tsx";
import styles from "./StepEditor.module.css";
import { ROLES_LIST, StepRow } from "./StepRow.tsx";

/** Where a new step is written, as the place the keyboard should be in after the next drawing. */
const END = "end";

/** The steps to write in place: Enter goes on below, Backspace in an empty one removes it, Alt and arrows move. */
export function StepEditor({ procedure }: { readonly procedure: Procedure }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const { id, steps } = procedure;
  const list = useRef<HTMLOListElement>(null);
  const [newAfter, setNewAfter] = useState<string | null>(null);
  const [focusNext, setFocusNext] = useState<string | null>(null);

  useLayoutEffect(() => {
    if (focusNext === null) return;
    const lines = [...(list.current?.querySelectorAll<HTMLTextAreaElement>("[data-line]") ?? [])];
    const line = lines.find((element) => element.dataset.line === focusNext);
    line?.focus();
    line?.setSelectionRange(line.value.length, line.value.length);
    setFocusNext(null);
  }, [focusNext]);

  function add(texts: readonly string[], afterId: string | null): void {
    const added = addProcedureSteps(app, id, texts, afterId);
    if (afterId !== null) setNewAfter(added.at(-1) ?? null);
  }

  function remove(stepId: string): void {
    const at = steps.findIndex((step) => step.id === stepId);
    removeProcedureStep(app, id, stepId);
    setFocusNext(steps[at - 1]?.id ?? steps[at + 1]?.id ?? END);
  }

  /** Returns true when the key was used. */
  function onLineKey(event: KeyboardEvent, step: ProcedureStep, text: string): boolean {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const at = steps.indexOf(step);
    if (event.key === "Enter") setNewAfter(step.id);
    else if (event.key === "Backspace" && text === "") remove(step.id);
    else if (by !== 0 && event.altKey) {
      moveProcedureStep(app, id, step.id, by);
      setFocusNext(step.id);
    } else if (by !== 0) setFocusNext(steps[at + by]?.id ?? (by > 0 ? END : step.id));
    else return false;
    return true;
  }

  return (
    <>
      <datalist id={ROLES_LIST}>
        {knownRoles(plan).map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <ol ref={list} aria-label="Steps" className={styles.list}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            procedureId={id}
            step={step}
            number={index + 1}
            onKey={(event, text) => onLineKey(event, step, text)}
            onPaste={(texts) => pasteProcedureSteps(app, id, step.id, texts)}
            onRemove={() => remove(step.id)}
          >
            {newAfter === step.id && (
              <NewStep
                key={`after ${step.id}`}
                autoFocus
                onAdd={(texts) => add(texts, step.id)}
                onDone={() => setNewAfter(null)}
              />
            )}
          </StepRow>
        ))}
        {!readOnly && (
          <li>
            <NewStep
              line={END}
              onAdd={(texts) => add(texts, null)}
              onUp={() => setFocusNext(steps.at(-1)?.id ?? END)}
            />
          </li>
        )}
      </ol>
    </>
  );
}
