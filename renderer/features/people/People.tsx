import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { EmptyState } from "#renderer/ui/EmptyState.tsx";
import { delegationOf } from "#shared/domain/delegation.ts";
import type { Id } from "#shared/domain/fields.ts";
import { listOf, livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { AddPerson } from "./AddPerson.tsx";
import { isNamed } from "./lists.ts";
import { NobodyPage } from "./NobodyPage.tsx";
import styles from "./People.module.css";
import { NOBODY, PeopleList } from "./PeopleList.tsx";
import { PersonPage } from "./PersonPage.tsx";

/** Who is in it, and what each one does, answers for and owns. */
export function People() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosenId = useUi((state) => state.personId);
  const choose = (personId: Id): void => app.ui.setState({ personId });
  const people = [...livePeople(plan), ...removedButNamed(plan)];
  const meId = useUi((state) => state.meId);
  const pageOf = (id: Id | null) => people.find((person) => person.id === id);
  const chosen = pageOf(chosenId) ?? pageOf(meId) ?? people[0] ?? null;
  const showNobody = chosenId === NOBODY || !chosen;
  function add(name: string): void {
    const id = createPersonNamed(app, { name });
    if (id !== null) choose(id);
  }
  if (people.length === 0) return <Teaching onAdd={add} readOnly={readOnly} />;
  return (
    <div className={styles.people}>
      <div className={styles.master}>
        <PeopleList people={people} chosenId={showNobody ? NOBODY : chosen.id} onChoose={choose} />
        {!readOnly && <AddPerson onAdd={add} />}
      </div>
      <div className={styles.page}>
        {showNobody ? <NobodyPage /> : <PersonPage key={chosen.id} person={chosen} />}
      </div>
    </div>
  );
}

/** People in the bin whose work was not given to somebody else: it would be on nobody's list otherwise. */
function removedButNamed(plan: Plan): readonly Person[] {
  return [...plan.people.values()].filter(
    (person) => person.deletedAt !== null && isNamed(listOf(plan, person.id), delegationOf(plan, person.id)),
  );
}

function Teaching({
  onAdd,
  readOnly,
}: {
  readonly onAdd: (name: string) => void;
  readonly readOnly: boolean;
}) {
  return (
    <EmptyState title="Nobody is here yet" width={460}>
      <p>
        Add the CEO, the COO and whoever takes on work, inside the company or outside it. Then say who does a
        task, who answers for it and who owns a milestone, and everybody has a list of their own here.
      </p>
      {!readOnly && <AddPerson onAdd={onAdd} framed />}
    </EmptyState>
  );
}
