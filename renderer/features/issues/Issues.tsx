import { CircleHelp } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { raise } from "#renderer/commands/issues.ts";
import { commandInfo } from "#renderer/commands/registry.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { IssueList } from "#renderer/record/IssueList.tsx";
import { IssuePage, Outcome } from "#renderer/record/IssuePage.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { shortcutWords } from "#renderer/ui/shortcut.ts";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import styles from "./Issues.module.css";

/** What stands in the way: by rank, one of them beside the list, and below what became of the others. */
export function Issues() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const issueId = useUi((state) => state.issueId);
  const { open, settled } = issuesOf(plan);
  const issue = plan.issues.get(issueId ?? "");
  const chosen = issue?.deletedAt === null ? issue : null;
  const choose = (id: string | null): void => app.ui.setState({ issueId: id });
  if (open.length + settled.length === 0) return <Teaching />;
  const keys = shortcutWords(commandInfo("issue.raise").shortcut ?? "");
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.head}>
          <span className={styles.muted}>
            {open.length === 0 ? "Nothing to solve" : `${open.length} to solve, the first is next`}
          </span>
          {!readOnly && <span className={styles.hint}>{keys} raises one from anywhere</span>}
        </header>
        {open.length === 0 ? (
          <p className={styles.clear}>Everything is settled. Raise what comes up next.</p>
        ) : (
          <IssueList chosenId={chosen?.id ?? null} onChoose={choose} />
        )}
        {!readOnly && <Raise />}
        <Settled issues={settled} chosenId={chosen?.id ?? null} onChoose={choose} />
      </div>
      {chosen && (
        <aside className={styles.aside}>
          <IssuePage key={chosen.id} issue={chosen} onClose={() => choose(null)} />
        </aside>
      )}
    </div>
  );
}

function Raise({ framed = false }: { readonly framed?: boolean }) {
  const app = useApp();
  return (
    <AddLine
      look={framed ? "framed" : "row"}
      width={400}
      label="Raise an issue"
      icon={<CircleHelp size={16} aria-hidden />}
      onAdd={(name) => {
        const id = raise(app, { name });
        if (id !== null) app.ui.setState({ issueId: id });
      }}
    />
  );
}

/** Rows drawn at first, and with each press. */
const FIRST = 10;
const STEP = 50;

interface SettledProps {
  readonly issues: readonly Issue[];
  readonly chosenId: string | null;
  readonly onChoose: (id: string) => void;
}

function Settled({ issues, chosenId, onChoose }: SettledProps) {
  const { shown, more } = useFirst(issues, FIRST, STEP);
  if (issues.length === 0) return null;
  return (
    <section className={styles.settled} aria-label="Settled">
      <h3 className={styles.sectionTitle}>
        <span>Settled</span>
        <span className={styles.tally}>{issues.length}</span>
      </h3>
      <ul aria-label="Settled issues">
        {shown.map((issue) => (
          <li key={issue.id} className={styles.settledRow} data-chosen={issue.id === chosenId || undefined}>
            <button
              type="button"
              className={styles.settledName}
              dir="auto"
              onClick={() => onChoose(issue.id)}
            >
              {issueName(issue)}
            </button>
            <span className={styles.outcome}>
              <Outcome issue={issue} />
            </span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function Teaching() {
  const readOnly = useReadOnly();
  const keys = shortcutWords(commandInfo("issue.raise").shortcut ?? "");
  return (
    <EmptyState title="Nothing stands in the way yet" width={520}>
      <p>
        When something is in the way, such as “The oven supplier wants half up front”, write it down in a line
        and carry on: {keys} does it from anywhere. When you two meet, put the issues in order, talk the first
        one through, and solve it by a decision or by work that somebody takes.
      </p>
      {!readOnly && <Raise framed />}
    </EmptyState>
  );
}
