import { CalendarClock, CircleAlert } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { removeProcedure } from "#renderer/commands/procedures.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { Procedure } from "#shared/domain/procedure.ts";
import {
  procedureName,
  procedureStanding,
  reviewState,
  reviewWords,
  runWords,
} from "#shared/domain/procedureStanding.ts";
import { totalMinutes } from "#shared/domain/steps.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import styles from "./WorkflowList.module.css";

interface WorkflowListProps {
  readonly procedures: readonly Procedure[];
  readonly chosenId: Id;
}

/** Arrow keys choose, Delete removes to the bin. */
export function WorkflowList({ procedures, chosenId }: WorkflowListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const onKeyDown = rowKeys(!readOnly, { remove: () => removeProcedure(app, chosenId) });
  return (
    <div className={styles.holder} onKeyDownCapture={onKeyDown}>
      <ListBox
        aria-label="Workflows"
        className={styles.list ?? ""}
        {...chosenOne(chosenId, (id) => app.ui.setState({ procedureId: id, checklistId: null }))}
      >
        {procedures.map((procedure) => (
          <Item key={procedure.id} procedure={procedure} />
        ))}
      </ListBox>
    </div>
  );
}

function Item({ procedure }: { readonly procedure: Procedure }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const standing = procedureStanding(plan, procedure.id);
  const owner = procedure.ownerId === null ? undefined : plan.people.get(procedure.ownerId);
  const minutes = totalMinutes(procedure.steps);
  const about = [
    count(procedure.steps.length, "step"),
    minutes > 0 ? minutesWords(minutes) : "",
    owner ? personName(owner) : "Nobody keeps it",
  ];
  const underWay = standing.underWay.length;
  return (
    <ListBoxItem id={procedure.id} textValue={procedureName(procedure)} className={styles.item ?? ""}>
      <span className={styles.name}>{procedureName(procedure)}</span>
      <span className={styles.about}>{about.filter(Boolean).join(" · ")}</span>
      <span className={styles.runs}>
        {[
          standing.runs.length > underWay || underWay === 0 ? runWords(standing, today) : "",
          underWay > 0 ? `${underWay} under way` : "",
        ]
          .filter(Boolean)
          .join(", ")}
      </span>
      <ReviewFlag procedure={procedure} />
    </ListBoxItem>
  );
}

/** Only when it is near or late; by word and shape. */
export function ReviewFlag({ procedure }: { readonly procedure: Procedure }) {
  const today = useUi((state) => state.today);
  const state = reviewState(procedure, today);
  if (state === "later") return null;
  const Icon = state === "overdue" ? CircleAlert : CalendarClock;
  return (
    <span className={state === "overdue" ? styles.overdue : styles.due}>
      <Icon size={13} aria-hidden />
      {reviewWords(procedure, today)}
    </span>
  );
}
