import { OctagonAlert } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { removeDecision } from "#renderer/commands/records.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf } from "#shared/domain/decisionChain.ts";
import { decisionName } from "#shared/domain/decisionLog.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./DecisionList.module.css";
import { Standing } from "./Marks.tsx";

/** Rows drawn at first, and with each press. */
const FIRST = 100;
const STEP = 100;

interface DecisionListProps {
  readonly decisions: readonly Decision[];
  readonly chosenId: Id | null;
  readonly onChoose: (id: Id) => void;
  readonly emptyText: string;
}

/** Decisions in the order given. Arrow keys choose, Delete removes to the bin. */
export function DecisionList({ decisions, chosenId, onChoose, emptyText }: DecisionListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { shown, more } = useFirst(decisions, FIRST, STEP);
  const onKeyDown = rowKeys(!readOnly && chosenId !== null, {
    remove: () => removeDecision(app, chosenId ?? ""),
  });
  return (
    <div className={styles.holder} onKeyDownCapture={onKeyDown}>
      <ListBox
        aria-label="Decisions"
        className={styles.log ?? ""}
        {...chosenOne(chosenId, onChoose)}
        renderEmptyState={() => <p className={styles.empty}>{emptyText}</p>}
      >
        {shown.map((decision) => (
          <Item key={decision.id} decision={decision} />
        ))}
      </ListBox>
      {more}
    </div>
  );
}

function Item({ decision }: { readonly decision: Decision }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const place = chainsOf(plan).get(decision.id);
  const person = plan.people.get(decision.decidedById ?? "");
  const facts = [
    person ? personName(person) : "",
    decision.decidedOn === null ? "" : formatDayNear(decision.decidedOn, today),
  ];
  const isOutside =
    (place?.standing === "in-force" || place?.standing === "proposed") &&
    rightStanding(plan, decision).kind === "outside";
  return (
    <ListBoxItem
      id={decision.id}
      textValue={decisionName(decision)}
      className={`${styles.entry} ${place?.standing === "replaced" || place?.standing === "rejected" ? styles.past : ""}`}
    >
      <span className={styles.entryName} dir="auto">
        {decisionName(decision)}
      </span>
      <span className={styles.entryFacts}>
        <Standing decision={decision} />
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      {place?.replacedBy && (
        <span className={styles.entryNote}>Replaced by “{decisionName(place.replacedBy)}”</span>
      )}
      {isOutside && (
        <span className={styles.outside}>
          <OctagonAlert size={13} aria-hidden />
          Not theirs to decide
        </span>
      )}
    </ListBoxItem>
  );
}
