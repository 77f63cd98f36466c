import { X } from "lucide-react";
import { useApp, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { changeRhythm } from "#renderer/commands/sessions.ts";
import { RuleField } from "#renderer/fields/RuleField.tsx";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { liveSessions } from "#shared/domain/sessions.ts";
import styles from "./Sessions.module.css";

/** How often the pair meets: days of the rhythm stand among the planned sessions without being made ahead. */
export function RhythmField() {
  const app = useApp();
  const plan = usePlan();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const rhythm = plan.roadmap.sessionRhythm;
  const first = liveSessions(plan).at(-1)?.plannedFor ?? today;
  const from = first < today ? today : first;
  if (rhythm === null)
    return readOnly ? null : (
      <Button
        size="sm"
        variant="quiet"
        onPress={() => changeRhythm(app, { rule: "FREQ=WEEKLY;INTERVAL=2", firstDay: from })}
      >
        Repeat every two weeks
      </Button>
    );
  return (
    <span className={styles.rhythm}>
      <RuleField
        rule={rhythm.rule}
        firstRun={rhythm.firstDay}
        day={rhythm.firstDay}
        onChange={(rule) =>
          changeRhythm(app, { rule, firstDay: rhythm.firstDay < today ? today : rhythm.firstDay })
        }
      />
      {!readOnly && (
        <IconButton size="sm" label="No longer repeat" onPress={() => changeRhythm(app, null)}>
          <X size={13} />
        </IconButton>
      )}
    </span>
  );
}
