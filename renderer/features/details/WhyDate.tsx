/** Why a task or milestone lies where it lies, back to the beginning, and how far it can slip. */
import { TriangleAlert } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { Link } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editMilestone, editTask } from "#renderer/commands/items.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { namesIn } from "#renderer/ui/namesIn.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import type { Task } from "#shared/domain/task.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { quoted } from "#shared/schedule/clash.ts";
import { whyChain } from "#shared/schedule/whyChain.ts";
import { whyStored } from "#shared/schedule/whyStored.ts";
import { Row } from "./Panel.tsx";
import { roomWords } from "./roomWords.ts";
import styles from "./WhyDate.module.css";

export function WhyDate({ item }: { readonly item: Task | Milestone }) {
  return (
    <>
      <Reason item={item} />
      <RoomToSlip itemId={item.id} />
    </>
  );
}

function Reason({ item }: { readonly item: Task | Milestone }) {
  const app = useApp();
  // The reason needs a pass over the whole plan: what was edited is drawn first.
  const plan = useDeferredValue(usePlan());
  const readOnly = useReadOnly();
  const reason = whyStored(plan, item.id, namesOf(plan));
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
          <Words words={reason.words} names={reason.driver ? [reason.driver] : []} />
        </p>
        {moveTo !== null && !readOnly && (
          <Button size="sm" onPress={() => moveIt(moveTo)}>
            Move it to {formatDayNear(moveTo, item.kind === "task" ? item.start : item.date)}
          </Button>
        )}
        {reason.driver && <Chain plan={plan} itemId={item.id} />}
      </div>
    </Row>
  );
}

function namesOf(plan: Plan): (id: Id) => string {
  return (id) => {
    const item = itemById(plan, id);
    return item ? nameOrUntitled(item.name, item.kind) : "";
  };
}

/** Steps that are shown before the rest is asked for. */
const SHOWN_STEPS = 8;

/** What holds the date, what holds that, and so on to the item that no link drives. */
function Chain({ plan, itemId }: { readonly plan: Plan; readonly itemId: Id }) {
  const app = useApp();
  const [isOpen, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const nameOf = namesOf(plan);
  const steps = whyChain(plan, itemId, nameOf).slice(1);
  if (steps.length === 0) return null;
  const shown = all ? steps : steps.slice(0, SHOWN_STEPS);
  return (
    <>
      <button type="button" aria-expanded={isOpen} className={styles.toggle} onClick={() => setOpen(!isOpen)}>
        {isOpen ? "Hide the chain" : `Show the whole chain (${count(steps.length, "step")})`}
      </button>
      {isOpen && (
        <ol className={styles.chain} aria-label="What holds the date, back to the beginning">
          {shown.map((step) => (
            <li key={step.itemId} className={styles.step}>
              <Link className={styles.driver ?? ""} onPress={() => goTo(app, step.itemId)}>
                {nameOf(step.itemId)}
              </Link>
              <span className={step.isBroken ? styles.broken : styles.words}>{step.words}</span>
            </li>
          ))}
        </ol>
      )}
      {isOpen && shown.length < steps.length && (
        <button type="button" className={styles.toggle} onClick={() => setAll(true)}>
          Show {steps.length - shown.length} more
        </button>
      )}
    </>
  );
}

function RoomToSlip({ itemId }: { readonly itemId: Id }) {
  // Two more passes over the plan: after what was edited, and after the reason.
  const plan = useDeferredValue(usePlan());
  const room = roomWords(plan, itemId);
  if (!room) return null;
  return (
    <Row label="Room to slip" tall>
      <p className={`${styles.why} ${room.isLate ? styles.broken : styles.words}`}>
        <span>
          {room.isLate && <TriangleAlert size={13} className={styles.mark} aria-hidden />}
          <span className="visually-hidden">Room to slip: </span>
          <Words words={room.words} names={room.itemIds.map((id) => ({ id, quoted: quoted(plan, id) }))} />
        </span>
      </p>
    </Row>
  );
}

interface WordsProps {
  readonly words: string;
  /** The items they name. */
  readonly names: readonly { readonly id: Id; readonly quoted: string }[];
}

/** A sentence in which the names of items lead there. */
function Words({ words, names }: WordsProps) {
  const app = useApp();
  return namesIn(words, names).map(({ id, text }, index) =>
    id === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name.
      <Link key={index} className={styles.driver ?? ""} onPress={() => goTo(app, id)}>
        {text}
      </Link>
    ),
  );
}
