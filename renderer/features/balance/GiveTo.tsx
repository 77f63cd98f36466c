import { usePlan } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Menu } from "#renderer/ui/Menu.tsx";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";

interface GiveToProps {
  readonly name: string;
  readonly fromId: Id;
  readonly onGive: (person: Person) => void;
}

/** Another owner or doer in two clicks, for what has no hand-over of its own. */
export function GiveTo({ name, fromId, onGive }: GiveToProps) {
  const others = livePeople(usePlan()).filter(({ id }) => id !== fromId);
  return (
    <Menu
      label={`Give to: ${name}`}
      trigger={
        <Button size="sm" aria-label={`Give to: ${name}`} isDisabled={others.length === 0}>
          Give to…
        </Button>
      }
      entries={others.map((person) => ({
        id: person.id,
        label: personName(person),
        onAction: () => onGive(person),
      }))}
    />
  );
}
