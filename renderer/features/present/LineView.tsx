import { Check, Diamond, Square } from "lucide-react";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import type { Health } from "#shared/domain/milestone.ts";
import { HEALTHS } from "#shared/domain/milestone.ts";
import { TASK_STATUSES } from "#shared/domain/task.ts";
import { type ItemLine, isLive, type LiveLine, type PresentLine } from "#shared/present/lines.ts";
import { LineEditor } from "./LineEditor.tsx";
import styles from "./LineView.module.css";

interface LineViewProps {
  readonly line: PresentLine;
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly onChoose: () => void;
  readonly onTick: (line: LiveLine) => void;
  readonly onEdited: () => void;
}

export function LineView({ line, isChosen, isEditing, onChoose, onTick, onEdited }: LineViewProps) {
  if (!isLive(line))
    return line.kind === "heading" ? (
      <li className={styles.heading}>
        <h2>{line.text}</h2>
      </li>
    ) : (
      <li className={styles.sentence}>{line.text}</li>
    );
  if (isEditing)
    return (
      <li className={`${styles.line} ${styles.chosen}`}>
        <LineEditor line={line} onDone={onEdited} />
      </li>
    );
  return (
    <li>
      <button
        type="button"
        tabIndex={-1}
        className={`${styles.line} ${isChosen ? styles.chosen : ""}`}
        data-chosen={isChosen || undefined}
        aria-pressed={line.isDone}
        onClick={() => (isChosen ? onTick(line) : onChoose())}
      >
        <Said line={line} />
      </button>
    </li>
  );
}

function Said({ line }: { readonly line: LiveLine }) {
  if (line.kind === "criterion")
    return (
      <span className={styles.criterion}>
        <span className={styles.mark}>{line.isDone ? <Check aria-hidden /> : <Square aria-hidden />}</span>
        <span className={styles.name}>
          {line.text}
          <span className="visually-hidden">{line.isDone ? ", met, " : ", not met, "}</span>
        </span>
        <span className={styles.state}>{line.state}</span>
      </span>
    );
  return (
    <span className={`${styles.item} ${line.who === "" ? styles.own : ""}`}>
      <span className={styles.mark}>
        <Mark mark={line.mark} />
      </span>
      <span className={`${styles.name} ${line.kind === "milestone" ? styles.strong : ""}`}>
        {line.text}
        <span className="visually-hidden">, </span>
      </span>
      <span className={styles.day}>
        {line.dayWords}
        <span className="visually-hidden">, </span>
      </span>
      {line.who !== "" && (
        <span className={styles.who}>
          {line.who}
          <span className="visually-hidden">, </span>
        </span>
      )}
      <span className={`${styles.state} ${line.isUrgent ? styles.urgent : ""}`}>{line.state}</span>
    </span>
  );
}

function Mark({ mark }: { readonly mark: ItemLine["mark"] }) {
  if (mark === "reached") return <Diamond className={styles.reached} fill="currentColor" aria-hidden />;
  const health: Health | undefined = HEALTHS.find((one) => one === mark);
  if (health) return <HealthMark health={health} size={28} />;
  const status = TASK_STATUSES.find((one) => one === mark);
  return status ? <StatusMark status={status} size={28} /> : null;
}
