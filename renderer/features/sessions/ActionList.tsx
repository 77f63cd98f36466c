import { showInOutline } from "#renderer/commands/commission.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { giveTo, setDue } from "#renderer/commands/sessions.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Session } from "#shared/domain/session.ts";
import { sessionYield } from "#shared/domain/sessions.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Actions.module.css";
import rowsStyles from "./Rows.module.css";

/** The tasks of a session: what, who, by when, and where they stand in the plan. */
export function ActionList({
  session,
  only,
}: {
  readonly session: Session;
  readonly only?: readonly string[];
}) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const nodes = sessionYield(plan, session, today).tasks.filter(
    ({ item }) => only === undefined || only.includes(item.id),
  );
  if (nodes.length === 0)
    return only ? null : <p className={rowsStyles.none}>Nothing was handed over yet.</p>;
  return (
    <ul className={styles.actions} aria-label="Actions">
      {nodes.map((node) =>
        node.item.kind === "task" ? (
          <Action key={node.item.id} session={session} node={node} task={node.item} />
        ) : null,
      )}
    </ul>
  );
}

interface ActionProps {
  readonly session: Session;
  readonly node: OutlineNode;
  readonly task: Task;
}

function Action({ session, node, task }: ActionProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const last = task.handovers.at(-1);
  const name = nameOrUntitled(task.name, "task");
  const isOver = isFinished(node);
  const waits =
    last?.state === "handed" ? " · not answered yet" : last?.state === "declined" ? " · declined" : "";
  return (
    <li className={rowsStyles.row}>
      <span className={`${rowsStyles.rowWords} ${styles.actionWords}`}>
        <button type="button" className={rowsStyles.link} onClick={() => showInOutline(app, task.id)}>
          {name}
        </button>
        <span className={rowsStyles.quiet}>
          {node.parent ? nameOrUntitled(node.parent.item.name, node.parent.item.kind) : ""}
          {isOver ? " · done" : waits}
        </span>
      </span>
      <span className={styles.actionWho}>
        <PersonPicker
          label={`Who does ${name}`}
          people={[...plan.people.values()]}
          value={last && last.state !== "declined" ? last.toId : task.accountableId}
          isDisabled={readOnly || isOver || task.handovers.length > 1}
          onChange={(toId) => giveTo(app, session.id, task.id, toId)}
        />
      </span>
      <span className={styles.actionWhen}>
        <OptionalDayField
          label={`By when: ${name}`}
          value={task.deadline}
          today={today}
          placeholder="by when"
          onChange={(dueOn) => setDue(app, task.id, dueOn)}
        />
      </span>
    </li>
  );
}
