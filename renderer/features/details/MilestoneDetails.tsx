import { Flag } from "lucide-react";
import { RecentSlip } from "#renderer/changes/RecentSlip.tsx";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editMilestone, rename } from "#renderer/commands/items.ts";
import { assignNewPerson } from "#renderer/commands/people.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { ServesField } from "#renderer/fields/ServesField.tsx";
import { Ticklist } from "#renderer/fields/Ticklist.tsx";
import { ItemRecord } from "#renderer/record/ItemRecord.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { HealthMark } from "#renderer/ui/Marks.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { HEALTHS, type Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { daysLate } from "#shared/domain/standing.ts";
import { count, HEALTH_WORDS } from "#shared/domain/words.ts";
import { CarryOn } from "./CarryOn.tsx";
import { FoldedRows, Promised, ruleRows } from "./DateRules.tsx";
import { ItemList } from "./ItemList.tsx";
import { itemMenu } from "./itemMenu.tsx";
import { Links } from "./Links.tsx";
import panel from "./Panel.module.css";
import { Head, Note, Row, Section } from "./Panel.tsx";
import { PromiseWork } from "./PromiseWork.tsx";
import { WhyDate } from "./WhyDate.tsx";

export const HEALTH_OPTIONS = HEALTHS.map((value) => ({
  value,
  label: HEALTH_WORDS[value],
  mark: <HealthMark health={value} />,
}));

interface MilestoneDetailsProps {
  readonly milestone: Milestone;
  readonly node: OutlineNode;
}

export function MilestoneDetails({ milestone, node }: MilestoneDetailsProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <div className={panel.panel}>
      <Head kind={`Milestone ${node.wbsCode}`} parent={node.parent} menu={itemMenu(app, node, readOnly)} />
      <PlanTextField
        look="name"
        label="Name"
        value={milestone.name}
        placeholder="Untitled milestone"
        save={(name, group) => rename(app, "milestone", milestone.id, name, { group })}
      />
      <ItemRecord itemId={milestone.id} />
      <MilestoneRows milestone={milestone} node={node} />
      <CarryOn node={node} />
      <PromiseWork item={milestone} node={node} />
      <Criteria milestone={milestone} />
      <Section
        title="Tasks"
        {...(node.taskCount > 0 ? { tally: `${node.doneCount} of ${node.taskCount} done` } : {})}
      >
        <ItemList label="Tasks" nodes={node.children} emptyText="No tasks lead up to it yet." />
      </Section>
      <Section title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={milestone.notes}
          placeholder="Write what everybody should know"
          save={(notes, group) => editMilestone(app, milestone.id, { notes }, { label: "Edit notes", group })}
        />
      </Section>
      <Links node={node} />
    </div>
  );
}

function MilestoneRows({ milestone, node }: MilestoneDetailsProps) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const late = daysLate(node, today);
  return (
    <div className={panel.rows}>
      <Row label="Date">
        <DayField
          label="Date"
          value={milestone.date}
          today={today}
          onChange={(date) => editMilestone(app, milestone.id, { date }, { label: "Change date" })}
          isDisabled={readOnly}
        />
      </Row>
      <RecentSlip milestone={milestone} />
      {late > 0 && (
        <Row label="">
          <Note tone="danger">{count(late, "day")} late</Note>
        </Row>
      )}
      <Promised item={milestone} node={node} />
      <WhyDate item={milestone} />
      <FoldedRows rows={ruleRows({ item: milestone, node })} />
      <Row label="Owner">
        <PersonPicker
          label="Owner"
          people={[...people.values()]}
          value={milestone.ownerId}
          onChange={(ownerId) => editMilestone(app, milestone.id, { ownerId }, { label: "Change owner" })}
          onCreate={(name) =>
            assignNewPerson(app, name, "milestone", milestone.id, (ownerId) => ({ ownerId }))
          }
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Serves" tall>
        <ServesField milestoneIds={[milestone.id]} value={milestone.visionLineId} />
      </Row>
      <Row label="Health">
        <Select
          label="Health"
          value={milestone.health}
          options={HEALTH_OPTIONS}
          onChange={(health) => editMilestone(app, milestone.id, { health }, { label: "Change health" })}
          isDisabled={readOnly}
        />
      </Row>
      <Row label="Reached">
        <Reached milestone={milestone} />
      </Row>
    </div>
  );
}

function Reached({ milestone }: { readonly milestone: Milestone }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const set = (reachedOn: string | null, label: string): void =>
    editMilestone(app, milestone.id, { reachedOn }, { label });
  if (milestone.reachedOn === null) {
    return readOnly ? (
      <Note>Not yet</Note>
    ) : (
      <span className={panel.buttons}>
        <Button size="sm" icon={<Flag size={14} aria-hidden />} onPress={() => set(today, "Mark reached")}>
          Mark as reached
        </Button>
      </span>
    );
  }
  return (
    <span className={panel.inline}>
      <DayField
        label="Reached on"
        value={milestone.reachedOn}
        today={today}
        onChange={(day) => set(day, "Change day reached")}
        isDisabled={readOnly}
      />
      {!readOnly && (
        <Button size="sm" variant="quiet" onPress={() => set(null, "Mark not reached")}>
          Not reached
        </Button>
      )}
    </span>
  );
}

function Criteria({ milestone }: { readonly milestone: Milestone }) {
  const app = useApp();
  const met = milestone.criteria.filter((criterion) => criterion.met).length;
  const open = milestone.criteria.length - met;
  return (
    <Section
      title="It counts as reached when"
      {...(milestone.criteria.length > 0 ? { tally: `${met} of ${milestone.criteria.length} met` } : {})}
    >
      <Ticklist
        label="Acceptance criteria"
        noun="criterion"
        items={milestone.criteria.map(({ id, text, met: ticked }) => ({ id, text, ticked }))}
        onEdit={(edit, options) => {
          const now = app.documents.state.getState().plan?.milestones.get(milestone.id)?.criteria ?? [];
          const before = now.map(({ id, text, met: ticked }) => ({ id, text, ticked }));
          const after = edit(before);
          if (after === before) return;
          const criteria = after.map(({ id, text, ticked }) => ({ id, text, met: ticked }));
          editMilestone(app, milestone.id, { criteria }, options);
        }}
      />
      {milestone.reachedOn !== null && open > 0 && (
        <Note tone="danger">
          Marked as reached, but {count(open, "criterion", "criteria")} {open === 1 ? "is" : "are"} not met.
        </Note>
      )}
    </Section>
  );
}
