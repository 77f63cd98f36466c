import { UserRound } from "lucide-react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { nudgePerson, removePerson } from "#renderer/commands/people.ts";
import { Avatar } from "#renderer/ui/Avatar.tsx";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { absenceNear } from "#shared/domain/absences.ts";
import type { Id } from "#shared/domain/fields.ts";
import { listOf } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import { count } from "#shared/domain/words.ts";
import { awayWords, countsWords, lateCount, namelessWork, paceWords } from "./lists.ts";
import styles from "./People.module.css";

export const NOBODY = "nobody";

interface PeopleListProps {
  readonly people: readonly Person[];
  readonly chosenId: Id;
  readonly onChoose: (id: Id) => void;
}

/** Arrow keys choose, with Alt they move; Delete removes to the bin. */
export function PeopleList({ people, chosenId, onChoose }: PeopleListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const chosen = people.find(({ id, deletedAt }) => id === chosenId && deletedAt === null);
  const onKeyDown = rowKeys(!readOnly && chosen !== undefined, {
    remove: () => removePerson(app, chosenId),
    move: (by) => nudgePerson(app, chosenId, by),
  });
  return (
    <div className={styles.listHolder} onKeyDownCapture={onKeyDown}>
      <ListBox aria-label="People" className={styles.list ?? ""} {...chosenOne(chosenId, onChoose)}>
        {people.map((person) => (
          <PersonItem key={person.id} person={person} />
        ))}
        <NobodyItem />
      </ListBox>
    </div>
  );
}

/** Days ahead within which an absence is told. */
const SOON = 30;

function PersonItem({ person }: { readonly person: Person }) {
  const plan = usePlan();
  const { roadmap } = plan;
  const today = useUi((state) => state.today);
  const list = listOf(plan, person.id);
  const late = lateCount(list, today);
  const role = leads(roadmap, person.id).includes(person.role) ? "" : person.role;
  const away = absenceNear(person, today, SOON);
  const about = [away ? awayWords(away, today) : "", role, paceWords(person)].filter(Boolean).join(" · ");
  return (
    <ListBoxItem id={person.id} textValue={personName(person)} className={styles.item ?? ""}>
      <Avatar name={person.name} size={32} />
      <span className={styles.words}>
        <span className={styles.nameLine}>
          <span className={styles.name} dir="auto">
            {personName(person)}
          </span>
          <Badges personId={person.id} />
        </span>
        <span className={styles.about}>
          {person.deletedAt === null ? about : "In the bin, but still named"}
        </span>
        <span className={styles.counts}>
          <span className={styles.open}>{countsWords(list, person.id)}</span>
          {late > 0 && <span className={styles.late}> · {late} late</span>}
        </span>
      </span>
    </ListBoxItem>
  );
}

function Badges({ personId }: { readonly personId: Id }) {
  const { roadmap } = usePlan();
  return leads(roadmap, personId).map((word) => (
    <span key={word} className={styles.badge}>
      {word}
    </span>
  ));
}

function leads({ ceoId, cooId }: Roadmap, personId: Id): readonly string[] {
  return [...(ceoId === personId ? ["CEO"] : []), ...(cooId === personId ? ["COO"] : [])];
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
