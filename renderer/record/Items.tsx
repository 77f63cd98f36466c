/** The stages, milestones and tasks that an issue or a decision is about. */
import { Plus, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Finder, type FinderOption } from "#renderer/ui/Finder.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Record.module.css";

function optionsOf(plan: Plan): readonly FinderOption[] {
  return outlineOf(plan).inOrder.map(({ item, wbsCode }) => ({
    id: item.id,
    label: nameOrUntitled(item.name, item.kind),
    mark: <KindMark kind={item.kind} />,
    hint: wbsCode,
  }));
}

interface ItemFieldProps {
  readonly label: string;
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  /** In a dialog, with a border; the name leads nowhere. */
  readonly isPlain?: boolean;
}

const NOTHING = "nothing";

/** One item or none, found by typing. */
export function ItemField({ label, value, onChange, isPlain = false }: ItemFieldProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const item = value === null ? null : itemById(plan, value);
  const words = item ? nameOrUntitled(item.name, item.kind) : "Nothing in the plan";
  const isHere = item !== null && outlineOf(plan).byId.has(item.id);
  return (
    <span className={styles.itemField}>
      <Finder
        label={label}
        placeholder="Find a stage, milestone or task"
        options={() => [
          ...(value === null ? [] : [{ id: NOTHING, label: "Nothing in the plan" }]),
          ...optionsOf(plan),
        ]}
        selected={value === null ? [] : [value]}
        onPick={(id) => onChange(id === NOTHING ? null : id)}
        emptyText="Nothing of that name."
        trigger={
          <AriaButton
            aria-label={`${label}: ${words}`}
            isDisabled={readOnly}
            className={`${styles.itemButton} ${isPlain ? styles.framedButton : ""}`}
          >
            {item && <KindMark kind={item.kind} />}
            <span className={item ? styles.itemName : styles.faint}>
              {words}
              {item && !isHere && " (in the bin)"}
            </span>
          </AriaButton>
        }
      />
      {item && isHere && !isPlain && (
        <button type="button" className={styles.goThere} onClick={() => showInOutline(app, item.id)}>
          Show
        </button>
      )}
    </span>
  );
}

interface TouchedItemsProps {
  readonly label: string;
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
  /** In a dialog, names lead nowhere. */
  readonly isPlain?: boolean;
}

/** Any number of items, each a way to go there and taken off by its cross. */
export function TouchedItems({ label, value, onChange, isPlain = false }: TouchedItemsProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const items = value.flatMap((id) => itemById(plan, id) ?? []);
  return (
    <ul className={styles.chips} aria-label={label}>
      {items.map((item) => {
        const name = nameOrUntitled(item.name, item.kind);
        const isHere = outlineOf(plan).byId.has(item.id);
        return (
          <li key={item.id} className={styles.chip}>
            <KindMark kind={item.kind} />
            {isPlain || !isHere ? (
              <span className={styles.chipName}>
                {name}
                {!isHere && " (in the bin)"}
              </span>
            ) : (
              <button type="button" className={styles.chipName} onClick={() => showInOutline(app, item.id)}>
                {name}
              </button>
            )}
            {!readOnly && (
              <IconButton
                label={`Take ${name} off`}
                size="sm"
                onPress={() => onChange(value.filter((id) => id !== item.id))}
              >
                <X size={12} />
              </IconButton>
            )}
          </li>
        );
      })}
      {!readOnly && (
        <li>
          <Finder
            several
            label={label}
            placeholder="Find a stage, milestone or task"
            options={() => optionsOf(plan)}
            selected={value}
            onPick={(id) => onChange(value.includes(id) ? value.filter((v) => v !== id) : [...value, id])}
            emptyText="Nothing of that name."
            trigger={
              <AriaButton className={styles.addItem ?? ""}>
                <Plus size={13} aria-hidden />
                {items.length === 0 ? "Link it to the plan…" : "Add…"}
              </AriaButton>
            }
          />
        </li>
      )}
    </ul>
  );
}
