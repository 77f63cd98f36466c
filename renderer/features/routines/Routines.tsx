import { Repeat } from "lucide-react";
import { useState } from "react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createRoutineNamed } from "#renderer/commands/routines.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import type { Day } from "#shared/domain/day.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { count, minutesWords } from "#shared/domain/words.ts";
import { timeOf } from "#shared/routines/due.ts";
import { standingsOf } from "#shared/routines/standing.ts";
import { DueNow, type RoutineRow } from "./DueNow.tsx";
import { type Grouping, RoutineList } from "./RoutineList.tsx";
import { RoutinePanel } from "./RoutinePanel.tsx";
import styles from "./Routines.module.css";

const GROUPINGS: readonly { value: Grouping; label: string }[] = [
  { value: "next", label: "By next run" },
  { value: "owner", label: "By owner" },
];

/** What runs by itself: what is due now, every routine, and one of them beside the list. */
export function Routines() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const chosenId = useUi((state) => state.routineId);
  const [grouping, setGrouping] = useState<Grouping>("next");
  const standings = standingsOf(plan, today);
  const rows = liveRoutines(plan).flatMap((routine): RoutineRow[] => {
    const standing = standings.get(routine.id);
    return standing ? [{ routine, standing }] : [];
  });
  const chosen = rows.find(({ routine }) => routine.id === chosenId) ?? null;
  const add = (name: string): void => void createRoutineNamed(app, { name });
  if (rows.length === 0) return <Teaching onAdd={add} readOnly={readOnly} />;
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <header className={styles.head}>
          <span className={styles.muted}>
            {count(rows.length, "routine")}, {totalWords(rows, today)}
          </span>
          <span className={styles.end}>
            <Select label="Order" value={grouping} options={GROUPINGS} onChange={setGrouping} showsChevron />
          </span>
        </header>
        <DueNow rows={rows} />
        <RoutineList rows={rows} grouping={grouping} chosenId={chosen?.routine.id ?? null} />
        {!readOnly && <AddRoutine onAdd={add} />}
      </div>
      {chosen && <RoutinePanel key={chosen.routine.id} row={chosen} />}
    </div>
  );
}

/** Routines that end, or begin later, make this week another one than most. */
function totalWords(rows: readonly RoutineRow[], today: Day): string {
  const all = rows.map(({ routine }) => timeOf(routine, today));
  const thisWeek = minutesWords(all.reduce((sum, time) => sum + time.thisWeek, 0));
  const usual = minutesWords(all.reduce((sum, time) => sum + time.perWeek, 0));
  return thisWeek === usual
    ? `${usual} a week`
    : `${thisWeek} this week, ${usual} a week over the year ahead`;
}

interface AddProps {
  readonly onAdd: (name: string) => void;
}

/** A name and Enter: weekly from today, to be changed beside the list. */
function AddRoutine({ onAdd }: AddProps) {
  return (
    <div className={styles.add}>
      <AddLine
        look="framed"
        width={360}
        label="Add a routine"
        placeholder="Add a routine by name"
        icon={<Repeat size={16} aria-hidden />}
        onAdd={onAdd}
      />
    </div>
  );
}

function Teaching({ onAdd, readOnly }: AddProps & { readonly readOnly: boolean }) {
  return (
    <EmptyState title="Nothing runs by itself yet">
      <p>
        A routine is work that comes back: counting the cash on Mondays, closing the books on the last working
        day. It never is a bar in the plan. Say how often, who runs it and how long it takes; tick each run
        when it is done. A run that was missed is shown once, and the next one stands.
      </p>
      {!readOnly && <AddRoutine onAdd={onAdd} />}
    </EmptyState>
  );
}
