import { CircleCheck, CircleHelp, Handshake, OctagonAlert } from "lucide-react";
import { useApp, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import { agree, disagree } from "#renderer/commands/records.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { Decision } from "#shared/domain/decision.ts";
import { type RightStanding, rightStanding } from "#shared/domain/decisionRecords.ts";
import { isHere } from "#shared/domain/decisions.ts";
import { ceoName } from "#shared/domain/decisionWords.ts";
import styles from "./Record.module.css";

const SIGNS = {
  unchecked: [CircleHelp, styles.faint],
  inside: [CircleCheck, styles.good],
  outside: [OctagonAlert, styles.danger],
  agreed: [Handshake, styles.good],
} as const satisfies Record<RightStanding["kind"], unknown>;

/** Whether whoever decides may decide that, by sign and in a sentence. */
export function RightLine({ standing }: { readonly standing: RightStanding }) {
  const [Icon, tone] = SIGNS[standing.kind];
  return (
    <p className={styles.right} data-kind={standing.kind}>
      <Icon size={14} className={tone} aria-hidden />
      <span>{standing.sentence}</span>
    </p>
  );
}

/** The same for a record, and the CEO's word where it takes it. */
export function RightOf({ decision }: { readonly decision: Decision }) {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const standing = rightStanding(plan, decision);
  const { ceoId } = plan.roadmap;
  return (
    <div className={styles.rightOf}>
      <RightLine standing={standing} />
      {!readOnly && standing.kind === "outside" && decision.state === "accepted" && isHere(plan, ceoId) && (
        <Button
          size="sm"
          icon={<Handshake size={14} />}
          onPress={() => ceoId !== null && agree(app, decision.id, ceoId)}
        >
          {ceoName(plan)} (CEO) agrees
        </Button>
      )}
      {!readOnly && standing.kind === "agreed" && (
        <Button size="sm" variant="quiet" onPress={() => disagree(app, decision.id)}>
          Take back
        </Button>
      )}
    </div>
  );
}
