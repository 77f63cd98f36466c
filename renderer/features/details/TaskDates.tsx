/** When a task runs: as planned until it has begun, then as it happened. */
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editTask, setFinish, setStart } from "#renderer/commands/items.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { formatDayNear } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { MAX_DURATION_DAYS, type Task } from "#shared/domain/task.ts";
import { startOf } from "#shared/domain/taskDates.ts";
import { count } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import styles from "./DateRules.module.css";
import { type DateRow, FoldedRows, Promised, ruleRows } from "./DateRules.tsx";
import { Note, Row } from "./Panel.tsx";
import { WhyDate } from "./WhyDate.tsx";

interface TaskDatesProps {
  readonly task: Task;
  readonly node: OutlineNode;
}

export function TaskDates({ task, node }: TaskDatesProps) {
  const today = useUi((state) => state.today);
  const late = daysLate(node, today);
  return (
    <fieldset className={styles.dates} aria-label="Dates">
      {task.actualStart === null ? <PlannedStart task={task} /> : <Started task={task} />}
      {task.actualFinish === null ? <PlannedFinish task={task} node={node} /> : <Finished task={task} />}
      {late > 0 && (
        <Row label="">
          <Note tone="danger">{count(late, "day")} late</Note>
        </Row>
      )}
      <Takes task={task} node={node} />
      <AsPlanned task={task} node={node} />
      <WhyDate item={task} />
      <FoldedRows
        rows={[
          { key: "promised", isSet: task.deadline !== null, row: <Promised item={task} node={node} /> },
          ...ruleRows({ item: task, node }),
          ...realRows(task),
        ]}
      />
    </fieldset>
  );
}

/** Where real dates can be noted that nobody has given; those that are known stand where the planned ones did. */
function realRows(task: Task): readonly DateRow[] {
  const hasBegun = task.status === "in-progress" || task.status === "done" || task.progressPct > 0;
  return [
    ...(hasBegun && task.actualStart === null
      ? [{ key: "started", isSet: false, row: <Started task={task} /> }]
      : []),
    ...(task.status === "done" && task.actualFinish === null
      ? [{ key: "finished", isSet: false, row: <Finished task={task} /> }]
      : []),
  ];
}

function PlannedStart({ task }: { readonly task: Task }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  return (
    <Row label="Starts">
      <DayField
        label="Start"
        value={task.start}
        today={today}
        onChange={(day) => setStart(app, task.id, day)}
        isDisabled={readOnly}
      />
    </Row>
  );
}

function PlannedFinish({ task, node }: TaskDatesProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  return (
    <Row label="Ends">
      <DayField
        label="Finish"
        value={node.finish}
        today={today}
        onChange={(day) => setFinish(app, task.id, day)}
        isDisabled={readOnly}
      />
    </Row>
  );
}

function Started({ task }: { readonly task: Task }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  return (
    <Row label="Started">
      <OptionalDayField
        label="Started"
        value={task.actualStart}
        today={today}
        placeholder="As planned"
        onChange={(actualStart) => editTask(app, task.id, { actualStart }, { label: "Change day begun" })}
      />
    </Row>
  );
}

function Finished({ task }: { readonly task: Task }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  return (
    <Row label="Finished">
      <OptionalDayField
        label="Finished"
        value={task.actualFinish}
        today={today}
        placeholder="As planned"
        onChange={(actualFinish) => editTask(app, task.id, { actualFinish }, { label: "Change day done" })}
      />
    </Row>
  );
}

function Takes({ task, node }: TaskDatesProps) {
  const app = useApp();
  const plan = usePlan();
  const days = node.days ?? task.durationDays;
  const isOver = task.actualFinish !== null;
  function set(durationDays: number): void {
    if (isOver) setFinish(app, task.id, calendarFor(plan, task).finishOf(startOf(task), durationDays));
    else editTask(app, task.id, { durationDays }, { label: "Change duration" });
  }
  return (
    <Row label={isOver ? "Took" : "Takes"}>
      <NumberField
        label="Working days"
        value={days}
        unit={days === 1 ? "working day" : "working days"}
        units={{ d: 1, w: plan.roadmap.calendar.workingWeekdays.length }}
        max={MAX_DURATION_DAYS}
        onChange={(value) => value !== null && set(value)}
      />
    </Row>
  );
}

/** What had been planned, where it came out otherwise. */
function AsPlanned({ task, node }: TaskDatesProps) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const { start, actualStart, actualFinish, durationDays } = task;
  const day = (of: string): string => formatDayNear(of, today);
  if (actualFinish !== null) {
    const finish = calendarFor(plan, task).finishOf(start, durationDays);
    if (node.start === start && finish === actualFinish) return null;
    return <Planned words={start === finish ? day(start) : `${day(start)} – ${day(finish)}`} />;
  }
  return actualStart === null || actualStart === start ? null : <Planned words={`to start ${day(start)}`} />;
}

function Planned({ words }: { readonly words: string }) {
  return (
    <Row label="">
      <Note>Planned {words}</Note>
    </Row>
  );
}
