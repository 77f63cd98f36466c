import { Check, Repeat } from "lucide-react";
import { useId, useState } from "react";
import { Checkbox, ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { sayStrategy } from "#renderer/commands/balance.ts";
import { showInOutline, showRoutine } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { Mix, MixItem } from "#shared/balance/mix.ts";
import { hoursWords } from "#shared/balance/nextWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import { rhythmWords } from "#shared/routines/ruleWords.ts";
import styles from "./Balance.module.css";
import lists from "./lists.module.css";

/** The COO's tasks and routines by stage; each is strategy or execution, one at a time or several at once. */
export function MixList({ mix }: { readonly mix: Mix }) {
  const id = useId();
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const { items } = mix;
  const chosen = items.filter((item) => ticked.has(item.id)).map((item) => item.id);
  if (items.length === 0)
    return (
      <p className={styles.small}>
        Nothing is planned for the COO yet. Give them a task in the outline, or a routine, and say here
        whether it is strategy. Example: “Choose the second location” is strategy, “Order the oven” is not.
      </p>
    );
  function mark(isStrategy: boolean): void {
    sayStrategy(app, chosen, isStrategy);
    setTicked(new Set());
  }
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 className={styles.title}>
        <span id={id}>What the time goes into</span>
        {!readOnly && chosen.length > 0 && (
          <span className={styles.end}>
            {chosen.length} ticked:
            <Button size="sm" onPress={() => mark(true)}>
              Strategy
            </Button>
            <Button size="sm" onPress={() => mark(false)}>
              Execution
            </Button>
          </span>
        )}
      </h3>
      {groupsOf(mix).map(({ stageId, rows }) => {
        const name = nameOrUntitled(plan.stages.get(stageId ?? "")?.name ?? "", "stage");
        return (
          <div key={stageId ?? ""}>
            <h4 className={lists.group}>{stageId === null ? "No stage" : name}</h4>
            <ul aria-label={name}>
              {rows.map((item) => (
                <Row
                  key={item.id}
                  item={item}
                  isTicked={ticked.has(item.id)}
                  onTick={() => setTicked(toggled(ticked, item.id))}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function toggled(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

function groupsOf({ items, stages }: Mix) {
  const order = [...stages.map(({ stageId }) => stageId), null];
  return order
    .map((stageId) => ({ stageId, rows: items.filter((item) => item.stageId === stageId) }))
    .filter(({ rows }) => rows.length > 0);
}

interface RowProps {
  readonly item: MixItem;
  readonly isTicked: boolean;
  readonly onTick: () => void;
}

function Row({ item, isTicked, onTick }: RowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { id, kind, routine, isStrategy, isSized, hours } = item;
  const unnamed = routine ? "Untitled routine" : "Untitled task";
  const name = isBlank(item.name) ? unnamed : item.name;
  return (
    <li className={lists.mixRow}>
      <Checkbox
        className={lists.tick ?? ""}
        aria-label={`Tick ${name}`}
        isSelected={isTicked}
        isDisabled={readOnly}
        onChange={onTick}
      >
        <span className={lists.box}>{isTicked && <Check size={12} aria-hidden />}</span>
      </Checkbox>
      <button
        type="button"
        className={lists.link}
        onClick={() => (kind === "routine" ? showRoutine(app, id) : showInOutline(app, id))}
      >
        {routine && <Repeat size={12} aria-hidden className={lists.faint} />}
        {name}
      </button>
      <span className={lists.mixHours}>
        {routine ? `${rhythmWords(routine.rule, routine.firstRun)}, ` : ""}
        {isSized ? hoursWords(hours) : "hours not said"}
      </span>
      <ToggleButtonGroup
        aria-label={`What ${name} is`}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={readOnly}
        selectedKeys={[isStrategy ? "strategy" : "execution"]}
        onSelectionChange={(keys) => sayStrategy(app, [id], keys.has("strategy"))}
        className={lists.choice ?? ""}
      >
        <ToggleButton id="strategy" className={lists.option ?? ""}>
          Strategy
        </ToggleButton>
        <ToggleButton id="execution" className={lists.option ?? ""}>
          Execution
        </ToggleButton>
      </ToggleButtonGroup>
    </li>
  );
}
