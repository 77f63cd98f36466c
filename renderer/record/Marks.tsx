import { CircleCheck, CircleDashed, CircleSlash, CornerUpRight } from "lucide-react";
import { usePlan } from "#renderer/commands/hooks.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf, type DecisionStanding } from "#shared/domain/decisionChain.ts";
import { STANDING_WORDS } from "#shared/domain/decisionLog.ts";
import styles from "./Record.module.css";

const ICONS = {
  proposed: [CircleDashed, styles.info],
  "in-force": [CircleCheck, styles.good],
  replaced: [CornerUpRight, styles.faint],
  rejected: [CircleSlash, styles.faint],
} as const satisfies Record<DecisionStanding, unknown>;

export function standingOf(plan: Parameters<typeof chainsOf>[0], decision: Decision): DecisionStanding {
  return chainsOf(plan).get(decision.id)?.standing ?? "proposed";
}

/** Where a decision stands, by shape and word. */
export function Standing({ decision }: { readonly decision: Decision }) {
  const standing = standingOf(usePlan(), decision);
  const [Icon, tone] = ICONS[standing];
  return (
    <span className={styles.standing}>
      <Icon size={14} className={tone} aria-hidden />
      {STANDING_WORDS[standing]}
    </span>
  );
}
