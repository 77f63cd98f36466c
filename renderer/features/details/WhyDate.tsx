/** Why a task or milestone lies where it lies, with the way to what holds it, and a way to mend a link not kept. */
import { useDeferredValue } from "react";
import { Link } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editMilestone, editTask } from "#renderer/commands/items.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { itemById } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { type StoredReason, whyStored } from "#shared/schedule/whyStored.ts";
import { Row } from "./Panel.tsx";
import styles from "./WhyDate.module.css";

export function WhyDate({ item }: { readonly item: Task | Milestone }) {
  const app = useApp();
  // The reason needs a pass over the whole plan: what was edited is drawn first.
  const plan = useDeferredValue(usePlan());
  const readOnly = useReadOnly();
  const reason = whyStored(plan, item.id, (id) => {
    const other = itemById(plan, id);
    return other ? nameOrUntitled(other.name, other.kind) : "";
  });
  if (!reason) return null;
  const { moveTo } = reason;
  const moveIt = (day: Day): void =>
    item.kind === "task"
      ? editTask(app, item.id, { start: day }, { label: "Change start" })
      : editMilestone(app, item.id, { date: day }, { label: "Change date" });
  return (
    <Row label="Why this date" tall>
      <div className={styles.why}>
        <p className={reason.isBroken ? styles.broken : styles.words}>
          <span className="visually-hidden">Why this date: </span>
          <Words reason={reason} goTo={(id) => goTo(app, id)} />
        </p>
        {moveTo !== null && !readOnly && (
          <Button size="sm" onPress={() => moveIt(moveTo)}>
            Move it to {formatDay(moveTo, "short")}
          </Button>
        )}
      </div>
    </Row>
  );
}

interface WordsProps {
  readonly reason: StoredReason;
  readonly goTo: (id: Id) => void;
}

/** The sentence; the name of what holds the date leads there. */
function Words({ reason: { words, driver }, goTo }: WordsProps) {
  const at = driver ? words.indexOf(driver.quoted) : -1;
  if (!driver || at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <Link className={styles.driver ?? ""} onPress={() => goTo(driver.id)}>
        {driver.quoted.slice(1, -1)}
      </Link>
      {words.slice(at + driver.quoted.length)}
    </>
  );
}
