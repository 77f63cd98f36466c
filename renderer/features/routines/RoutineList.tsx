import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { removeRoutine } from "#renderer/commands/routines.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { PersonName, personName } from "#renderer/ui/PersonPicker.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { minutesWords } from "#shared/domain/words.ts";
import { timeOf } from "#shared/routines/due.ts";
import type { RoutineRow } from "./DueNow.tsx";
import styles from "./Routines.module.css";
import { dayWords, recordWords, rhythmOf, routineName } from "./words.ts";

export type Grouping = "next" | "owner";

/** Beyond these, rows cost more than they tell. */
const LIMIT = 100;

interface RoutineListProps {
  readonly rows: readonly RoutineRow[];
  readonly grouping: Grouping;
  readonly chosenId: string | null;
}

/** Arrow keys choose, Delete removes to the bin. */
export function RoutineList({ rows, grouping, chosenId }: RoutineListProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const onKeyDown = rowKeys(!readOnly && chosenId !== null, {
    remove: () => removeRoutine(app, chosenId ?? ""),
  });
  const groups = grouping === "owner" ? byOwner(plan, rows, today) : [{ title: "", rows: byNext(rows) }];
  // The chosen one is always among those shown.
  const all = groups.flatMap((group) => group.rows);
  const at = all.findIndex(({ routine }) => routine.id === chosenId);
  const { shown, more } = useFirst(all, Math.max(LIMIT, at + 1), LIMIT);
  const inSight = new Set(shown);
  const shownGroups = groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => inSight.has(row)) }))
    .filter(({ rows: some }) => some.length > 0);
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Routines"
        className={styles.list ?? ""}
        {...chosenOne(chosenId, (id) => app.ui.setState({ routineId: id }))}
      >
        {shownGroups.map((group) => (
          <GridListSection key={group.title} id={`group ${group.title}`} aria-label={group.title || "All"}>
            {group.title !== "" && (
              <GridListHeader className={styles.groupTitle ?? ""}>{group.title}</GridListHeader>
            )}
            <Collection items={group.rows.map((row) => ({ ...row, id: row.routine.id }))}>
              {(row) => <Item row={row} />}
            </Collection>
          </GridListSection>
        ))}
      </GridList>
      {more}
    </div>
  );
}

function Item({ row: { routine, standing } }: { readonly row: RoutineRow }) {
  const { people } = usePlan();
  const today = useUi((state) => state.today);
  const owner = routine.ownerId === null ? null : people.get(routine.ownerId);
  return (
    <GridListItem id={routine.id} textValue={routineName(routine)} className={styles.item ?? ""}>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {routineName(routine)}
        </span>
        <span className={styles.about}>{rhythmOf(routine)}</span>
      </span>
      <span className={styles.cell}>{nextWords({ routine, standing }, today)}</span>
      <span className={styles.cell}>
        {owner ? <PersonName person={owner} /> : <span className={styles.quiet}>Nobody</span>}
      </span>
      <span className={`${styles.cell} ${styles.number}`}>{minutesWords(routine.minutes)}</span>
      <span className={`${styles.cell} ${standing.missed ? styles.missed : styles.muted}`}>
        {recordWords(standing)}
      </span>
    </GridListItem>
  );
}

function nextWords({ standing: { next }, routine }: RoutineRow, today: string): string {
  if (next !== null) return dayWords(next, today);
  return routine.endedOn === null ? "No more runs" : "Ended";
}

function byNext(rows: readonly RoutineRow[]): readonly RoutineRow[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [a.standing.next ?? "9", b.standing.next ?? "9"];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

function byOwner(plan: Plan, rows: readonly RoutineRow[], today: string) {
  const owners = [...new Set([...livePeople(plan), ...plan.people.values()])];
  const groups = owners.map((person) => {
    const own = byNext(rows.filter(({ routine }) => routine.ownerId === person.id));
    const minutes = own.reduce((sum, { routine }) => sum + timeOf(routine, today).perWeek, 0);
    return { title: `${personName(person)}, ${minutesWords(minutes)} a week`, rows: own };
  });
  const nobodys = {
    title: "Nobody yet",
    rows: byNext(rows.filter(({ routine }) => routine.ownerId === null)),
  };
  return [...groups, nobodys].filter((group) => group.rows.length > 0);
}
