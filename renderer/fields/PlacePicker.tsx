import { Button as AriaButton } from "react-aria-components";
import { Finder } from "#renderer/ui/Finder.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./PlacePicker.module.css";

interface PlacePickerProps {
  readonly plan: Plan;
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
}

/** The stage, milestone or task that something is put under, found by typing. */
export function PlacePicker({ plan, value, onChange }: PlacePickerProps) {
  const { byId, inOrder } = outlineOf(plan);
  const item = value === null ? undefined : byId.get(value)?.item;
  const words = item ? nameOrUntitled(item.name, item.kind) : "Choose a stage, milestone or task";
  return (
    <Finder
      label="Put under"
      placeholder="Find a stage, milestone or task"
      options={() =>
        inOrder.map((node) => ({
          id: node.item.id,
          label: nameOrUntitled(node.item.name, node.item.kind),
          mark: <KindMark kind={node.item.kind} />,
          hint: node.wbsCode,
        }))
      }
      selected={value === null ? [] : [value]}
      onPick={onChange}
      emptyText="Nothing of that name. Add a stage first: tasks live inside one."
      trigger={
        <AriaButton aria-label={`Put under: ${words}`} className={styles.place ?? ""}>
          {item && <KindMark kind={item.kind} />}
          <span className={item ? styles.name : styles.faint}>{words}</span>
        </AriaButton>
      }
    />
  );
}
