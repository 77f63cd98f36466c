import { GitCompareArrows, X } from "lucide-react";
import { Button as AriaButton } from "react-aria-components";
import { useApp, useComparison, useUi } from "#renderer/commands/hooks.ts";
import { commandInfo, run } from "#renderer/commands/registry.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { Tooltip } from "#renderer/ui/Tooltip.tsx";
import { baselineName, frozenOn } from "#shared/domain/compareWords.ts";
import styles from "./CompareChip.module.css";
import { planMoved } from "./words.ts";

/** Says, while the plan is compared, with what; leads to what moved, and ends it. */
export function CompareChip() {
  const app = useApp();
  const comparison = useComparison();
  const today = useUi((state) => state.today);
  if (!comparison) return null;
  const { baseline } = comparison;
  return (
    <div className={styles.chip}>
      <Tooltip text={`What moved: ${planMoved(comparison)}`}>
        <AriaButton className={styles.open ?? ""} onPress={() => run(app, "view.moved")}>
          <GitCompareArrows size={14} aria-hidden />
          <span className={styles.text}>
            Compared with “{baselineName(baseline)}”, {frozenOn(baseline, today)}
          </span>
        </AriaButton>
      </Tooltip>
      <IconButton
        size="sm"
        label={commandInfo("view.stopComparing").label}
        onPress={() => run(app, "view.stopComparing")}
      >
        <X size={13} />
      </IconButton>
    </div>
  );
}
