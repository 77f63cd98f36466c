import { GripVertical } from "lucide-react";
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { nudgeIssue, rankIssueBehind, removeIssue } from "#renderer/commands/issues.ts";
import { chosenOne, rowKeys } from "#renderer/ui/chosenOne.ts";
import { personName } from "#renderer/ui/PersonPicker.tsx";
import { useFirst } from "#renderer/ui/useFirst.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { itemById } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./IssueList.module.css";

/** Rows drawn at first, and with each press. */
const FIRST = 100;
const STEP = 100;

interface IssueListProps {
  readonly chosenId: Id | null;
  readonly onChoose: (id: Id) => void;
}

/** Open issues by rank. Arrow keys choose, with Alt they rank, and rows are dragged; Delete removes to the bin. */
export function IssueList({ chosenId, onChoose }: IssueListProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { open } = issuesOf(usePlan());
  const { shown, more } = useFirst(open, FIRST, STEP);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((id) => ({ "text/plain": String(id) })),
    onReorder: ({ keys, target }) => {
      const [id] = [...keys].map(String);
      if (id === undefined) return;
      const at = open.findIndex((issue) => issue.id === target.key);
      const before = open.slice(0, target.dropPosition === "before" ? at : at + 1);
      rankIssueBehind(app, id, before.findLast((issue) => issue.id !== id)?.id ?? null);
    },
  });
  const isOpen = open.some(({ id }) => id === chosenId);
  const onKeyDown = rowKeys(!readOnly && isOpen, {
    remove: () => removeIssue(app, chosenId ?? ""),
    move: (by) => nudgeIssue(app, chosenId ?? "", by),
  });
  return (
    <div onKeyDownCapture={onKeyDown}>
      <GridList
        aria-label="Issues to solve"
        className={styles.list ?? ""}
        items={shown}
        {...chosenOne(chosenId, onChoose)}
        {...(readOnly ? {} : { dragAndDropHooks })}
        dependencies={[shown, readOnly]}
      >
        {(issue) => <Item issue={issue} rank={shown.indexOf(issue) + 1} canMove={!readOnly} />}
      </GridList>
      {more}
    </div>
  );
}

interface ItemProps {
  readonly issue: Issue;
  readonly rank: number;
  readonly canMove: boolean;
}

function Item({ issue, rank, canMove }: ItemProps) {
  return (
    <GridListItem id={issue.id} textValue={issueName(issue)} className={styles.item ?? ""}>
      <span className={styles.lead}>
        <span className={styles.rank}>{rank}</span>
        {canMove && (
          <AriaButton slot="drag" className={styles.grip ?? ""} aria-label={`Drag ${issueName(issue)}`}>
            <GripVertical size={14} />
          </AriaButton>
        )}
      </span>
      <span className={styles.words}>
        <span className={styles.name} dir="auto">
          {issueName(issue)}
        </span>
        <IssueAbout issue={issue} />
      </span>
    </GridListItem>
  );
}

/** What it is about, and who raised it when. */
function IssueAbout({ issue }: { readonly issue: Issue }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const item = issue.itemId === null ? null : itemById(plan, issue.itemId);
  const person = plan.people.get(issue.raisedById ?? "");
  const about = [
    item?.deletedAt === null ? nameOrUntitled(item.name, item.kind) : "",
    `raised ${formatDayNear(issue.raisedOn, today)}${person ? ` by ${personName(person)}` : ""}`,
  ];
  return <span className={styles.about}>{about.filter(Boolean).join(" · ")}</span>;
}
