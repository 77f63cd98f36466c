import { sayStrategy } from "#renderer/commands/balance.ts";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editTask, rename } from "#renderer/commands/items.ts";
import { assignNewPerson } from "#renderer/commands/people.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Ticklist } from "#renderer/fields/Ticklist.tsx";
import { ItemRecord } from "#renderer/record/ItemRecord.tsx";
import { StatusMark } from "#renderer/ui/Marks.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import { formatSpan } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { statusOf } from "#shared/domain/standing.ts";
import { TASK_STATUSES, type Task } from "#shared/domain/task.ts";
import { count, STATUS_WORDS } from "#shared/domain/words.ts";
import { CarryOn } from "./CarryOn.tsx";
import { CommissionPart } from "./CommissionPart.tsx";
import { Delegation } from "./Delegation.tsx";
import { Doers } from "./Doers.tsx";
import { itemMenu } from "./itemMenu.tsx";
import { Links } from "./Links.tsx";
import panel from "./Panel.module.css";
import { Fixed, Head, Note, Row, Section } from "./Panel.tsx";
import { ProgressBar, ProgressField } from "./ProgressField.tsx";
import { PromiseWork } from "./PromiseWork.tsx";
import { TaskDates } from "./TaskDates.tsx";
import { ChooseWorkflow, TaskWorkflow } from "./TaskWorkflow.tsx";

export const STATUS_OPTIONS = TASK_STATUSES.map((value) => ({
  value,
  label: STATUS_WORDS[value],
  mark: <StatusMark status={value} />,
}));

interface TaskDetailsProps {
  readonly task: Task;
  readonly node: OutlineNode;
}

export function TaskDetails({ task, node }: TaskDetailsProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={panel.panel}>
      <Head
        kind={`${node.isGroup ? "Group" : "Task"} ${node.wbsCode}`}
        parent={node.parent}
        menu={itemMenu(app, node, readOnly)}
      />
      <PlanTextField
        look="name"
        label="Name"
        value={task.name}
        placeholder="Untitled task"
        save={(name, group) => rename(app, "task", task.id, name, { group })}
      />
      <ItemRecord itemId={task.id} />
      <div className={panel.rows}>
        {node.isGroup ? <RolledUp node={node} /> : <OwnWork task={task} node={node} />}
        <Row label="Work">
          <NumberField
            label="Work, in hours"
            value={task.effortHours}
            unit={task.effortHours === 1 ? "hour" : "hours"}
            clearable
            placeholder="Not estimated"
            onChange={(effortHours) => editTask(app, task.id, { effortHours }, { label: "Change work" })}
          />
        </Row>
        <Row label="Does it" tall>
          <Doers task={task} />
        </Row>
        <Row label="Answers for it">
          <AnswersFor task={task} />
        </Row>
        <Row label="Strategy">
          <Strategy task={task} />
        </Row>
      </div>
      <CarryOn node={node} />
      <Delegation task={task} node={node} />
      <CommissionPart task={task} node={node} />
      <PromiseWork item={task} node={node} />
      <TaskWorkflow task={task} />
      <Checklist task={task} />
      <Section title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={task.notes}
          placeholder="Write what helps whoever does it"
          save={(notes, group) => editTask(app, task.id, { notes }, { label: "Edit notes", group })}
        />
      </Section>
      <Links node={node} />
    </div>
  );
}

function OwnWork({ task, node }: TaskDetailsProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <>
      <Row label="Status">
        <Select
          label="Status"
          value={task.status}
          options={STATUS_OPTIONS}
          onChange={(status) => editTask(app, task.id, { status }, { label: "Change status" })}
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Progress">
        <ProgressField task={task} />
      </Row>
      <TaskDates task={task} node={node} />
    </>
  );
}

/** A group's dates, status and progress follow from what it holds, and the panel says so. */
function RolledUp({ node }: { readonly node: OutlineNode }) {
  const status = statusOf(node) ?? "not-started";
  const progress = node.progressPct ?? 0;
  return (
    <>
      <Row label="Status">
        <Fixed label="Status">
          <span className={panel.marked}>
            <StatusMark status={status} />
            {STATUS_WORDS[status]}
          </span>
        </Fixed>
      </Row>
      <Row label="Progress" tall>
        <Fixed label="Progress">
          {node.taskCount > 0
            ? `${progress}%, ${node.doneCount} of ${count(node.taskCount, "task")} done`
            : "No tasks inside"}
        </Fixed>
        <span className={panel.bar}>
          <ProgressBar value={progress} />
        </span>
      </Row>
      <Row label="Runs">
        <Fixed label="Dates">
          {node.start && node.finish ? formatSpan(node.start, node.finish) : "No dates yet"}
        </Fixed>
      </Row>
      <Row label="">
        <Note>Dates and progress are worked out from what it holds.</Note>
      </Row>
    </>
  );
}

function AnswersFor({ task }: { readonly task: Task }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const label = "Change who answers for it";
  return (
    <PersonPicker
      label="Answers for it"
      people={[...people.values()]}
      value={task.accountableId}
      onChange={(accountableId) => editTask(app, task.id, { accountableId }, { label })}
      onCreate={(name) => assignNewPerson(app, name, "task", task.id, (accountableId) => ({ accountableId }))}
      isDisabled={readOnly}
    />
  );
}

/** Whether the COO's time in it counts as strategy. */
function Strategy({ task }: { readonly task: Task }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <span className={panel.inset}>
      <Switch
        label="Strategy"
        isOn={task.isStrategy}
        isDisabled={readOnly}
        hint={task.isStrategy ? "About where the company goes" : "No, it is execution"}
        onChange={(isStrategy) => sayStrategy(app, [task.id], isStrategy)}
      />
    </span>
  );
}

function Checklist({ task }: { readonly task: Task }) {
  const app = useApp();
  const done = task.checklist.filter((item) => item.done).length;
  return (
    <Section
      title="Checklist"
      {...(task.checklist.length > 0 ? { tally: `${done} of ${task.checklist.length}` } : {})}
    >
      <Ticklist
        label="Checklist"
        noun="step"
        items={task.checklist.map(({ id, text, done: ticked }) => ({ id, text, ticked }))}
        onEdit={(edit, options) => {
          const now = app.documents.state.getState().plan?.tasks.get(task.id)?.checklist ?? [];
          const before = now.map(({ id, text, done: ticked }) => ({ id, text, ticked }));
          const after = edit(before);
          if (after === before) return;
          const checklist = after.map(({ id, text, ticked }) => ({ id, text, done: ticked }));
          editTask(app, task.id, { checklist }, options);
        }}
      />
      <ChooseWorkflow task={task} />
    </Section>
  );
}
