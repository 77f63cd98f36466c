import { Link2, Pencil, StickyNote } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useReadOnly } from "#renderer/commands/hooks.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { OutsideLink } from "#renderer/fields/OutsideLink.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { readLink } from "#shared/domain/outsideLink.ts";
import type { ProcedureStep } from "#shared/domain/procedure.ts";
import type { StepPatch } from "#shared/domain/steps.ts";
import styles from "./StepEditor.module.css";

interface StepMoreProps {
  readonly step: ProcedureStep;
  /** The part that was asked for just now. */
  readonly opened: "link" | "note" | null;
  readonly edit: (patch: StepPatch, group?: string) => void;
  /** The part that was asked for was left again. */
  readonly onLeft: () => void;
}

/** Where to look and what to remember, below a step. */
export function StepMore({ step, opened, edit, onLeft }: StepMoreProps) {
  const note = useRef<HTMLDivElement>(null);
  const left = useRef(onLeft);
  left.current = onLeft;
  useEffect(() => {
    const field = opened === "note" ? note.current?.querySelector("textarea") : null;
    if (!field) return;
    const onBlur = (): void => left.current();
    field.focus();
    field.addEventListener("blur", onBlur);
    return () => field.removeEventListener("blur", onBlur);
  }, [opened]);
  return (
    <div className={styles.more}>
      {(step.link !== "" || opened === "link") && (
        <LinkField
          link={step.link}
          isAsked={opened === "link"}
          onLink={(link) => edit({ link })}
          onLeft={onLeft}
        />
      )}
      {(step.note !== "" || opened === "note") && (
        <div ref={note} className={styles.note}>
          <StickyNote size={13} className={styles.mark} aria-hidden />
          <PlanTextField
            look="notes"
            label="Note"
            value={step.note}
            placeholder="What to look out for"
            save={(text, group) => edit({ note: text }, group)}
          />
        </div>
      )}
    </div>
  );
}

interface LinkFieldProps {
  readonly link: string;
  readonly isAsked: boolean;
  readonly onLink: (link: string) => void;
  readonly onLeft: () => void;
}

function LinkField({ link, isAsked, onLink, onLeft }: LinkFieldProps) {
  const readOnly = useReadOnly();
  const [isEditing, setEditing] = useState(false);
  useEffect(() => {
    if (isAsked) setEditing(true);
  }, [isAsked]);
  return (
    <div className={styles.link}>
      <Link2 size={13} className={styles.mark} aria-hidden />
      {isEditing || link === "" ? (
        <LinkInput
          link={link}
          onLink={onLink}
          onDone={() => {
            setEditing(false);
            onLeft();
          }}
        />
      ) : (
        <>
          <OutsideLink link={link} />
          {!readOnly && (
            <IconButton label="Change link" size="sm" onPress={() => setEditing(true)}>
              <Pencil size={12} />
            </IconButton>
          )}
        </>
      )}
    </div>
  );
}

interface LinkInputProps extends Pick<LinkFieldProps, "link" | "onLink"> {
  readonly onDone: () => void;
}

/** An address that cannot be opened stays in the field, with what is wrong, until it is mended or given up. */
function LinkInput({ link, onLink, onDone }: LinkInputProps) {
  const id = useId();
  const [problem, setProblem] = useState("");
  const held = useHeldText((text) => {
    const read = readLink(text);
    if (read.ok && read.value !== link) onLink(read.value);
  });
  function accept(): void {
    const read = readLink(held.text ?? link);
    setProblem(read.ok ? "" : read.problem.message);
    if (!read.ok) return;
    held.commit();
    onDone();
  }
  function giveUp(): void {
    held.cancel();
    setProblem("");
    onDone();
  }
  return (
    <span className={styles.linkField}>
      <input
        type="text"
        inputMode="url"
        aria-label="Link"
        aria-invalid={problem !== "" || undefined}
        aria-describedby={problem === "" ? undefined : id}
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
        autoFocus
        placeholder="example.com/handbook"
        className={styles.linkInput}
        value={held.text ?? link}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={() => (problem === "" ? accept() : giveUp())}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") accept();
          else giveUp();
        }}
      />
      {problem !== "" && (
        <span id={id} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </span>
  );
}
