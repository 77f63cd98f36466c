/** Asks once why a milestone slipped. Enter keeps the reason; “No reason” is kept too, and nobody is asked again. */
import { useState } from "react";
import { tellSlip } from "#renderer/commands/changes.ts";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { UntoldSlip } from "#shared/changes/types.ts";
import { farWords } from "#shared/changes/words.ts";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { MAX_NAME } from "#shared/domain/fields.ts";
import styles from "./SlipAsk.module.css";

interface SlipAskProps {
  readonly slip: UntoldSlip;
  /** Below its line, which tells how far it slipped; or by itself beside the milestone. */
  readonly look: "line" | "panel";
  readonly onTold?: () => void;
}

export function SlipAsk({ slip, look, onTold }: SlipAskProps) {
  const app = useApp();
  const today = useUi((ui) => ui.today);
  const [reason, setReason] = useState("");
  function tell(words: string): void {
    tellSlip(app, slip, words);
    onTold?.();
  }
  return (
    <form
      className={`${styles.ask} ${styles[look]}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") tell(reason);
      }}
    >
      {look === "panel" && <p className={styles.words}>{slipWords(slip, today)}</p>}
      <span className={styles.answer}>
        <input
          type="text"
          data-slip
          className={styles.field}
          aria-label={`Why ${slip.name} slipped`}
          placeholder="Why did it slip? Enter keeps it"
          maxLength={MAX_NAME}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || reason === "") return;
            event.stopPropagation();
            setReason("");
          }}
        />
        <Button size="sm" variant="quiet" onPress={() => tell("")} aria-label={`No reason for ${slip.name}`}>
          No reason
        </Button>
      </span>
    </form>
  );
}

function slipWords({ from, to, days }: UntoldSlip, today: Day): string {
  const far = days === 0 ? "" : `, ${farWords(days)}`;
  return `Slipped from ${formatDayNear(from, today)} to ${formatDayNear(to, today)}${far}.`;
}
