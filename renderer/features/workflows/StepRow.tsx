import { Link2, StickyNote, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { editProcedureStep } from "#renderer/commands/procedures.ts";
import { useDraft } from "#renderer/commands/useDraft.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { staysInside } from "#renderer/fields/staysInside.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { MAX_STEP_MINUTES, type ProcedureStep } from "#shared/domain/procedure.ts";
import type { StepPatch } from "#shared/domain/steps.ts";
import { pastedSteps } from "./NewStep.tsx";
import styles from "./StepEditor.module.css";
import { StepMore } from "./StepMore.tsx";

/** The list of known roles, drawn once for all rows. */
export const ROLES_LIST = "workflow-roles";

interface StepRowProps {
  readonly procedureId: string;
  readonly step: ProcedureStep;
  readonly number: number;
  /** Returns true when the key was used. */
  readonly onKey: (event: KeyboardEvent, text: string) => boolean;
  readonly onPaste: (texts: readonly string[]) => void;
  readonly onRemove: () => void;
  /** What stands right below the step. */
  readonly children: ReactNode;
}

/** A step in one line: text, whose it is, how long; link and note below once there is one. */
export function StepRow({ procedureId, step, number, onKey, onPaste, onRemove, children }: StepRowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const [opened, setOpened] = useState<"link" | "note" | null>(null);
  const edit = (patch: StepPatch, group?: string): void =>
    editProcedureStep(app, procedureId, step.id, patch, group);
  const hasMore = step.link !== "" || step.note !== "" || opened !== null;
  return (
    <li>
      <div className={styles.step}>
        <span className={styles.number} aria-hidden>
          {number}
        </span>
        <StepText
          step={step}
          onText={(text, group) => edit({ text }, group)}
          onKey={onKey}
          onPaste={onPaste}
        />
        <RoleField role={step.role} onRole={(role) => edit({ role })} />
        <NumberField
          label="Minutes"
          value={step.minutes}
          unit="min"
          units={{ m: 1, h: 60 }}
          max={MAX_STEP_MINUTES}
          step={5}
          clearable
          placeholder="Time"
          onChange={(minutes) => edit({ minutes })}
        />
        {!readOnly && (
          <span className={styles.tools}>
            <IconButton label="Add a link" size="sm" onPress={() => setOpened("link")}>
              <Link2 size={14} />
            </IconButton>
            <IconButton label="Add a note" size="sm" onPress={() => setOpened("note")}>
              <StickyNote size={14} />
            </IconButton>
            <IconButton label={`Delete step ${number}`} size="sm" onPress={onRemove}>
              <X size={14} />
            </IconButton>
          </span>
        )}
        {hasMore && <StepMore step={step} opened={opened} edit={edit} onLeft={() => setOpened(null)} />}
      </div>
      {children}
    </li>
  );
}

interface StepTextProps extends Pick<StepRowProps, "step" | "onKey" | "onPaste"> {
  readonly onText: (text: string, group: string) => void;
}

function StepText({ step, onText, onKey, onPaste }: StepTextProps) {
  const readOnly = useReadOnly();
  const draft = useDraft(step.text, onText);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (!event.altKey && staysInside(event)) return;
    if (readOnly || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      draft.cancel();
      event.stopPropagation();
      event.currentTarget.blur();
      return;
    }
    if (event.key === "Enter" || event.altKey) draft.commit();
    const { text } = draft;
    // A step that goes away goes with the text it had, so that undo gives it back whole.
    if (event.key === "Backspace" && text === "") draft.cancel();
    if (!onKey(event, text)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    // The copy behind the field holds the same text and so gives the field its height.
    <div className={styles.grow} data-text={`${draft.text}\u200b`}>
      <textarea
        rows={1}
        aria-label="Step"
        data-line={step.id}
        value={draft.text}
        maxLength={500}
        readOnly={readOnly}
        onChange={(event) => draft.setText(event.target.value.replace(/\s*\n\s*/g, " "))}
        onBlur={draft.commit}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const texts = readOnly ? null : pastedSteps(event);
          if (texts === null) return;
          draft.commit();
          onPaste(texts);
        }}
      />
    </div>
  );
}

interface RoleFieldProps {
  readonly role: string;
  readonly onRole: (role: string) => void;
}

/** Whose step it is, in the words of people's roles, with those known to choose from. */
function RoleField({ role, onRole }: RoleFieldProps) {
  const readOnly = useReadOnly();
  const held = useHeldText((text) => {
    if (text.trim() !== role) onRole(text);
  });
  return (
    <input
      type="text"
      aria-label="Role"
      list={ROLES_LIST}
      title={role}
      placeholder={readOnly ? "" : "Role"}
      className={styles.role}
      value={held.text ?? role}
      maxLength={500}
      readOnly={readOnly}
      onChange={(event) => held.setText(event.target.value)}
      onBlur={held.commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Enter") held.commit();
        else held.cancel();
      }}
    />
  );
}
