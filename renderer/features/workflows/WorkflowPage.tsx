import { Ellipsis, ListChecks, ListTree, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import {
  editProcedure,
  removeProcedure,
  reviewedToday,
  showChecklist,
  startRun,
} from "#renderer/commands/procedures.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import type { Procedure } from "#shared/domain/procedure.ts";
import { procedureName, procedureStanding } from "#shared/domain/procedureStanding.ts";
import { totalMinutes } from "#shared/domain/steps.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import { Runs, UnderWay } from "./Runs.tsx";
import { StepEditor } from "./StepEditor.tsx";
import { UsedBy } from "./UsedBy.tsx";
import { ReviewFlag } from "./WorkflowList.tsx";
import styles from "./WorkflowPage.module.css";

/** One workflow: its steps to write, who keeps it right, what follows it and what became of each run. */
export function WorkflowPage({ procedure }: { readonly procedure: Procedure }) {
  const app = useApp();
  const plan = usePlan();
  const standing = procedureStanding(plan, procedure.id);
  const minutes = totalMinutes(procedure.steps);
  const timeWords = minutes > 0 ? `${minutesWords(minutes)} in all` : "";
  return (
    <article className={styles.page} aria-label={procedureName(procedure)}>
      <PageHead procedure={procedure} />
      <Fields procedure={procedure} />
      <UnderWay runs={standing.underWay} />
      <Section
        title="Steps"
        hint={[count(procedure.steps.length, "step"), timeWords].filter(Boolean).join(", ")}
      >
        <StepEditor procedure={procedure} />
      </Section>
      <Section title="Used by">
        <UsedBy standing={standing} />
      </Section>
      <Section title="Runs">
        <Runs procedure={procedure} standing={standing} />
      </Section>
      <Section title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={procedure.notes}
          placeholder="When to use it, and what good looks like"
          save={(notes, group) => editProcedure(app, procedure.id, { notes }, { label: "Edit notes", group })}
        />
      </Section>
    </article>
  );
}

function PageHead({ procedure }: { readonly procedure: Procedure }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const hasSteps = procedure.steps.length > 0;
  function start(): void {
    const runId = startRun(app, procedure.id, null);
    if (runId !== null) showChecklist(app, procedure.id, runId);
  }
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <PlanTextField
          look="name"
          label="Name"
          value={procedure.name}
          placeholder="Untitled workflow"
          save={(name, group) =>
            editProcedure(app, procedure.id, { name }, { label: "Rename workflow", group })
          }
        />
      </div>
      {!readOnly && (
        <>
          <Button icon={<ListTree size={14} />} isDisabled={!hasSteps} onPress={() => openMakeTasks()}>
            Make tasks…
          </Button>
          <Button variant="primary" icon={<ListChecks size={14} />} isDisabled={!hasSteps} onPress={start}>
            Start checklist
          </Button>
          <Menu
            label="More"
            trigger={
              <IconButton label="More">
                <Ellipsis size={16} />
              </IconButton>
            }
            entries={[
              {
                id: "delete",
                label: "Delete to bin",
                icon: <Trash2 size={14} />,
                danger: true,
                onAction: () => removeProcedure(app, procedure.id),
              },
            ]}
          />
        </>
      )}
    </header>
  );

  function openMakeTasks(): void {
    showDialog(app, { kind: "make-tasks", procedureId: procedure.id });
  }
}

function Fields({ procedure }: { readonly procedure: Procedure }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const setOwner = (ownerId: string | null): void =>
    editProcedure(app, procedure.id, { ownerId }, { label: "Change owner" });
  return (
    <div className={styles.fields}>
      <span className={styles.label} aria-hidden>
        Owner
      </span>
      <span className={styles.value}>
        <PersonPicker
          label="Owner"
          people={[...people.values()]}
          value={procedure.ownerId}
          emptyWord="Nobody keeps it right yet"
          onChange={setOwner}
          onCreate={(name) => setOwner(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </span>
      <span className={styles.label} aria-hidden>
        Review
      </span>
      <span className={styles.value}>
        <span className={styles.day}>
          <OptionalDayField
            label="Look at it again on"
            value={procedure.reviewOn}
            today={today}
            placeholder="No date"
            onChange={(reviewOn) =>
              editProcedure(app, procedure.id, { reviewOn }, { label: "Change review date" })
            }
          />
        </span>
        <ReviewFlag procedure={procedure} />
        {!readOnly && (
          <Button size="sm" variant="quiet" onPress={() => reviewedToday(app, procedure.id)}>
            Reviewed today, look again in 6 months
          </Button>
        )}
      </span>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function Section({ title, hint = "", children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.sectionTitle}>
        {title}
        {hint !== "" && <span className={styles.tally}>{hint}</span>}
      </h3>
      {children}
    </section>
  );
}
