import { ListChecks } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { Finder } from "#renderer/ui/Finder.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { liveProcedures } from "#shared/domain/operations/procedures.ts";
import { procedureName } from "#shared/domain/procedureStanding.ts";
import { count } from "#shared/domain/words.ts";
import styles from "./WorkflowPicker.module.css";

interface WorkflowPickerProps {
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  readonly onCreate?: (name: string) => void;
  readonly emptyWord?: string;
}

const NONE = "none";

/** One workflow or none, found by typing; one in the bin stays named where it is used. */
export function WorkflowPicker({ value, onChange, onCreate, emptyWord = "None" }: WorkflowPickerProps) {
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosen = value === null ? undefined : plan.procedures.get(value);
  const words = chosen
    ? `${procedureName(chosen)}${chosen.deletedAt === null ? "" : " (in the bin)"}`
    : emptyWord;
  const mark = <ListChecks size={14} className={styles.faint} aria-hidden />;
  return (
    <Finder
      label="Workflow"
      placeholder={onCreate ? "Find or add a workflow" : "Find a workflow"}
      options={() => [
        ...(value === null ? [] : [{ id: NONE, label: "None" }]),
        ...liveProcedures(plan).map((procedure) => ({
          id: procedure.id,
          label: procedureName(procedure),
          hint: count(procedure.steps.length, "step"),
          mark,
        })),
      ]}
      selected={value === null ? [] : [value]}
      onPick={(id) => onChange(id === NONE ? null : id)}
      onCreate={onCreate}
      emptyText={onCreate ? "None here yet. Type a name to add one." : "None here yet."}
      trigger={
        <AriaButton aria-label={`Workflow: ${words}`} isDisabled={readOnly} className={styles.field ?? ""}>
          {chosen && mark}
          <span className={chosen ? styles.name : styles.faint}>{words}</span>
        </AriaButton>
      }
    />
  );
}
