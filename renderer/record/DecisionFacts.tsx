import { Button as AriaButton } from "react-aria-components";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { createPersonNamed } from "#renderer/commands/people.ts";
import { editRecord, putUnderNew } from "#renderer/commands/records.ts";
import { showMatter } from "#renderer/commands/whoDecides.ts";
import { MoneyField } from "#renderer/fields/MoneyField.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Finder } from "#renderer/ui/Finder.tsx";
import { PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import type { Decision } from "#shared/domain/decision.ts";
import { liveRights } from "#shared/domain/decisions.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import { Row } from "./IssuePage.tsx";
import styles from "./Record.module.css";

/** Who decides, when, about which matter and what it commits: what the right is held against. */
export function DecisionFacts({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const { people } = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const decider = (decidedById: string | null): void =>
    editRecord(app, decision.id, { decidedById }, { label: "Change who decides" });
  const recorder = (recordedById: string | null): void =>
    editRecord(app, decision.id, { recordedById }, { label: "Change who recorded it" });
  return (
    <div className={styles.facts}>
      <Row label={decision.state === "proposed" ? "Will decide" : "Decided by"}>
        <PersonPicker
          label="Decided by"
          people={[...people.values()]}
          value={decision.decidedById}
          emptyWord="Nobody named"
          onChange={decider}
          onCreate={(name) => decider(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </Row>
      {decision.state !== "proposed" && (
        <Row label="On">
          <OptionalDayField
            label="Decided on"
            value={decision.decidedOn}
            today={today}
            placeholder="No date"
            onChange={(decidedOn) => editRecord(app, decision.id, { decidedOn }, { label: "Change its day" })}
          />
        </Row>
      )}
      <Row label="Matter">
        <MatterField
          value={decision.decisionRightId}
          onChange={(decisionRightId) =>
            editRecord(app, decision.id, { decisionRightId }, { label: "Change matter" })
          }
          onCreate={(name) => putUnderNew(app, decision.id, name)}
        />
      </Row>
      <Row label="Commits">
        <MoneyField
          label="Commits, an amount"
          value={decision.amount}
          placeholder="No amount"
          onChange={(amount) => editRecord(app, decision.id, { amount }, { label: "Change amount" })}
        />
      </Row>
      <Row label="Recorded by">
        <PersonPicker
          label="Recorded by"
          people={[...people.values()]}
          value={decision.recordedById}
          emptyWord="Nobody named"
          onChange={recorder}
          onCreate={(name) => recorder(createPersonNamed(app, { name }))}
          isDisabled={readOnly}
        />
      </Row>
      {decision.ratifiedById !== null && (
        <Row label="Agreed on">
          <OptionalDayField
            label="Agreed on"
            value={decision.ratifiedOn}
            today={today}
            placeholder="No date"
            onChange={(ratifiedOn) =>
              editRecord(app, decision.id, { ratifiedOn }, { label: "Change when it was agreed" })
            }
          />
        </Row>
      )}
    </div>
  );
}

const NONE = "none";
const OPEN_LIST = "open-list";

interface MatterFieldProps {
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  readonly onCreate?: (name: string) => void;
  readonly framed?: boolean;
}

/** The matter a decision falls under, found by typing; leads to its place among who decides. */
export function MatterField({ value, onChange, onCreate, framed = false }: MatterFieldProps) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const chosen = plan.decisionRights.get(value ?? "");
  const words = chosen ? `${matterName(chosen)}${chosen.deletedAt === null ? "" : " (removed)"}` : "None";
  function pick(id: string): void {
    if (id === OPEN_LIST && chosen) showMatter(app, chosen.id);
    else onChange(id === NONE ? null : id);
  }
  return (
    <Finder
      label="Matter"
      placeholder={onCreate ? "Find or add a matter" : "Find a matter"}
      options={() => [
        ...(chosen ? [{ id: NONE, label: "None" }] : []),
        ...(chosen && !framed ? [{ id: OPEN_LIST, label: "Show it in Who decides" }] : []),
        ...liveRights(plan).map((right) => ({
          id: right.id,
          label: matterName(right),
          hint: right.isReserved ? "only the CEO" : undefined,
        })),
      ]}
      selected={chosen ? [chosen.id] : []}
      onPick={pick}
      onCreate={onCreate}
      emptyText="No matters yet. Write them down under Who decides."
      trigger={
        <AriaButton
          aria-label={`Matter: ${words}`}
          isDisabled={readOnly}
          className={`${styles.itemButton} ${framed ? styles.framedButton : ""}`}
        >
          <span className={chosen ? styles.itemName : styles.faint}>{words}</span>
        </AriaButton>
      }
    />
  );
}
