import { Trash2 } from "lucide-react";
import { sayStrategy } from "#renderer/commands/balance.ts";
import { pin, promiseFor } from "#renderer/commands/dates.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editSelected, remove, shift } from "#renderer/commands/items.ts";
import { select } from "#renderer/commands/selection.ts";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import type { Id } from "#shared/domain/fields.ts";
import type { Health, Milestone } from "#shared/domain/milestone.ts";
import { datedItems } from "#shared/domain/operations/dateRules.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Task, TaskStatus } from "#shared/domain/task.ts";
import { count } from "#shared/domain/words.ts";
import { ItemList } from "./ItemList.tsx";
import { HEALTH_OPTIONS } from "./MilestoneDetails.tsx";
import panel from "./Panel.module.css";
import { Head, Row, Section } from "./Panel.tsx";
import { STATUS_OPTIONS } from "./TaskDetails.tsx";

const MIXED = { value: "mixed", label: "Several" } as const;
const SHIFTS = [
  { days: -7, label: "−1 week" },
  { days: 7, label: "+1 week" },
  { days: -1, label: "−1 day" },
  { days: 1, label: "+1 day" },
] as const;

/** What can be done to several selected items at once; each edit is one step to undo. */
export function SelectionDetails({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const plan = usePlan();
  const items = nodes.map((node) => node.item);
  const ids = items.map((item) => item.id);
  const tasks = items.filter((item) => item.kind === "task");
  const milestones = items.filter((item) => item.kind === "milestone");
  return (
    <div className={panel.panel}>
      <Head kind={`${nodes.length} selected`} />
      <h2 className={panel.heading}>{kindsInWords(nodes)}</h2>
      <div className={panel.rows}>
        {tasks.length > 0 && <TaskEdits tasks={tasks} />}
        {milestones.length > 0 && <MilestoneEdits milestones={milestones} />}
        <DateEdits ids={ids} items={datedItems(plan, ids)} />
        {!readOnly && (
          <Row label="Move by" tall>
            <span className={panel.shifts}>
              {SHIFTS.map(({ days, label }) => (
                <Button
                  key={days}
                  size="sm"
                  aria-label={`Move by ${label}`}
                  onPress={() => shift(app, ids, days)}
                >
                  {label}
                </Button>
              ))}
            </span>
          </Row>
        )}
      </div>
      {!readOnly && (
        <div className={panel.buttons}>
          <Button size="sm" variant="danger" icon={<Trash2 size={14} />} onPress={() => remove(app, ids)}>
            Delete to bin
          </Button>
          <Button size="sm" variant="quiet" onPress={() => select(app, [])}>
            Select nothing
          </Button>
        </div>
      )}
      <Section title="Selected">
        <ItemList label="Selected" nodes={nodes} emptyText="" shows="day" limit={20} />
      </Section>
    </div>
  );
}

function TaskEdits({ tasks }: { readonly tasks: readonly Task[] }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const status = shared(tasks.map((task) => task.status));
  const accountable = shared(tasks.map((task) => task.accountableId));
  return (
    <>
      <Row label="Status">
        <Select<TaskStatus | "mixed">
          label="Status of the selected tasks"
          value={status ?? "mixed"}
          options={status === undefined ? [MIXED, ...STATUS_OPTIONS] : STATUS_OPTIONS}
          onChange={(value) =>
            value !== "mixed" && editSelected(app, "task", { status: value }, "Change status")
          }
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Answers for">
        <PersonPicker
          label="Answers for the selected tasks"
          people={[...people.values()]}
          value={accountable ?? null}
          onChange={(accountableId) =>
            editSelected(app, "task", { accountableId }, "Change who answers for them")
          }
          isDisabled={readOnly}
          {...(accountable === undefined ? { emptyWord: "Several" } : {})}
        />
      </Row>
      <Strategy tasks={tasks} />
    </>
  );
}

/** Undefined where they differ. */
function Strategy({ tasks }: { readonly tasks: readonly Task[] }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const isStrategy = shared(tasks.map((task) => task.isStrategy));
  const ids = tasks.map(({ id }) => id);
  const hint = isStrategy === undefined ? "Some of them are." : "About where the company goes.";
  return (
    <Row label="Strategy" tall>
      <span className={panel.inset}>
        <Switch
          label="Strategy, all selected tasks"
          isOn={isStrategy ?? false}
          isMixed={isStrategy === undefined}
          isDisabled={readOnly}
          onChange={(isOn) => sayStrategy(app, ids, isOn)}
          hint={hint}
        />
      </span>
    </Row>
  );
}

function MilestoneEdits({ milestones }: { readonly milestones: readonly Milestone[] }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const health = shared(milestones.map((milestone) => milestone.health));
  const owner = shared<Id | null>(milestones.map((milestone) => milestone.ownerId));
  return (
    <>
      <Row label="Health">
        <Select<Health | "mixed">
          label="Health of the selected milestones"
          value={health ?? "mixed"}
          options={health === undefined ? [MIXED, ...HEALTH_OPTIONS] : HEALTH_OPTIONS}
          onChange={(value) =>
            value !== "mixed" && editSelected(app, "milestone", { health: value }, "Change health")
          }
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Owner">
        <PersonPicker
          label="Owner of the selected milestones"
          people={[...people.values()]}
          value={owner ?? null}
          onChange={(ownerId) => editSelected(app, "milestone", { ownerId }, "Change owner")}
          isDisabled={readOnly}
          {...(owner === undefined ? { emptyWord: "Several" } : {})}
        />
      </Row>
    </>
  );
}

/** What is said about the dates of all that have dates of their own. */
function DateEdits({
  ids,
  items,
}: {
  readonly ids: readonly Id[];
  readonly items: readonly (Task | Milestone)[];
}) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  if (items.length === 0) return null;
  const deadline = shared(items.map((item) => item.deadline));
  const isPinned = shared(items.map((item) => item.isPinned));
  return (
    <>
      <Row label="Promised">
        <OptionalDayField
          label="Promised, for all selected"
          value={deadline ?? null}
          today={today}
          placeholder={deadline === undefined ? "Several" : "Nothing promised"}
          onChange={(day) => promiseFor(app, ids, day)}
        />
      </Row>
      <Row label="Pinned" tall>
        <span className={panel.inset}>
          <Switch
            label="Pinned, all selected"
            isOn={isPinned ?? false}
            isMixed={isPinned === undefined}
            isDisabled={readOnly}
            onChange={(isOn) => pin(app, ids, isOn)}
            hint={isPinned === undefined ? "Some are pinned." : "Links and calendars never move them."}
          />
        </span>
      </Row>
    </>
  );
}

/** The value they all have; undefined when they differ. */
function shared<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function kindsInWords(nodes: readonly OutlineNode[]): string {
  const of = (kind: string): number => nodes.filter((node) => node.item.kind === kind).length;
  return [
    of("stage") > 0 ? count(of("stage"), "stage") : "",
    of("milestone") > 0 ? count(of("milestone"), "milestone") : "",
    of("task") > 0 ? count(of("task"), "task") : "",
  ]
    .filter(Boolean)
    .join(", ");
}
