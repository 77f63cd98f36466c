import { useApp, useOutline, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { editRoadmap } from "#renderer/commands/people.ts";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { formatSpan } from "#shared/domain/day.ts";
import { type Outline, type OutlineNode, planSpan } from "#shared/domain/outline.ts";
import { daysLate, isFinished } from "#shared/domain/standing.ts";
import { count } from "#shared/domain/words.ts";
import { ItemList } from "./ItemList.tsx";
import panel from "./Panel.module.css";
import { Fixed, Head, Row, Section } from "./Panel.tsx";

/** The roadmap at a glance: shown while nothing is selected. */
export function Glance() {
  const app = useApp();
  const { roadmap } = usePlan();
  const outline = useOutline();
  const today = useUi((state) => state.today);
  const ahead = byFinish(
    outline.inOrder.filter((node) => node.item.kind === "milestone" && !isFinished(node)),
  );
  const overdue = byFinish(
    outline.inOrder.filter((node) => node.item.kind === "task" && daysLate(node, today) > 0),
  );
  return (
    <div className={panel.panel}>
      <Head kind="Roadmap" />
      <PlanTextField
        look="name"
        label="Company"
        value={roadmap.companyName}
        placeholder="Company name"
        save={(companyName, group) => {
          if (companyName.trim() !== "")
            editRoadmap(app, { companyName }, { label: "Rename company", group });
        }}
      />
      <PlanTextField
        look="notes"
        label="Vision"
        value={roadmap.vision}
        placeholder="What should this company become? A sentence or two."
        save={(vision, group) => editRoadmap(app, { vision }, { label: "Edit vision", group })}
      />
      <Summary outline={outline} />
      <Section title="Next milestones" {...(ahead.length > 0 ? { tally: String(ahead.length) } : {})}>
        <ItemList
          label="Next milestones"
          nodes={ahead}
          emptyText="No milestones are ahead. Add one to say what to reach next."
          limit={5}
        />
      </Section>
      <Section title="Overdue tasks" {...(overdue.length > 0 ? { tally: String(overdue.length) } : {})}>
        <ItemList
          label="Overdue tasks"
          nodes={overdue}
          emptyText="Nothing is overdue."
          shows="day"
          limit={8}
        />
      </Section>
    </div>
  );
}

function Summary({ outline }: { readonly outline: Outline }) {
  const span = planSpan(outline);
  const tasks = outline.stages.reduce((sum, stage) => sum + stage.taskCount, 0);
  const done = outline.stages.reduce((sum, stage) => sum + stage.doneCount, 0);
  return (
    <div className={panel.rows}>
      <Row label="Runs">
        <Fixed label="Runs">{span ? formatSpan(span.start, span.finish) : "No dates yet"}</Fixed>
      </Row>
      <Row label="Done">
        <Fixed label="Done">{tasks > 0 ? `${done} of ${count(tasks, "task")}` : "No tasks yet"}</Fixed>
      </Row>
    </div>
  );
}

function byFinish(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return [...nodes].sort((a, b) => ((a.finish ?? "") < (b.finish ?? "") ? -1 : 1));
}
