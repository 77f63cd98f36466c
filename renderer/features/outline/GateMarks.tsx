import { FastForward } from "lucide-react";
import { useDocument } from "#renderer/commands/hooks.ts";
import { GateMark } from "#renderer/gates/GateMark.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { gateOf, tooEarlyIn } from "#shared/domain/gates.ts";
import { gateStateWord, readinessLine, tooEarlyWords } from "#shared/domain/gateWords.ts";
import styles from "./DateMarks.module.css";

/** Behind a stage's name: where its gate stands, once somebody has set it up. A row does not know of that by itself. */
export function StageGateMark({ stageId }: { readonly stageId: Id }) {
  const gate = useDocument(({ plan }) => (plan ? gateOf(plan, stageId) : null));
  if (!gate?.isUsed) return null;
  const words = `Gate: ${gateStateWord(gate)}. ${readinessLine(gate)}`;
  return (
    <span className={styles.mark} title={words}>
      <GateMark state={gate.state} size={13} />
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}

/** Behind the name of a milestone that has begun before an earlier gate was passed. */
export function EarlyMark({ milestoneId }: { readonly milestoneId: Id }) {
  const words = useDocument(({ plan }) => {
    const shut = plan && tooEarlyIn(plan).get(milestoneId);
    return shut ? tooEarlyWords(shut) : "";
  });
  if (words === "") return null;
  return (
    <span className={`${styles.mark} ${styles.early}`} title={words}>
      <FastForward size={12} aria-hidden />
      <span aria-hidden>Too early</span>
      <span className="visually-hidden">, {words}</span>
    </span>
  );
}
