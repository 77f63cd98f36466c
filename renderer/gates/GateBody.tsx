import { useId } from "react";
import { openDecideGate, takeUsualCriteria } from "#renderer/commands/gates.ts";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { type Gate, isDue, isUndecided } from "#shared/domain/gates.ts";
import { gateDayWords, gateStanding, readinessLine } from "#shared/domain/gateWords.ts";
import { usualCriteria } from "#shared/domain/operations/usualCriteria.ts";
import { Criteria } from "./Criteria.tsx";
import { GateHistory } from "./GateHistory.tsx";
import { GateMark } from "./GateMark.tsx";
import styles from "./Gates.module.css";

interface GateBodyProps {
  readonly gate: Gate;
  /** Where it stands and how ready it is were said already, with the button to decide while that is to be done. */
  readonly isBrief?: boolean;
}

/** All about the gate at the end of a stage: where it stands, what it asks for, what shows it, what was decided. */
export function GateBody({ gate, isBrief = false }: GateBodyProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const { stage } = gate;
  return (
    <div className={styles.body}>
      {!isBrief && <Standing gate={gate} />}
      {stage.gateCriteria.length === 0 && <Empty gate={gate} />}
      <Criteria stage={stage} />
      {!readOnly && gate.isUsed && !(isBrief && isUndecided(gate)) && (
        <div className={styles.actions}>
          <Button size="sm" onPress={() => openDecideGate(app, stage.id)}>
            Decide…
          </Button>
        </div>
      )}
      <GateHistory decisions={gate.decisions} />
    </div>
  );
}

function Standing({ gate }: { readonly gate: Gate }) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  return (
    <div className={styles.standing}>
      <GateMark state={gate.state} />
      <div>
        <p>{gateStanding(plan, gate)}</p>
        <p className={styles.readiness}>{readinessLine(gate)}</p>
        <p className={isDue(gate, today) ? styles.due : styles.quiet}>
          At the end of the stage: {gateDayWords(gate, today)}
        </p>
      </div>
    </div>
  );
}

/** What a gate is for, with one example and one way to begin. */
function Empty({ gate }: { readonly gate: Gate }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const id = useId();
  const usual = usualCriteria(gate.stage.name);
  const [example = { text: "Three customers have paid the full price" }] = usual;
  return (
    <div className={styles.empty}>
      <p id={id}>What has to be true before the next stage begins? For instance: “{example.text}”.</p>
      {!readOnly && usual.length > 0 && (
        <Button size="sm" aria-describedby={id} onPress={() => takeUsualCriteria(app, gate.stage.id)}>
          Start with {usual.length} usual criteria
        </Button>
      )}
    </div>
  );
}
