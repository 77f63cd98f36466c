import { ArrowRight, CircleCheck, CircleDashed, Gavel, Handshake, MessageCircle, Undo2 } from "lucide-react";
import { useState } from "react";
import {
  acknowledgeWork,
  canBeHandedOver,
  changeHandover,
  followedUp,
  openHandOver,
  takeWorkBack,
} from "#renderer/commands/delegation.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editTask } from "#renderer/commands/items.ts";
import { showDialog } from "#renderer/commands/navigation.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PeoplePicker, personName } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import { daysWaited, followUpDue } from "#shared/domain/delegation.ts";
import { type Handover, type HandoverState, keptBackBy } from "#shared/domain/handover.ts";
import { HANDOVER_WORDS, keptBackSentence, levelSentence, waitWords } from "#shared/domain/handoverWords.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { DecidesAbout, decidesSomething } from "./DecidesAbout.tsx";
import styles from "./Delegation.module.css";
import { LEVEL_OPTIONS, levelFrom } from "./HandOverDialog.tsx";
import { Note, Row, Section } from "./Panel.tsx";

interface DelegationProps {
  readonly task: Task;
  readonly node: OutlineNode;
}

/** Who handed it to whom, how far the decision goes, who is asked and told. One line until something is set. */
export function Delegation({ task, node }: DelegationProps) {
  const readOnly = useReadOnly();
  const plan = usePlan();
  const [isOpen, setOpen] = useState(false);
  const [isDeciding, setDeciding] = useState(false);
  const { handovers, consultedIds, informedIds } = task;
  const hasRoles = consultedIds.length + informedIds.length > 0;
  const canHand = !readOnly && canBeHandedOver(plan, task.id);
  const decides = decidesSomething(task) || isDeciding;
  const decideButton = !decides && !readOnly && (
    <Button size="sm" variant="quiet" icon={<Gavel size={14} />} onPress={() => setDeciding(true)}>
      Decides about…
    </Button>
  );
  if (handovers.length === 0 && !hasRoles && !isOpen && !decides) {
    return readOnly ? null : (
      <section className={styles.folded} aria-label="Delegation">
        {canHand && <HandOver task={task} />}
        <Button size="sm" variant="quiet" icon={<MessageCircle size={14} />} onPress={() => setOpen(true)}>
          Ask or tell…
        </Button>
        {decideButton}
      </section>
    );
  }
  return (
    <Section title="Delegation">
      {handovers.map((handover, at) => (
        <Link
          key={handover.byId}
          task={task}
          node={node}
          handover={handover}
          isLast={at === handovers.length - 1}
        />
      ))}
      {handovers.length === 0 && canHand && <HandOver task={task} />}
      {(hasRoles || isOpen || handovers.length > 0) && <Roles task={task} />}
      {decides && <DecidesAbout task={task} startsOpen={isDeciding && !decidesSomething(task)} />}
      <div className={styles.folded}>
        {!hasRoles && !isOpen && handovers.length === 0 && !readOnly && (
          <Button size="sm" variant="quiet" icon={<MessageCircle size={14} />} onPress={() => setOpen(true)}>
            Ask or tell…
          </Button>
        )}
        {decideButton}
      </div>
    </Section>
  );
}

function HandOver({ task }: { readonly task: Task }) {
  const app = useApp();
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<Handshake size={14} />}
      onPress={() => openHandOver(app, task.id)}
    >
      Hand over…
    </Button>
  );
}

const MARKS: Record<HandoverState, typeof Undo2> = {
  handed: CircleDashed,
  acknowledged: CircleCheck,
  declined: Undo2,
};

interface LinkProps extends DelegationProps {
  readonly handover: Handover;
  readonly isLast: boolean;
}

function Link({ task, node, handover, isLast }: LinkProps) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const { byId, toId, state, level, on, reason, followUpOn } = handover;
  const by = nameOf(people.get(byId));
  const to = nameOf(people.get(toId));
  const isOver = isFinished(node);
  const due = isOver ? null : followUpDue({ node, handover }, today);
  const days = daysWaited({ node, handover }, today);
  const kept = keptBackBy(task.handovers, task.handovers.indexOf(handover));
  const Mark = MARKS[state];
  return (
    <fieldset className={styles.link} aria-label={`Handed by ${by} to ${to}`}>
      <p className={styles.who}>
        <span>{by}</span>
        <ArrowRight size={13} aria-hidden className={styles.faint} />
        <span className={styles.to}>{to}</span>
        <span className={styles.when}>
          {formatDayNear(on, today)}
          {!isOver && days > 0 && `, ${waitWords(days)} ago`}
        </span>
      </p>
      <p className={`${styles.state} ${styles[state]}`}>
        <Mark size={14} aria-hidden />
        <span>
          {HANDOVER_WORDS[state]}
          {reason !== "" && `: ${reason}`}
        </span>
      </p>
      {state !== "declined" && (
        <>
          <Row label="Who decides" tall>
            <Select
              label={`Who decides, ${by} or ${to}`}
              value={String(level)}
              options={LEVEL_OPTIONS}
              onChange={(value) => changeHandover(app, task.id, byId, { level: levelFrom(value) })}
              isDisabled={readOnly}
            />
            <Note>{levelSentence(level, by, to)}</Note>
            {kept && (
              <Note tone="danger">{keptBackSentence(kept.level, nameOf(people.get(kept.byId)), by)}</Note>
            )}
          </Row>
          <Row label="Follow up" tall>
            <OptionalDayField
              label={`Follow up with ${to}`}
              value={followUpOn}
              today={today}
              onChange={(day) => changeHandover(app, task.id, byId, { followUpOn: day })}
            />
            {due !== null && (
              <Note tone="danger">{due === 0 ? "Due today" : `Due ${waitWords(due)} ago`}</Note>
            )}
          </Row>
        </>
      )}
      {!readOnly && !isOver && (
        <Actions task={task} handover={handover} isLast={isLast} isDue={due !== null} />
      )}
    </fieldset>
  );
}

interface ActionsProps {
  readonly task: Task;
  readonly handover: Handover;
  readonly isLast: boolean;
  readonly isDue: boolean;
}

function Actions({ task, handover: { byId, state }, isLast, isDue }: ActionsProps) {
  const app = useApp();
  const today = useUi((ui) => ui.today);
  return (
    <div className={styles.actions}>
      {isLast && state === "handed" && (
        <>
          <Button size="sm" onPress={() => acknowledgeWork(app, task.id)}>
            Acknowledge
          </Button>
          <Button size="sm" onPress={() => showDialog(app, { kind: "decline", taskId: task.id })}>
            Decline…
          </Button>
        </>
      )}
      {isDue && (
        <Button size="sm" onPress={() => followedUp(app, task.id, byId, today)}>
          Followed up
        </Button>
      )}
      {isLast && state !== "handed" && (
        <Button size="sm" onPress={() => openHandOver(app, task.id)}>
          {state === "declined" ? "Hand to somebody else…" : "Hand on…"}
        </Button>
      )}
      <Button size="sm" variant="quiet" onPress={() => takeWorkBack(app, task.id, byId)}>
        {state === "declined" ? "Keep it" : "Take back"}
      </Button>
    </div>
  );
}

function Roles({ task }: { readonly task: Task }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const people = [...usePlan().people.values()];
  return (
    <>
      <Row label="Asked">
        <PeoplePicker
          label="Asked before it is decided"
          people={people}
          value={task.consultedIds}
          onChange={(ids) =>
            editTask(app, task.id, { consultedIds: [...ids] }, { label: "Change who is asked" })
          }
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Told">
        <PeoplePicker
          label="Told once it is done"
          people={people}
          value={task.informedIds}
          onChange={(ids) =>
            editTask(app, task.id, { informedIds: [...ids] }, { label: "Change who is told" })
          }
          isDisabled={readOnly}
        />
      </Row>
    </>
  );
}

function nameOf(person: Parameters<typeof personName>[0] | undefined): string {
  return person ? personName(person) : "Somebody unknown";
}
