import { Paperclip } from "lucide-react";
import { useState } from "react";
import {
  addGateCriterion,
  editGateCriterion,
  moveGateCriterion,
  removeGateCriterion,
} from "#renderer/commands/gates.ts";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { type TickActions, TickLines } from "#renderer/fields/Ticklist.tsx";
import type { GateCriterion } from "#shared/domain/gate.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { isBlank } from "#shared/domain/words.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import styles from "./Gates.module.css";

/** What must and should be true at the end of a stage, with what shows it one click deep. */
export function Criteria({ stage }: { readonly stage: Stage }) {
  const app = useApp();
  const [openId, setOpen] = useState<string | null>(null);
  const byId = new Map(stage.gateCriteria.map((criterion) => [criterion.id, criterion]));
  const at = (id: string) => ({ stageId: stage.id, id });
  /** A new one weighs as much as the one above it. */
  const weightAfter = (id: string | null): boolean =>
    (id === null ? stage.gateCriteria.at(-1) : byId.get(id))?.isMust ?? true;
  const actions: TickActions = {
    add: ({ id, text }, afterId) =>
      addGateCriterion(app, stage.id, { id, text, afterId, isMust: weightAfter(afterId) }),
    remove: (id) => removeGateCriterion(app, at(id)),
    move: (id, by) => moveGateCriterion(app, at(id), by),
    tick: (id, isMet) =>
      editGateCriterion(app, at(id), { isMet }, { label: isMet ? "Criterion met" : "Criterion not met" }),
    reword: (id, text, group) => editGateCriterion(app, at(id), { text }, { group }),
  };
  return (
    <TickLines
      label="Exit criteria"
      noun="criterion"
      items={stage.gateCriteria.map(({ id, text, isMet }) => ({ id, text, ticked: isMet }))}
      actions={actions}
      below={({ id }) => {
        const criterion = byId.get(id);
        return (
          criterion && (
            <About
              stageId={stage.id}
              criterion={criterion}
              isOpen={openId === id}
              onOpen={() => setOpen(openId === id ? null : id)}
            />
          )
        );
      }}
    />
  );
}

interface AboutProps {
  readonly stageId: string;
  readonly criterion: GateCriterion;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** How much it weighs, and what shows that it is met. */
function About({ stageId, criterion, isOpen, onOpen }: AboutProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { id, isMust, isMet, evidence } = criterion;
  const name = isBlank(criterion.text) ? "Untitled criterion" : criterion.text;
  const weight = isMust ? "Must-have" : "Should-have";
  const other = isMust ? "should-have" : "must-have";
  const shown = evidence.length > 0 ? `Evidence: ${evidence.length}` : isMet ? "No evidence" : "Evidence";
  return (
    <div className={styles.about}>
      <div className={styles.aboutLine}>
        <button
          type="button"
          className={`${styles.weight} ${isMust ? styles.must : ""}`}
          disabled={readOnly}
          title={readOnly ? undefined : `Make it a ${other}`}
          aria-label={readOnly ? `${weight}: ${name}` : `${weight}: ${name}. Make it a ${other}`}
          onClick={() =>
            editGateCriterion(
              app,
              { stageId, id },
              { isMust: !isMust },
              { label: "Change weight of criterion" },
            )
          }
        >
          {weight}
        </button>
        <button
          type="button"
          className={`${styles.evidenceButton} ${isMet && evidence.length === 0 ? styles.warn : ""}`}
          aria-expanded={isOpen}
          aria-label={`${shown}: ${name}`}
          onClick={onOpen}
        >
          <Paperclip size={12} aria-hidden />
          {shown}
        </button>
      </div>
      {isOpen && <EvidenceList place={{ stageId, id }} evidence={evidence} />}
    </div>
  );
}
