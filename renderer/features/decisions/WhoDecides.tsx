import { Gavel, Printer } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { createMatter, createUsualMatters } from "#renderer/commands/whoDecides.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { CurrencyPicker } from "#renderer/fields/CurrencyPicker.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { decisionsOf, liveRights, reviewDue } from "#shared/domain/decisions.ts";
import { count } from "#shared/domain/words.ts";
import { MatterList } from "./MatterList.tsx";
import { MatterPanel } from "./MatterPanel.tsx";
import { Outside } from "./Outside.tsx";
import styles from "./WhoDecides.module.css";

/** What only the CEO decides, what others decide and how far, and the work that lies outside of it. */
export function WhoDecides() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const matterId = useUi((state) => state.matterId);
  const rights = liveRights(plan);
  const chosen = rights.find(({ id }) => id === matterId) ?? null;
  if (rights.length === 0) return <Teaching />;
  const due = rights.filter((right) => reviewDue(right, today) !== null).length;
  const outside = decisionsOf(plan).outside.size;
  const tally = [
    count(rights.length, "matter"),
    outside > 0 ? `${outside} not theirs to decide` : "",
    due > 0 ? `${due} to look at again` : "",
  ];
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.head}>
          <span className={styles.muted}>{tally.filter(Boolean).join(", ")}</span>
          <span className={styles.end}>
            <span className={styles.muted}>Amounts in</span>
            <CurrencyPicker />
            <Button
              icon={<Printer size={14} />}
              onPress={() => showDialog(app, { kind: "export-pdf", part: "decisions" })}
            >
              Print to sign…
            </Button>
          </span>
        </header>
        <Outside />
        <MatterList rights={rights} chosenId={chosen?.id ?? null} />
        {!readOnly && (
          <div className={styles.adds}>
            <AddMatter label="Add a matter that others decide" isReserved={false} />
            <AddMatter label="Add a matter only the CEO decides" isReserved />
          </div>
        )}
      </div>
      {chosen && <MatterPanel key={chosen.id} right={chosen} />}
    </div>
  );
}

interface AddProps {
  readonly label: string;
  readonly isReserved: boolean;
}

function AddMatter({ label, isReserved }: AddProps) {
  const app = useApp();
  return (
    <AddLine
      look="framed"
      label={label}
      icon={<Gavel size={16} aria-hidden />}
      onAdd={(name) => createMatter(app, { name, isReserved })}
    />
  );
}

function Teaching() {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <EmptyState title="Nobody has said yet who decides">
      <p>
        Write down what only the CEO decides, such as taking on debt. For everything else say who decides, how
        far it goes and up to what amount: the COO may spend up to 5,000 at once, say, and asks first above
        it. When a task is about to decide more than that, you see it here and on the task.
      </p>
      {!readOnly && (
        <>
          <Button variant="primary" onPress={() => createUsualMatters(app)}>
            Start with the usual matters
          </Button>
          <AddMatter label="Or add a matter by name" isReserved={false} />
        </>
      )}
    </EmptyState>
  );
}
