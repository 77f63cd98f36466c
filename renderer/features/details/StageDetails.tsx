import { ArrowDown, ArrowUp } from "lucide-react";
import { useApp, useOutline, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { editStage, nudge, rename } from "#renderer/commands/items.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { GateBody } from "#renderer/gates/GateBody.tsx";
import { ItemRecord } from "#renderer/record/ItemRecord.tsx";
import { IconButton } from "#renderer/ui/Button.tsx";
import { daysBetween, formatSpan } from "#shared/domain/day.ts";
import { gateOf } from "#shared/domain/gates.ts";
import { type OutlineNode, subtreeOf } from "#shared/domain/outline.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { count } from "#shared/domain/words.ts";
import { ItemList } from "./ItemList.tsx";
import { itemMenu } from "./itemMenu.tsx";
import panel from "./Panel.module.css";
import { Fixed, Head, Row, Section } from "./Panel.tsx";
import { ProgressBar } from "./ProgressField.tsx";

interface StageDetailsProps {
  readonly stage: Stage;
  readonly node: OutlineNode;
}

export function StageDetails({ stage, node }: StageDetailsProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const gate = gateOf(usePlan(), stage.id);
  const milestones = subtreeOf(node).filter(({ item }) => item.kind === "milestone");
  const loose = node.children.filter(({ item }) => item.kind === "task");
  return (
    <div className={panel.panel}>
      <Head
        kind={`Stage ${node.wbsCode}`}
        menu={itemMenu(app, node, readOnly)}
        actions={<Order stage={stage} />}
      />
      <PlanTextField
        look="name"
        label="Name"
        value={stage.name}
        placeholder="Untitled stage"
        save={(name, group) => rename(app, "stage", stage.id, name, { group })}
      />
      <ItemRecord itemId={stage.id} />
      <StageRows stage={stage} node={node} />
      {gate && (
        <Section title="Gate">
          <GateBody gate={gate} />
        </Section>
      )}
      <Section title="Milestones" {...(milestones.length > 0 ? { tally: String(milestones.length) } : {})}>
        <ItemList
          label="Milestones"
          nodes={milestones}
          emptyText="No milestones yet. Add one to say what this stage has to reach."
          limit={30}
        />
      </Section>
      {loose.length > 0 && (
        <Section title="Tasks outside a milestone" tally={String(loose.length)}>
          <ItemList label="Tasks outside a milestone" nodes={loose} emptyText="" />
        </Section>
      )}
      <Section title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={stage.notes}
          placeholder="Write what everybody should know"
          save={(notes, group) => editStage(app, stage.id, { notes }, { label: "Edit notes", group })}
        />
      </Section>
    </div>
  );
}

function StageRows({ stage, node }: StageDetailsProps) {
  const app = useApp();
  const { spanStart, spanFinish } = node;
  return (
    <div className={panel.rows}>
      <Row label="Goal" tall>
        <PlanTextField
          look="sentence"
          label="Goal"
          value={stage.goal}
          placeholder="What is true when it is behind us"
          save={(goal, group) => editStage(app, stage.id, { goal }, { label: "Edit goal", group })}
        />
      </Row>
      <Row label="Runs" tall>
        <Fixed label="Runs">
          {spanStart && spanFinish ? (
            <>
              {formatSpan(spanStart, spanFinish)}
              <span className={panel.second}>{lengthWords(daysBetween(spanStart, spanFinish) + 1)}</span>
            </>
          ) : (
            "No dates yet: they follow from what it holds"
          )}
        </Fixed>
      </Row>
      <Row label="Progress" tall>
        <Fixed label="Progress">
          {node.taskCount > 0
            ? `${node.progressPct ?? 0}%, ${node.doneCount} of ${count(node.taskCount, "task")} done`
            : "No tasks yet"}
        </Fixed>
        {node.taskCount > 0 && (
          <span className={panel.bar}>
            <ProgressBar value={node.progressPct ?? 0} />
          </span>
        )}
      </Row>
    </div>
  );
}

/** Calendar days as people say a span of them. */
function lengthWords(days: number): string {
  if (days < 14) return count(days, "day");
  if (days < 120) return count(Math.round(days / 7), "week");
  return count(Math.round(days / 30.4), "month");
}

function Order({ stage }: { readonly stage: Stage }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { stages } = useOutline();
  if (readOnly) return null;
  return (
    <>
      <IconButton
        label="Move earlier"
        size="sm"
        isDisabled={stages[0]?.item.id === stage.id}
        onPress={() => nudge(app, [stage.id], -1)}
      >
        <ArrowUp size={14} />
      </IconButton>
      <IconButton
        label="Move later"
        size="sm"
        isDisabled={stages.at(-1)?.item.id === stage.id}
        onPress={() => nudge(app, [stage.id], 1)}
      >
        <ArrowDown size={14} />
      </IconButton>
    </>
  );
}
