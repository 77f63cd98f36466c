import { OctagonAlert } from "lucide-react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showDecision } from "#renderer/commands/records.ts";
import { PanelSection } from "#renderer/ui/Panel.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import { type RecordedDecision, recordsUnder } from "#shared/domain/decisionRecords.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { moneyWords } from "#shared/domain/money.ts";
import styles from "./WhoDecides.module.css";

/** What was decided about a matter, and by whom; nothing while nothing was. */
export function Records({ right }: { readonly right: DecisionRight }) {
  const records = recordsUnder(usePlan(), right);
  if (records.length === 0) return null;
  return (
    <PanelSection title="Decisions" hint={records.length}>
      <ul aria-label="Decisions">
        {records.map((record) => (
          <Line key={record.decision.id} record={record} />
        ))}
      </ul>
    </PanelSection>
  );
}

function Line({ record: { decision, problem } }: { readonly record: RecordedDecision }) {
  const app = useApp();
  const { people, roadmap } = usePlan();
  const today = useUi((state) => state.today);
  const { name, state, decidedById, decidedOn, amount } = decision;
  const person = people.get(decidedById ?? "");
  const facts = [
    state === "proposed" ? "Proposed" : person ? personName(person) : "",
    amount === null ? "" : moneyWords(amount, roadmap.currency),
    decidedOn === null ? "" : formatDayNear(decidedOn, today),
  ];
  return (
    <li className={styles.workRow}>
      <span className={styles.taskLine}>
        <button type="button" className={styles.link} onClick={() => showDecision(app, decision.id)}>
          {name.trim() || "Untitled decision"}
        </button>
        <span className={styles.facts}>{facts.filter(Boolean).join(", ")}</span>
      </span>
      {problem !== null && (
        <p className={styles.problem}>
          <OctagonAlert size={14} aria-hidden />
          <span>{problem}</span>
        </p>
      )}
    </li>
  );
}
