import { ArrowDown, ArrowUp, CalendarClock, Trash2 } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { editMatter, nudgeMatter, removeMatter } from "#renderer/commands/whoDecides.ts";
import { MoneyField } from "#renderer/fields/MoneyField.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { OutsideRight } from "#renderer/fields/OutsideRight.tsx";
import { PlanTextField } from "#renderer/fields/PlanTextField.tsx";
import { Button } from "#renderer/ui/Button.tsx";
import { Panel, PanelFields, PanelHead, PanelRow, PanelSection } from "#renderer/ui/Panel.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { addMonths } from "#shared/domain/day.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { decisionsOf, reviewDue } from "#shared/domain/decisions.ts";
import { rightSentence } from "#shared/domain/decisionWords.ts";
import { DECISION_LEVELS } from "#shared/domain/handover.ts";
import { levelLabel } from "#shared/domain/handoverWords.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import own from "./MatterPanel.module.css";
import { Records } from "./Records.tsx";
import { TaskLink } from "./TaskLink.tsx";
import styles from "./WhoDecides.module.css";
import { reviewWords } from "./words.ts";

/** In the list "I" is the CEO and "you" whoever holds the matter, as in hand-overs. */
const LEVELS = DECISION_LEVELS.map((level) => ({
  value: String(level),
  label: `${level}. ${levelLabel(level)}`,
}));

const KINDS = [
  { value: "reserved", label: "Only the CEO" },
  { value: "held", label: "Somebody else, this far" },
] as const;

/** One matter: who decides, how far, up to what amount, and the work that falls under it. */
export function MatterPanel({ right }: { readonly right: DecisionRight }) {
  const app = useApp();
  return (
    <Panel kind="Matter" labelWidth={104}>
      <Head right={right} />
      <PlanTextField
        look="name"
        label="Name"
        value={right.name}
        placeholder="Untitled matter"
        save={(name, group) => editMatter(app, right.id, { name }, { label: "Rename matter", group })}
      />
      <Fields right={right} />
      <Work right={right} />
      <Records right={right} />
      <PanelSection title="Notes">
        <PlanTextField
          look="notes"
          label="Notes"
          value={right.notes}
          placeholder="What falls under it, and what does not"
          save={(notes, group) => editMatter(app, right.id, { notes }, { label: "Edit notes", group })}
        />
      </PanelSection>
    </Panel>
  );
}

function Head({ right }: { readonly right: DecisionRight }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <PanelHead
      kind="Matter"
      readOnly={readOnly}
      entries={[
        {
          id: "up",
          label: "Move up",
          icon: <ArrowUp size={14} />,
          shortcut: "Alt+ArrowUp",
          onAction: () => nudgeMatter(app, right.id, -1),
        },
        {
          id: "down",
          label: "Move down",
          icon: <ArrowDown size={14} />,
          shortcut: "Alt+ArrowDown",
          onAction: () => nudgeMatter(app, right.id, 1),
        },
        {
          id: "delete",
          separatorBefore: true,
          label: "Delete to bin",
          icon: <Trash2 size={14} />,
          danger: true,
          onAction: () => removeMatter(app, right.id),
        },
      ]}
      onClose={() => app.ui.setState({ matterId: null })}
    />
  );
}

function Fields({ right }: { readonly right: DecisionRight }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  return (
    <PanelFields>
      <PanelRow label="Who decides">
        <Select
          label="Who decides"
          value={right.isReserved ? "reserved" : "held"}
          options={KINDS}
          onChange={(kind) =>
            editMatter(app, right.id, { isReserved: kind === "reserved" }, { label: "Change who decides" })
          }
          isDisabled={readOnly}
        />
      </PanelRow>
      {!right.isReserved && <Held right={right} />}
      <p className={own.note}>{rightSentence(plan, right)}</p>
      <Review right={right} />
    </PanelFields>
  );
}

function Held({ right }: { readonly right: DecisionRight }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const give = (holderId: string | null): void =>
    editMatter(app, right.id, { holderId }, { label: "Change who decides" });
  return (
    <>
      <PanelRow label="Given to">
        <PersonPicker
          label="Given to"
          people={[...people.values()]}
          value={right.holderId}
          onChange={give}
          onCreate={(name) => give(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </PanelRow>
      <PanelRow label="How far">
        <Select
          label="How far it goes. I is the CEO, you is whoever it is given to"
          value={String(right.level)}
          options={LEVELS}
          onChange={(value) => {
            const level = DECISION_LEVELS.find((known) => String(known) === value);
            if (level) editMatter(app, right.id, { level }, { label: "Change how far it goes" });
          }}
          isDisabled={readOnly}
        />
      </PanelRow>
      <PanelRow label="Up to">
        <MoneyField
          label="Up to what amount at once"
          value={right.ceiling}
          placeholder="No limit"
          onChange={(ceiling) => editMatter(app, right.id, { ceiling }, { label: "Change limit" })}
        />
      </PanelRow>
    </>
  );
}

/** Months until the pair looks again, once it has looked. */
const LOOK_AGAIN = 3;

function Review({ right }: { readonly right: DecisionRight }) {
  const app = useApp();
  const { roadmap } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const due = reviewDue(right, today);
  const set = (reviewOn: string | null): void =>
    editMatter(app, right.id, { reviewOn }, { label: "Change when to look again" });
  return (
    <PanelRow label="Look again">
      <OptionalDayField
        label="Look again on"
        value={right.reviewOn}
        today={today}
        placeholder="No date"
        onChange={set}
      />
      {due && (
        <div className={own.looking}>
          <span className={`${styles.review} ${styles[due]}`}>
            <CalendarClock size={13} aria-hidden />
            {reviewWords(right, today)}
          </span>
          {!readOnly && (
            <Button
              size="sm"
              onPress={() => set(calendarTable(roadmap.calendar).onOrAfter(addMonths(today, LOOK_AGAIN)))}
            >
              Looked at it today
            </Button>
          )}
        </div>
      )}
    </PanelRow>
  );
}

function Work({ right }: { readonly right: DecisionRight }) {
  const { byRight, outside } = decisionsOf(usePlan());
  const nodes = byRight.get(right.id) ?? [];
  return (
    <PanelSection title="Open work" hint={nodes.length || ""}>
      {nodes.length === 0 && (
        <p className={styles.empty}>
          No open task decides about it. In the details of a task, choose it under “Decides about”.
        </p>
      )}
      <ul aria-label="Open work">
        {nodes.map((node) => {
          const finding = outside.get(node.item.id);
          return (
            <li key={node.item.id} className={styles.workRow}>
              <TaskLink node={node} />
              {finding && <OutsideRight finding={finding} />}
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
