import { ChevronDown, ChevronRight, Repeat } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { showView } from "#renderer/commands/navigation.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { isBlank, nameOrUntitled, STATUS_WORDS } from "#shared/domain/words.ts";
import type { Part } from "#shared/load/parts.ts";
import { hoursNumber } from "#shared/load/words.ts";
import styles from "./LoadPanel.module.css";
import { RoutineWays } from "./RoutineWays.tsx";
import { TaskWays } from "./TaskWays.tsx";

interface PartLineProps {
  readonly part: Part;
  readonly personId: Id | null;
  readonly week: Day;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One task or routine of the week: its hours, its days, and, when chosen, the ways to lighten the week by it. */
export function PartLine({ part, personId, week, isChosen, onChoose }: PartLineProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const name = nameOf(part);
  const canChange = !readOnly && (part.kind === "routine" || part.task.status !== "done");
  function openIt(): void {
    if (part.kind === "task") goTo(app, part.task.id);
    else app.ui.setState({ routineId: part.routine.id });
    showView(app, part.kind === "task" ? "outline" : "routines");
  }
  return (
    <li className={styles.part}>
      <div className={styles.line}>
        <span className={styles.hours}>
          {part.kind === "task" && !part.isSized ? "?" : hoursNumber(part.hours)} h
        </span>
        <span className={styles.words}>
          <button type="button" className={styles.link} onClick={openIt}>
            {part.kind === "routine" && <Repeat size={12} aria-label="Routine" />} {name}
          </button>
          <span className={styles.about}>{aboutOf(plan, part)}</span>
        </span>
        {canChange && (
          <button
            type="button"
            className={styles.change}
            aria-expanded={isChosen}
            aria-label={`Change ${name}`}
            onClick={onChoose}
          >
            {isChosen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
            Change
          </button>
        )}
      </div>
      {isChosen &&
        canChange &&
        (part.kind === "task" ? (
          <TaskWays part={part} personId={personId} week={week} />
        ) : (
          <RoutineWays part={part} personId={personId} week={week} />
        ))}
    </li>
  );
}

function nameOf(part: Part): string {
  if (part.kind === "task") return nameOrUntitled(part.task.name, "task");
  return isBlank(part.routine.name) ? "Untitled routine" : part.routine.name;
}

function aboutOf(plan: Plan, part: Part): string {
  const days = daysWords(part.days.map(({ day }) => day));
  if (part.kind === "routine") return days;
  const parent = itemById(plan, part.task.parentId);
  const state = part.isOverdue ? "late, still to do" : part.task.status === "done" ? STATUS_WORDS.done : "";
  const sized = part.isSized ? days : "no hours set";
  return [sized, state, parent?.name ?? ""].filter(Boolean).join(" · ");
}

/** `Mon`, `Mon, Wed`, `Mon to Fri`. */
function daysWords(days: readonly Day[]): string {
  const names = days.map((day) => formatDay(day, "weekday").split(" ")[0]);
  return names.length > 2 ? `${names[0]} to ${names.at(-1)}` : names.join(", ");
}
