import { UserRound } from "lucide-react";
import type { KeyboardEvent } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { removePerson } from "#renderer/commands/people.ts";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { listOf } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import { count } from "#shared/domain/words.ts";
import { answeredCount, hoursWords, lateCount, namelessWork, openCount } from "./lists.ts";
import styles from "./People.module.css";

export const NOBODY = "nobody";

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly chosenId: Id;
  readonly onChoose: (id: Id) => void;
}

/** Arrow keys choose, Delete removes to the bin. */
export function PeopleList({ people, chosenId, onChoose }: PeopleListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  function onKeyDown(event: KeyboardEvent): void {
    const chosen = people.find((person) => person.id === chosenId);
    if (event.key !== "Delete" || readOnly || !chosen || chosen.deletedAt !== null) return;
    event.preventDefault();
    event.stopPropagation();
    removePerson(app, chosen.id);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the list inside.
    <div className={styles.listHolder} onKeyDown={onKeyDown}>
      <ListBox
        aria-label="People"
        className={styles.list ?? ""}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={[chosenId]}
        onSelectionChange={(keys) => {
          const id = keys === "all" ? undefined : [...keys][0];
          if (id !== undefined) onChoose(String(id));
        }}
      >
        {people.map((person) => (
          <PersonItem key={person.id} person={person} />
        ))}
        <NobodyItem />
      </ListBox>
    </div>
  );
}

function PersonItem({ person }: { readonly person: Person }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const list = listOf(plan, person.id);
  const late = lateCount(list, today);
  const about = [person.role, `${hoursWords(person.hoursPerWeek)} a week`].filter(Boolean).join(" · ");
  return (
    <ListBoxItem id={person.id} textValue={personName(person)} className={styles.item ?? ""}>
      <Avatar name={person.name} size={32} />
      <span className={styles.words}>
        <span className={styles.nameLine}>
          <span className={styles.name}>{personName(person)}</span>
          <Badges personId={person.id} />
        </span>
        <span className={styles.about}>
          {person.deletedAt === null ? about : "In the bin, but still named"}
        </span>
        <span className={styles.counts}>
          does {openCount(list.does)} · answers for {answeredCount(list, person.id)} · owns{" "}
          {openCount(list.owns)}
          {late > 0 && <span className={styles.late}> · {late} late</span>}
        </span>
      </span>
    </ListBoxItem>
  );
}

export function Badges({ personId }: { readonly personId: Id }) {
  const { roadmap } = usePlan();
  return (
    <>
      {roadmap.ceoId === personId && <span className={styles.badge}>CEO</span>}
      {roadmap.cooId === personId && <span className={styles.badge}>COO</span>}
    </>
  );
}

function NobodyItem() {
  const { undone, unanswered, unowned } = namelessWork(usePlan());
  const nodes = new Set([...undone, ...unanswered, ...unowned]);
  return (
    <ListBoxItem id={NOBODY} textValue="Nobody yet" className={`${styles.item} ${styles.nobodyItem}`}>
      <span className={styles.nobodyMark}>
        <UserRound size={16} aria-hidden />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>Nobody yet</span>
        <span className={styles.counts}>
          {nodes.size === 0
            ? "Everything has a name on it"
            : `${count(nodes.size, "item")} to give to somebody`}
        </span>
      </span>
    </ListBoxItem>
  );
}
