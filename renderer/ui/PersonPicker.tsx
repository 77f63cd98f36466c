import { UserRound } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import type { Id } from "#shared/domain/fields.ts";
import type { Person } from "#shared/domain/person.ts";
import { Avatar } from "./Avatar.tsx";
import { Finder, type FinderOption } from "./Finder.tsx";
import styles from "./PersonPicker.module.css";
import type { OpensByItself } from "./useOpening.ts";

interface PickerProps extends OpensByItself {
  /** Who is picked, for instance `Answers for it`. */
  readonly label: string;
  /** Everybody, those in the bin too: they cannot be picked, but are shown as removed where they are named. */
  readonly people: readonly Person[];
  /** Adds somebody of that name and picks them. */
  readonly onCreate?: (name: string) => void;
  readonly isDisabled?: boolean;
  readonly takeTypedAhead?: (() => string) | undefined;
}

interface PersonPickerProps extends PickerProps {
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** What is shown while nobody is picked; `Several` when the picked items differ. */
  readonly emptyWord?: string;
  /** With a border, as in a dialog's form. */
  readonly framed?: boolean;
}

interface PeoplePickerProps extends PickerProps {
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
  /** What the button says instead of the names picked. */
  readonly word?: string;
}

const NOBODY = "nobody";

/** One person or nobody, found by typing. */
export function PersonPicker({
  value,
  onChange,
  emptyWord = "Nobody",
  framed = false,
  ...props
}: PersonPickerProps) {
  const chosen = props.people.find((person) => person.id === value) ?? null;
  const nobody = {
    id: NOBODY,
    label: "Nobody",
    mark: <UserRound size={14} className={styles.faint} aria-hidden />,
  };
  return (
    <Finder
      label={props.label}
      placeholder={props.onCreate ? "Find or add somebody" : "Find somebody"}
      options={() => [
        ...(value === null && emptyWord === "Nobody" ? [] : [nobody]),
        ...personOptions(props.people),
      ]}
      selected={value === null ? [] : [value]}
      onPick={(id) => onChange(id === NOBODY ? null : id)}
      onCreate={props.onCreate}
      emptyText={emptyText(props)}
      startsOpen={props.startsOpen}
      onClosed={props.onClosed}
      takeTypedAhead={props.takeTypedAhead}
      trigger={
        <AriaButton
          aria-label={`${props.label}: ${chosen ? personName(chosen) : emptyWord}`}
          isDisabled={props.isDisabled ?? false}
          className={`${styles.field} ${framed ? styles.framed : ""}`}
        >
          {chosen ? <PersonName person={chosen} /> : <span className={styles.faint}>{emptyWord}</span>}
        </AriaButton>
      }
    />
  );
}

/** Any number of people, found by typing; the list stays open while one ticks. */
export function PeoplePicker({ value, onChange, word, ...props }: PeoplePickerProps) {
  const chosen = value.flatMap((id) => props.people.find((person) => person.id === id) ?? []);
  const names = chosen.map(personName).join(", ");
  return (
    <Finder
      several
      label={props.label}
      placeholder={props.onCreate ? "Find or add somebody" : "Find somebody"}
      options={() => personOptions(props.people)}
      selected={value}
      onPick={(id) => onChange(value.includes(id) ? value.filter((v) => v !== id) : [...value, id])}
      onCreate={props.onCreate}
      emptyText={emptyText(props)}
      startsOpen={props.startsOpen}
      onClosed={props.onClosed}
      takeTypedAhead={props.takeTypedAhead}
      trigger={
        <AriaButton
          aria-label={`${props.label}: ${names || "Nobody"}${word === undefined ? "" : `. ${word}`}`}
          isDisabled={props.isDisabled ?? false}
          className={styles.field ?? ""}
        >
          {word !== undefined ? (
            <span className={styles.faint}>{word}</span>
          ) : chosen.length === 0 ? (
            <span className={styles.faint}>Nobody</span>
          ) : chosen.length === 1 && chosen[0] ? (
            <PersonName person={chosen[0]} />
          ) : (
            <Names people={chosen} names={names} />
          )}
        </AriaButton>
      }
    />
  );
}

/** The name as it is shown wherever somebody is named: those in the bin are marked. */
export function personName(person: Person): string {
  const name = person.name.trim() === "" ? "Unnamed person" : person.name;
  return person.deletedAt === null ? name : `${name} (removed)`;
}

export function PersonName({ person, size = 20 }: { readonly person: Person; readonly size?: number }) {
  return (
    <span className={`${styles.person} ${person.deletedAt === null ? "" : styles.removed}`}>
      <Avatar name={person.name} size={size} />
      <span className={styles.name} dir="auto">
        {personName(person)}
      </span>
    </span>
  );
}

function Names({ people, names }: { readonly people: readonly Person[]; readonly names: string }) {
  return (
    <span className={styles.person}>
      <span className={styles.stack}>
        {people.slice(0, 3).map((person) => (
          <Avatar key={person.id} name={person.name} />
        ))}
      </span>
      <span className={styles.name}>{names}</span>
    </span>
  );
}

function personOptions(people: readonly Person[]): readonly FinderOption[] {
  return people
    .filter((person) => person.deletedAt === null)
    .map((person) => ({
      id: person.id,
      label: personName(person),
      mark: <Avatar name={person.name} />,
      hint: person.role || undefined,
    }));
}

function emptyText({ people, onCreate }: PickerProps): string {
  if (people.some((person) => person.deletedAt === null)) return "Nobody of that name.";
  return onCreate ? "Nobody here yet. Type a name to add somebody." : "Nobody here yet.";
}
