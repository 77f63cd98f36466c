import { Gavel } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editTask } from "#renderer/commands/items.ts";
import { decideAboutNew, showMatter } from "#renderer/commands/whoDecides.ts";
import { MoneyField } from "#renderer/fields/MoneyField.tsx";
import { OutsideRight } from "#renderer/fields/OutsideRight.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { decisionsOf, liveRights } from "#shared/domain/decisions.ts";
import { limitWords, matterName, rightSentence } from "#shared/domain/decisionWords.ts";
import type { Task } from "#shared/domain/task.ts";
import { capital } from "#shared/domain/words.ts";
import styles from "./DecidesAbout.module.css";
import { Note, Row } from "./Panel.tsx";

/** Whether a task has something to say about what it decides. */
export function decidesSomething({ decisionRightId, amount }: Task): boolean {
  return decisionRightId !== null || amount !== null;
}

/** The matter in which a task decides something, what it commits, and who may decide that. */
export function DecidesAbout({
  task,
  startsOpen = false,
}: {
  readonly task: Task;
  readonly startsOpen?: boolean;
}) {
  const app = useApp();
  const plan = usePlan();
  const right = plan.decisionRights.get(task.decisionRightId ?? "");
  const finding = decisionsOf(plan).outside.get(task.id);
  const limit = right && !right.isReserved ? limitWords(right, plan.roadmap.currency) : "";
  return (
    <>
      <Row label="Decides about" tall>
        <MatterPicker task={task} startsOpen={startsOpen} />
        {right?.deletedAt === null && !finding && (
          <Note>
            {rightSentence(plan, right)} {limit && `${capital(limit)}.`}
          </Note>
        )}
        {right && right.deletedAt !== null && <Note>It lies in the bin, so nothing is checked.</Note>}
      </Row>
      <Row label="Commits">
        <MoneyField
          label="Commits, an amount"
          value={task.amount}
          placeholder="No amount"
          onChange={(amount) => editTask(app, task.id, { amount }, { label: "Change amount" })}
        />
      </Row>
      {finding && (
        <div className={styles.finding}>
          <OutsideRight finding={finding} />
        </div>
      )}
    </>
  );
}

const NOTHING = "nothing";
const OPEN_LIST = "open-list";

function MatterPicker({ task, startsOpen }: { readonly task: Task; readonly startsOpen: boolean }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosen = plan.decisionRights.get(task.decisionRightId ?? "");
  const name = chosen ? `${matterName(chosen)}${chosen.deletedAt === null ? "" : " (removed)"}` : "Nothing";
  const set = (decisionRightId: string | null): void =>
    editTask(app, task.id, { decisionRightId }, { label: "Change what it decides about" });
  function pick(id: string): void {
    if (id === OPEN_LIST && chosen) showMatter(app, chosen.id);
    else set(id === NOTHING ? null : id);
  }
  return (
    <Finder
      label="Decides about"
      placeholder="Find or add a matter"
      startsOpen={startsOpen}
      options={() => [
        ...(chosen
          ? [
              { id: NOTHING, label: "Nothing" },
              { id: OPEN_LIST, label: "Show it in Who decides" },
            ]
          : []),
        ...liveRights(plan).map((right) => ({
          id: right.id,
          label: matterName(right),
          hint: right.isReserved ? "only the CEO" : undefined,
        })),
      ]}
      selected={chosen ? [chosen.id] : []}
      onPick={pick}
      onCreate={(text) => decideAboutNew(app, task.id, text)}
      emptyText="No matters yet. Type one, such as Spending, to add it."
      trigger={
        <AriaButton
          aria-label={`Decides about: ${name}`}
          isDisabled={readOnly}
          className={`${styles.field} ${chosen ? "" : styles.none}`}
        >
          <Gavel size={14} aria-hidden className={styles.icon} />
          <span className={styles.name}>{name}</span>
        </AriaButton>
      }
    />
  );
}
