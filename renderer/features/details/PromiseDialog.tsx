import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { promiseFor } from "#renderer/commands/dates.ts";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Dialog } from "#renderer/ui/Dialog.tsx";
import { type Day, parseDayInput } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { datedItems } from "#shared/domain/operations/dateRules.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./DateRules.module.css";

interface PromiseDialogProps {
  readonly ids: readonly Id[];
  readonly onClose: () => void;
}

/** Notes the day that the selected items were promised for. */
export function PromiseDialog({ ids, onClose }: PromiseDialogProps) {
  const app = useApp();
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const items = datedItems(plan, ids);
  const first = items[0]?.deadline ?? null;
  const [day, setDay] = useState(items.every(({ deadline }) => deadline === first) ? first : null);
  const chosen = useRef(day);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  function choose(next: Day | null): void {
    chosen.current = next;
    setDay(next);
  }
  function save(deadline: Day | null): void {
    promiseFor(app, ids, deadline);
    onClose();
  }
  /** Enter in the field has been read by it already: it takes the date and closes. */
  function onKeyDown({ key, target }: KeyboardEvent): void {
    if (key !== "Enter" || !(target instanceof HTMLInputElement)) return;
    const isReadable = target.value.trim() === "" || parseDayInput(target.value, day ?? today) !== null;
    if (isReadable) save(chosen.current);
  }
  const [only] = items;
  const what =
    items.length === 1 && only ? nameOrUntitled(only.name, only.kind) : count(items.length, "selected item");
  return (
    <Dialog
      title="Promised date"
      width="sm"
      onClose={onClose}
      footer={
        <>
          {items.some(({ deadline }) => deadline !== null) && (
            <Button onPress={() => save(null)}>Clear the promise</Button>
          )}
          <Button variant="primary" isDisabled={day === null} onPress={() => save(chosen.current)}>
            Set
          </Button>
        </>
      }
    >
      <p className={styles.explained}>
        The day on which others expect {what}. It warns when the plan runs past it, and moves nothing.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the keys of the field inside. */}
      <div ref={box} onKeyDown={onKeyDown}>
        <DayField
          framed
          label="Promised"
          value={day}
          today={today}
          onChange={choose}
          onClear={() => choose(null)}
        />
      </div>
    </Dialog>
  );
}
