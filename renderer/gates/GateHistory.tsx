import { useId } from "react";
import { usePlan } from "#renderer/commands/hooks.ts";
import type { GateDecision } from "#shared/domain/gate.ts";
import { decidedWith, decisionLine } from "#shared/domain/gateWords.ts";
import { GateMark } from "./GateMark.tsx";
import styles from "./Gates.module.css";

/** Every decision at the gate, the last one first. Nothing here can be edited: another decision takes its place. */
export function GateHistory({ decisions }: { readonly decisions: readonly GateDecision[] }) {
  const plan = usePlan();
  const id = useId();
  if (decisions.length === 0) return null;
  return (
    <div className={styles.history}>
      <h4 id={id} className={styles.historyTitle}>
        What was decided
      </h4>
      <ol aria-labelledby={id}>
        {decisions.map((decision) => (
          <li key={decision.id} className={styles.decided}>
            <GateMark state={decision.verdict} />
            <div>
              <p>{decisionLine(plan, decision)}</p>
              <p className={styles.quiet}>{decidedWith(decision)}</p>
              {decision.note !== "" && <p className={styles.note}>{decision.note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
