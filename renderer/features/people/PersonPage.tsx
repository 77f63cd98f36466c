import { ArrowDown, ArrowUp, ChartGantt, Ellipsis, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { ToggleButton } from "react-aria-components";
import { sayWhoIAm } from "#renderer/commands/delegation.ts";
import { showWorkOf } from "#renderer/commands/filter.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { restore } from "#renderer/commands/items.ts";
import { editPerson, editRoadmap, nudgePerson, removePerson } from "#renderer/commands/people.ts";
import { EngagementFields } from "#renderer/fields/EngagementFields.tsx";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { delegationOf } from "#shared/domain/delegation.ts";
import { listOf } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import { DaysOff } from "./DaysOff.tsx";
import { DecisionsOutside } from "./DecisionsOutside.tsx";
import { daysPerMonthOf, loadWords } from "./lists.ts";
import { NowList } from "./NowList.tsx";
import { PersonLoad } from "./PersonLoad.tsx";
import styles from "./PersonPage.module.css";
import { PersonRoutines } from "./PersonRoutines.tsx";
import { WaitingList } from "./WaitingList.tsx";
import { WorkList } from "./WorkList.tsx";

/** One person: who they are, what they can give, and their own list. */
export function PersonPage({ person }: { readonly person: Person }) {
  const plan = usePlan();
  const list = listOf(plan, person.id);
  const { asked, told } = delegationOf(plan, person.id);
  return (
    <article className={styles.page} aria-label={personName(person)}>
      <PersonHead person={person} />
      {person.deletedAt === null ? <PersonFields person={person} /> : <Removed person={person} />}
      <p className={styles.load}>{loadWords(list, person, plan.roadmap.calendar.workingWeekdays.length)}</p>
      {person.deletedAt === null && <PersonLoad person={person} />}
      <NowList person={person} />
      <DecisionsOutside personId={person.id} />
      <WaitingList person={person} />
      {person.deletedAt === null && <DaysOff person={person} />}
      <WorkList title="Does" nodes={list.does} emptyText="No tasks to do yet." doer={person} />
      <WorkList
        title="Answers for"
        hint="tasks others do"
        nodes={list.answersFor}
        emptyText="No tasks that others do."
      />
      <PersonRoutines personId={person.id} />
      <WorkList title="Owns" hint="milestones" nodes={list.owns} emptyText="Owns no milestones yet." />
      {asked.length > 0 && (
        <WorkList title="Is asked" hint="before it is decided" nodes={asked} emptyText="" />
      )}
      {told.length > 0 && <WorkList title="Is told" hint="once it is done" nodes={told} emptyText="" />}
    </article>
  );
}

function PersonHead({ person }: { readonly person: Person }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const live = person.deletedAt === null;
  return (
    <header className={styles.head}>
      <Avatar name={person.name} size={44} />
      <div className={styles.headFields}>
        {live ? (
          <>
            <PlanTextField
              label="Name"
              value={person.name}
              placeholder="Name"
              look="name"
              save={(name, group) => editPerson(app, person.id, { name }, { label: "Rename person", group })}
            />
            <PlanTextField
              label="Role"
              value={person.role}
              placeholder="What is their role?"
              look="sentence"
              save={(role, group) => editPerson(app, person.id, { role }, { label: "Change role", group })}
            />
          </>
        ) : (
          <h3 className={styles.removedName}>{personName(person)}</h3>
        )}
      </div>
      {live && <ThisIsMe person={person} />}
      <IconButton
        label={`Show only ${live ? personName(person) : "this person"}’s work on the timeline`}
        onPress={() => showWorkOf(app, person.id)}
      >
        <ChartGantt size={16} />
      </IconButton>
      {live && !readOnly && (
        <Menu
          label="More"
          trigger={
            <IconButton label="More">
              <Ellipsis size={16} />
            </IconButton>
          }
          entries={[
            {
              id: "up",
              label: "Move up",
              icon: <ArrowUp size={14} />,
              shortcut: "Alt+ArrowUp",
              onAction: () => nudgePerson(app, person.id, -1),
            },
            {
              id: "down",
              label: "Move down",
              icon: <ArrowDown size={14} />,
              shortcut: "Alt+ArrowDown",
              onAction: () => nudgePerson(app, person.id, 1),
            },
            {
              id: "remove",
              separatorBefore: true,
              label: "Remove to bin",
              icon: <Trash2 size={14} />,
              danger: true,
              onAction: () => removePerson(app, person.id),
            },
          ]}
        />
      )}
    </header>
  );
}

/** The page this screen opens with from now on. */
function ThisIsMe({ person }: { readonly person: Person }) {
  const app = useApp();
  const meId = useUi((state) => state.meId);
  return (
    <ToggleButton
      className={styles.seat ?? ""}
      isSelected={meId === person.id}
      onChange={(selected) => sayWhoIAm(app, selected ? person.id : null)}
    >
      This is me
    </ToggleButton>
  );
}

function PersonFields({ person }: { readonly person: Person }) {
  const app = useApp();
  return (
    <div className={styles.fields}>
      <span className={styles.label} aria-hidden>
        Hours
      </span>
      <NumberField
        label="Hours per week"
        value={person.hoursPerWeek}
        unit={hoursUnit(person)}
        max={168}
        onChange={(hours) =>
          hours !== null &&
          editPerson(app, person.id, { hoursPerWeek: hours }, { label: "Change hours per week" })
        }
      />
      <span className={styles.label} aria-hidden>
        Engaged
      </span>
      <Engaged person={person} />
      <span className={styles.label} aria-hidden>
        Leads as
      </span>
      <Leads person={person} />
      <span className={styles.label} aria-hidden>
        Notes
      </span>
      <PlanTextField
        label="Notes"
        value={person.notes}
        placeholder="What to remember about working with them"
        look="notes"
        save={(notes, group) => editPerson(app, person.id, { notes }, { label: "Edit notes", group })}
      />
    </div>
  );
}

/** Most people simply belong to the company; somebody from outside comes and goes. */
function Engaged({ person }: { readonly person: Person }) {
  const readOnly = useReadOnly();
  const [isOpen, setOpen] = useState(false);
  if (person.engagement || isOpen) return <EngagementFields person={person} />;
  return (
    <div className={`${styles.leads} ${styles.flush}`}>
      <Button size="sm" variant="quiet" isDisabled={readOnly} onPress={() => setOpen(true)}>
        From outside, for a time…
      </Button>
    </div>
  );
}

/** There is one CEO and one COO; choosing somebody takes it from whoever had it. */
function Leads({ person }: { readonly person: Person }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { roadmap, people } = usePlan();
  const seats = [
    { key: "ceoId", word: "CEO", holder: roadmap.ceoId },
    { key: "cooId", word: "COO", holder: roadmap.cooId },
  ] as const;
  return (
    <div className={styles.leads}>
      {seats.map(({ key, word, holder }) => (
        <ToggleButton
          key={key}
          className={styles.seat ?? ""}
          isSelected={holder === person.id}
          isDisabled={readOnly}
          onChange={(selected) =>
            editRoadmap(app, { [key]: selected ? person.id : null }, { label: `Change ${word}` })
          }
        >
          {word}
        </ToggleButton>
      ))}
      <span className={styles.others}>
        {seats
          .filter(({ holder }) => holder !== null && holder !== person.id)
          .map(({ word, holder }) => `${word} is ${nameOf(people.get(holder ?? ""))}`)
          .join(", ")}
      </span>
    </div>
  );
}

function nameOf(person: Person | undefined): string {
  return person ? personName(person) : "somebody unknown";
}

function Removed({ person }: { readonly person: Person }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={styles.removed}>
      <p>This person lies in the bin, but the work below still names them. Give it to somebody else, or</p>
      <Button
        size="sm"
        icon={<RotateCcw size={14} />}
        isDisabled={readOnly}
        onPress={() => restore(app, person.id)}
      >
        Restore
      </Button>
    </div>
  );
}

/** Days agreed are parts of a full week. */
function hoursUnit(person: Person): string {
  const hours = person.hoursPerWeek === 1 ? "hour" : "hours";
  return daysPerMonthOf(person) === null ? `${hours} a week for this roadmap` : `${hours} in a full week`;
}
