import { ChevronRight, Diamond, Plus } from "lucide-react";
import { toggleDone } from "#renderer/commands/items.ts";
import { addInside } from "#renderer/commands/outlining.ts";
import { StatusMark } from "#renderer/ui/Marks.tsx";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { CarryOnMark } from "./CarryOnMark.tsx";
import { CommissionMark } from "./CommissionMark.tsx";
import { toggle } from "./cursor.ts";
import { DateMarks } from "./DateMarks.tsx";
import { DecisionMark } from "./DecisionMark.tsx";
import { EarlyMark, StageGateMark } from "./GateMarks.tsx";
import type { Grid } from "./grid.ts";
import { HandoverMark } from "./HandoverMark.tsx";
import styles from "./Name.module.css";
import { NameEditor } from "./NameEditor.tsx";

interface NameCellProps {
  readonly grid: Grid;
  readonly node: OutlineNode;
  readonly expanded: boolean | null;
  readonly isEditing: boolean;
  readonly readOnly: boolean;
  readonly today: Day;
  readonly people: ReadonlyMap<Id, Person>;
  /** Whether the column of promises is on screen. */
  readonly hasPromises: boolean;
}

/** Buttons in a row are for the mouse; the keyboard has a key for each, so none is a stop of its own. */
export function NameCell(props: NameCellProps) {
  const { grid, node, expanded, isEditing, readOnly } = props;
  const { item } = node;
  return (
    <>
      {expanded === null ? (
        <span className={styles.twist} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.twist}
          data-open={expanded || undefined}
          onClick={() => toggle(grid, item.id)}
        >
          <ChevronRight size={14} />
        </button>
      )}
      <Mark grid={grid} node={node} readOnly={readOnly} />
      {isEditing ? <NameEditor grid={grid} node={node} /> : <Name node={node} />}
      {!isEditing && <HandoverMark node={node} today={props.today} />}
      {!isEditing && <CarryOnMark node={node} people={props.people} />}
      {!isEditing && <CommissionMark node={node} />}
      {!isEditing && item.kind === "task" && item.decisionRightId !== null && (
        <DecisionMark taskId={item.id} />
      )}
      {!isEditing && item.kind === "stage" && <StageGateMark stageId={item.id} />}
      {!isEditing && item.kind === "milestone" && <EarlyMark milestoneId={item.id} />}
      {!isEditing && <DateMarks node={node} today={props.today} hasPromises={props.hasPromises} />}
      {!isEditing && !readOnly && canAddInside(node) && <AddInside grid={grid} node={node} />}
    </>
  );
}

/** Below an empty stage a row of its own invites, and the stage's goal has the room. */
function canAddInside({ item, children }: OutlineNode): boolean {
  return item.kind === "milestone" || (item.kind === "stage" && children.length > 0);
}

function Name({ node }: { readonly node: OutlineNode }) {
  const { item } = node;
  const tone =
    item.name.trim() === "" ? styles.untitled : item.kind === "task" ? TASK_TONES[item.status] : "";
  return (
    <>
      <span className={`${styles.name} ${tone ?? ""}`} title={item.name}>
        {nameOrUntitled(item.name, item.kind)}
      </span>
      {item.kind === "stage" && item.goal !== "" && (
        <span className={styles.goal} title={item.goal}>
          {item.goal}
        </span>
      )}
    </>
  );
}

const TASK_TONES: Record<string, string | undefined> = { done: styles.done, cancelled: styles.cancelled };

function Mark({ grid, node, readOnly }: Pick<NameCellProps, "grid" | "node" | "readOnly">) {
  const { item } = node;
  if (item.kind === "stage") return null;
  const isDone = item.kind === "task" ? item.status === "done" : item.reachedOn !== null;
  const word = item.kind === "task" ? "done" : "reached";
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.mark}
      disabled={readOnly}
      aria-label={isDone ? `Mark not ${word}` : `Mark ${word}`}
      title={isDone ? `Mark not ${word} (Space)` : `Mark ${word} (Space)`}
      onClick={() => toggleDone(grid.app, [item.id])}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {item.kind === "task" ? (
        <StatusMark status={item.status} />
      ) : (
        <Diamond
          size={13}
          className={styles.diamond}
          fill={isDone ? "currentColor" : "none"}
          strokeWidth={2.25}
        />
      )}
    </button>
  );
}

/** Shown on hover; always, but faint, where a milestone has no tasks yet. */
function AddInside({ grid, node }: Pick<NameCellProps, "grid" | "node">) {
  const kind = node.item.kind === "stage" ? "milestone" : "task";
  const isFirst = kind === "task" && node.children.length === 0;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.add}
      data-add
      data-quiet={isFirst || undefined}
      aria-label={isFirst ? undefined : `Add ${kind}`}
      title={`Add ${kind}`}
      onClick={() => addInside(grid.app, node.item.id, kind)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Plus size={isFirst ? 12 : 14} aria-hidden />
      {isFirst && <span className={styles.words}>Add a task</span>}
    </button>
  );
}
