import { ListChecks } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createProcedure } from "#renderer/commands/procedures.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { liveProcedures, type ProcedureInput } from "#shared/domain/operations/procedures.ts";
import { createStep } from "#shared/domain/steps.ts";
import { minutesWords } from "#shared/domain/words.ts";
import { RunPage } from "./RunPage.tsx";
import { WorkflowList } from "./WorkflowList.tsx";
import { WorkflowPage } from "./WorkflowPage.tsx";
import styles from "./Workflows.module.css";

/** How things are done here, step by step: every workflow, and one of them, or a checklist of it, beside the list. */
export function Workflows() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosenId = useUi((state) => state.procedureId);
  const checklistId = useUi((state) => state.checklistId);
  const procedures = liveProcedures(plan);
  const add = (input: ProcedureInput): void => void createProcedure(app, input);
  const chosen = procedures.find(({ id }) => id === chosenId) ?? procedures[0];
  if (!chosen) return <Teaching onAdd={add} readOnly={readOnly} />;
  const run = checklistId === null ? undefined : plan.checklistRuns.get(checklistId);
  return (
    <div className={styles.screen}>
      <div className={styles.master}>
        <WorkflowList procedures={procedures} chosenId={chosen.id} />
        {!readOnly && <AddWorkflow onAdd={add} />}
      </div>
      <div className={styles.page}>
        {run?.procedureId === chosen.id ? (
          <RunPage key={run.id} procedure={chosen} run={run} />
        ) : (
          <WorkflowPage key={chosen.id} procedure={chosen} />
        )}
      </div>
    </div>
  );
}

interface AddProps {
  readonly onAdd: (input: ProcedureInput) => void;
  readonly framed?: boolean;
}

/** A name and Enter: its steps are written beside the list. */
function AddWorkflow({ onAdd, framed = false }: AddProps) {
  return (
    <AddLine
      look={framed ? "framed" : "foot"}
      size="sm"
      label="Add a workflow"
      placeholder="Add a workflow by name"
      icon={<ListChecks size={16} aria-hidden />}
      onAdd={(name) => onAdd({ name })}
    />
  );
}

const EXAMPLE = {
  name: "Welcome somebody new",
  steps: [
    { text: "Write the contract and have it signed", role: "COO", minutes: 60 },
    { text: "Prepare keys, accounts and a place to work", role: "Office", minutes: 45 },
    { text: "Show them round and introduce everybody", role: "COO", minutes: 90 },
    { text: "Sit together after a week: what was missing?", role: "COO", minutes: 30 },
  ],
} as const;

function Teaching({ onAdd, readOnly }: AddProps & { readonly readOnly: boolean }) {
  const app = useApp();
  function addExample(): void {
    const steps = EXAMPLE.steps.map((step) => createStep({ ...step, id: app.context.newId() }));
    onAdd({ name: EXAMPLE.name, steps });
  }
  return (
    <EmptyState title="Write once how it is done" width={520}>
      <p>
        A workflow is the list of steps behind work that comes again: who does each, how long it takes, where
        to look. Tick it off as a checklist, follow it in a task or a routine, or turn it into tasks for
        everybody in it.
      </p>
      <figure className={styles.example}>
        <figcaption>{EXAMPLE.name}</figcaption>
        <ol>
          {EXAMPLE.steps.map(({ text, role, minutes }) => (
            <li key={text}>
              <span className={styles.exampleText}>{text}</span>
              <span className={styles.quiet}>{role}</span>
              <span className={styles.quiet}>{minutesWords(minutes)}</span>
            </li>
          ))}
        </ol>
      </figure>
      {!readOnly && (
        <>
          <Button variant="primary" onPress={addExample}>
            Begin with this one
          </Button>
          <AddWorkflow onAdd={onAdd} framed />
        </>
      )}
    </EmptyState>
  );
}
