import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { restore } from "#renderer/commands/items.ts";
import { assignNewPerson, editRoadmap } from "#renderer/commands/people.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import styles from "./Balance.module.css";

interface UnnamedProps {
  readonly seat: "CEO" | "COO";
  /** What is seen here once somebody is named. */
  readonly words: string;
}

/** Nobody has the seat yet: naming somebody is all it takes. */
export function Unnamed({ seat, words }: UnnamedProps) {
  const app = useApp();
  const { people, roadmap } = usePlan();
  const readOnly = useReadOnly();
  const seatOf = (id: Id | null) => (seat === "CEO" ? { ceoId: id } : { cooId: id });
  const gone = people.get(roadmap[seat === "CEO" ? "ceoId" : "cooId"] ?? "");
  const name = (id: Id | null): void => editRoadmap(app, seatOf(id), { label: `Change ${seat}` });
  return (
    <div className={styles.teaching}>
      <h3>
        {gone
          ? `${gone.name || "The person"} was ${seat} and lies in the bin`
          : `Nobody is named as ${seat} yet`}
      </h3>
      <p>{words}</p>
      {gone && !readOnly && <Button onPress={() => restore(app, gone.id)}>Restore {gone.name}</Button>}
      <PersonPicker
        framed
        label={`Who is the ${seat}`}
        people={[...people.values()]}
        value={null}
        emptyWord={`Name the ${seat}`}
        onChange={name}
        onCreate={(text) => assignNewPerson(app, text, "roadmap", roadmap.id, seatOf)}
        isDisabled={readOnly}
      />
    </div>
  );
}
