import { Gavel, RotateCcw, SquareCheck, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { drop, editIssue, removeIssue, reopen, solvePlainly } from "#renderer/commands/issues.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { showDecision } from "#renderer/commands/records.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PanelHead } from "#renderer/ui/Panel.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { formatDay, formatDayNear } from "#shared/domain/day.ts";
import { decisionName } from "#shared/domain/decisionLog.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { dayOfSession } from "#shared/domain/sessions.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { ItemField } from "./Items.tsx";
import styles from "./Record.module.css";

interface IssuePageProps {
  readonly issue: Issue;
  readonly onClose?: () => void;
}

/** One issue: what it is about, what is known, and the ways to settle it. */
export function IssuePage({ issue, onClose }: IssuePageProps) {
  const app = useApp();
  return (
    <section className={styles.panel} aria-label="Issue">
      <Head issue={issue} onClose={onClose} />
      <PlanTextField
        look="name"
        label="Name"
        value={issue.name}
        placeholder="Untitled issue"
        save={(name, group) => editIssue(app, issue.id, { name }, { label: "Rename issue", group })}
      />
      {issue.state === "open" ? <Ways issue={issue} /> : <Settled issue={issue} />}
      <Fields issue={issue} />
      <section className={styles.section} aria-label="Notes">
        <h3 className={styles.sectionTitle}>Notes</h3>
        <PlanTextField
          look="notes"
          label="Notes"
          value={issue.notes}
          placeholder="What is known, what was tried, what is asked"
          save={(notes, group) => editIssue(app, issue.id, { notes }, { label: "Edit notes", group })}
        />
      </section>
    </section>
  );
}

function Head({ issue, onClose }: { readonly issue: Issue; readonly onClose: (() => void) | undefined }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <PanelHead
      kind="Issue"
      readOnly={readOnly}
      entries={[
        {
          id: "delete",
          label: "Delete to bin",
          icon: <Trash2 size={14} />,
          danger: true,
          onAction: () => removeIssue(app, issue.id),
        },
      ]}
      onClose={onClose}
    />
  );
}

function Ways({ issue }: { readonly issue: Issue }) {
  const app = useApp();
  if (useReadOnly()) return null;
  return (
    <fieldset className={styles.ways}>
      <legend className="visually-hidden">Solve it</legend>
      <Button
        size="sm"
        variant="primary"
        icon={<Gavel size={14} />}
        onPress={() =>
          showDialog(app, {
            kind: "record-decision",
            issueId: issue.id,
            itemIds: issue.itemId === null ? [] : [issue.itemId],
          })
        }
      >
        Solve by a decision…
      </Button>
      <Button
        size="sm"
        icon={<SquareCheck size={14} />}
        onPress={() => showDialog(app, { kind: "solve-by-task", issueId: issue.id })}
      >
        Solve by a task…
      </Button>
      <Button size="sm" variant="quiet" onPress={() => solvePlainly(app, issue.id)}>
        Solved already
      </Button>
      <Button size="sm" variant="quiet" onPress={() => drop(app, issue.id)}>
        Drop it
      </Button>
    </fieldset>
  );
}

function Settled({ issue }: { readonly issue: Issue }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={styles.ways}>
      <p className={styles.outcome}>
        <Outcome issue={issue} />
      </p>
      {!readOnly && (
        <Button size="sm" icon={<RotateCcw size={14} />} onPress={() => reopen(app, issue.id)}>
          Reopen
        </Button>
      )}
    </div>
  );
}

/** `Solved 4 Mar by the decision …`, with the way there. */
export function Outcome({ issue }: { readonly issue: Issue }) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const decision = plan.decisions.get(issue.decisionId ?? "");
  const task = plan.tasks.get(issue.taskId ?? "");
  const on = issue.settledOn === null ? "" : ` ${formatDayNear(issue.settledOn, today)}`;
  return (
    <>
      {issue.state === "dropped" ? "Dropped" : "Solved"}
      {on}
      {decision && (
        <>
          {" by the decision "}
          {decision.deletedAt === null ? (
            <button type="button" className={styles.link} onClick={() => showDecision(app, decision.id)}>
              {decisionName(decision)}
            </button>
          ) : (
            `${decisionName(decision)} (in the bin)`
          )}
        </>
      )}
      {task && (
        <>
          {" by the task "}
          {task.deletedAt === null ? (
            <button type="button" className={styles.link} onClick={() => showInOutline(app, task.id)}>
              {nameOrUntitled(task.name, "task")}
            </button>
          ) : (
            `${nameOrUntitled(task.name, "task")} (in the bin)`
          )}
        </>
      )}
    </>
  );
}

function Fields({ issue }: { readonly issue: Issue }) {
  const app = useApp();
  const { people, sessions } = usePlan();
  const session = sessions.get(issue.sessionId ?? "");
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const raisedBy = (raisedById: string | null): void =>
    editIssue(app, issue.id, { raisedById }, { label: "Change who raised it" });
  return (
    <div className={styles.fields}>
      <Row label="About">
        <ItemField
          label="About"
          value={issue.itemId}
          onChange={(itemId) => editIssue(app, issue.id, { itemId }, { label: "Change what it is about" })}
        />
      </Row>
      <Row label="Raised by">
        <PersonPicker
          label="Raised by"
          people={[...people.values()]}
          value={issue.raisedById}
          emptyWord="Nobody named"
          onChange={raisedBy}
          onCreate={(name) => raisedBy(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Raised">
        <span className={styles.fixed}>
          {formatDayNear(issue.raisedOn, today)}
          {session ? `, in the session of ${formatDay(dayOfSession(session))}` : ""}
        </span>
      </Row>
    </div>
  );
}

export function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
