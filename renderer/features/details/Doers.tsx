import { X } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editTask } from "#renderer/commands/items.ts";
import { assignNewPerson } from "#renderer/commands/people.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { PeoplePicker, PersonName } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Assignment, Task } from "#shared/domain/task.ts";
import styles from "./Doers.module.css";

const WHOLE = 100;

/** Who does a task, each with the share of their working time it takes. */
export function Doers({ task }: { readonly task: Task }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const set = (assignments: readonly Assignment[]): void =>
    editTask(app, task.id, { assignments }, { label: "Change who does it" });
  const setPeople = (ids: readonly Id[]): void =>
    set(
      ids.map(
        (id) => task.assignments.find((a) => a.personId === id) ?? { personId: id, allocationPct: WHOLE },
      ),
    );
  return (
    <div className={styles.doers}>
      {task.assignments.map((assignment) => (
        <Doer
          key={assignment.personId}
          assignment={assignment}
          person={people.get(assignment.personId) ?? null}
          onShare={(allocationPct) =>
            set(task.assignments.map((a) => (a === assignment ? { ...a, allocationPct } : a)))
          }
          onRemove={() => set(task.assignments.filter((a) => a !== assignment))}
        />
      ))}
      {!(readOnly && task.assignments.length > 0) && (
        <PeoplePicker
          label="Who does it"
          word={task.assignments.length === 0 ? "Nobody" : "Add somebody"}
          people={[...people.values()]}
          value={task.assignments.map((a) => a.personId)}
          onChange={setPeople}
          onCreate={(name) =>
            assignNewPerson(app, name, "task", task.id, (personId, row) => ({
              assignments: [...row.assignments, { personId, allocationPct: WHOLE }],
            }))
          }
          isDisabled={readOnly}
        />
      )}
    </div>
  );
}

interface DoerProps {
  readonly assignment: Assignment;
  readonly person: Person | null;
  readonly onShare: (pct: number) => void;
  readonly onRemove: () => void;
}

function Doer({ assignment, person, onShare, onRemove }: DoerProps) {
  const readOnly = useReadOnly();
  const name = person?.name ?? "Unknown person";
  return (
    <div className={styles.doer}>
      <span className={styles.who} title={person?.role || undefined}>
        {person ? <PersonName person={person} /> : name}
      </span>
      <NumberField
        label={`Share of ${name}, in percent`}
        value={assignment.allocationPct}
        unit="%"
        min={0}
        max={1000}
        step={5}
        onChange={(pct) => pct !== null && onShare(pct)}
      />
      {!readOnly && (
        <span className={styles.off}>
          <IconButton label={`Take ${name} off`} size="sm" onPress={onRemove}>
            <X size={14} />
          </IconButton>
        </span>
      )}
    </div>
  );
}
