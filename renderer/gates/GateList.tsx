import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { openDecideGate } from "#renderer/commands/gates.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { type Gate, gatesOf, isDue, isUndecided, tooEarlyIn } from "#shared/domain/gates.ts";
import { gateDayWords, gateStateWord, readinessLine } from "#shared/domain/gateWords.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { GateBody } from "./GateBody.tsx";
import { GateMark } from "./GateMark.tsx";
import styles from "./Gates.module.css";

/**
 * The gates of all stages: where each stands and how ready it is, with its criteria one click deep. It fills whatever
 * it stands in.
 */
export function GateList() {
  const plan = usePlan();
  const gates = gatesOf(plan);
  const [openId, setOpen] = useState<Id | null>(null);
  if (gates.length === 0)
    return (
      <p className={styles.quiet}>
        No stages yet. Each stage ends in a gate: what has to be true, and who says so.
      </p>
    );
  return (
    <ul className={styles.gates} aria-label="Gates">
      {gates.map((gate) => (
        <Row
          key={gate.stage.id}
          gate={gate}
          early={countEarly(plan, gate)}
          isOpen={openId === gate.stage.id}
          onOpen={() => setOpen(openId === gate.stage.id ? null : gate.stage.id)}
        />
      ))}
    </ul>
  );
}

function countEarly(plan: Parameters<typeof tooEarlyIn>[0], { stage }: Gate): number {
  return [...tooEarlyIn(plan).values()].filter(({ id }) => id === stage.id).length;
}

interface RowProps {
  readonly gate: Gate;
  /** Milestones that have begun before it was passed. */
  readonly early: number;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row({ gate, early, isOpen, onOpen }: RowProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const id = useId();
  const name = nameOrUntitled(gate.stage.name, "stage");
  return (
    <li className={styles.gate}>
      <div className={styles.gateLine}>
        <button
          type="button"
          className={styles.gateName}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onOpen}
        >
          <ChevronRight size={14} className={styles.twist} aria-hidden />
          <GateMark state={gate.state} />
          <span className={styles.stage}>{name}</span>
          {gate.isUsed && <span className={styles.quiet}>{gateStateWord(gate)}</span>}
        </button>
        <span className={isDue(gate, today) ? styles.due : styles.quiet}>{gateDayWords(gate, today)}</span>
        {!readOnly && gate.isUsed && isUndecided(gate) && (
          <Button
            size="sm"
            aria-label={`Decide at the gate of ${name}`}
            onPress={() => openDecideGate(app, gate.stage.id)}
          >
            Decide…
          </Button>
        )}
      </div>
      <p className={styles.gateReady}>
        {readinessLine(gate)}
        {early > 0 && (
          <span className={styles.early}>{count(early, "milestone")} of later stages begun too early</span>
        )}
      </p>
      <div id={id} className={styles.gateBody} hidden={!isOpen}>
        {isOpen && <GateBody gate={gate} isBrief />}
      </div>
    </li>
  );
}
