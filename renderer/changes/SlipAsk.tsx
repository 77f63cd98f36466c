/** Asks once why a milestone slipped. Enter keeps the reason; “No reason” is kept too, and nobody is asked again. */
import { useState } from "react";
import { tellSlip } from "#renderer/commands/changes.ts";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { Button } from "#renderer/ui/Button.tsx";
import type { UntoldSlip } from "#shared/changes/types.ts";
import { farWords } from "#shared/changes/words.ts";
import { formatDayNear } from "#shared/domain/day.ts";
import { MAX_NAME } from "#shared/domain/fields.ts";
import styles from "./SlipAsk.module.css";

interface SlipAskProps {
  readonly slip: UntoldSlip;
  /** Beside the milestone itself, which needs no name there. */
  readonly quiet?: boolean;
  readonly onTold?: () => void;
}

export function SlipAsk({ slip, quiet = false, onTold }: SlipAskProps) {
  const app = useApp();
  const today = useUi((ui) => ui.today);
  const [reason, setReason] = useState("");
  function tell(words: string): void {
    tellSlip(app, slip, words);
    onTold?.();
  }
  const far = slip.days === 0 ? "" : `, ${farWords(slip.days)}`;
  return (
    <form
      className={`${styles.ask} ${quiet ? styles.quiet : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") tell(reason);
      }}
    >
      <p className={styles.words}>
        {quiet ? "Slipped" : <Slipped name={slip.name} />} from {formatDayNear(slip.from, today)} to{" "}
        {formatDayNear(slip.to, today)}
        {far}.
      </p>
      <span className={styles.answer}>
        <input
          type="text"
          data-slip
          className={styles.field}
          aria-label={`Why ${slip.name} slipped`}
          placeholder="Why? Enter keeps it"
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

function Slipped({ name }: { readonly name: string }) {
  return (
    <>
      <span className={styles.name}>{name}</span> slipped
    </>
  );
}
