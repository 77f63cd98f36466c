import { CircleCheck, TriangleAlert } from "lucide-react";
import { useClashes } from "#renderer/commands/findClashes.ts";
import { useApp, useUi } from "#renderer/commands/hooks.ts";
import { commandInfo, run } from "#renderer/commands/registry.ts";
import { sidePanel } from "#renderer/store/uiStore.ts";
import { Button, IconButton } from "#renderer/ui/Button.tsx";
import { Tooltip } from "#renderer/ui/Tooltip.tsx";
import { clashCount } from "#shared/schedule/clashes.ts";
import styles from "./ClashButton.module.css";

/** How much of the plan does not fit together, and the way to the list. */
export function ClashButton() {
  const app = useApp();
  const found = useClashes();
  const isOpen = useUi(sidePanel) === "clashes";
  if (!found) return null;
  const { shortcut } = commandInfo("view.clashes");
  const shared = {
    "aria-controls": "clashes-panel",
    "aria-expanded": isOpen,
    onPress: () => void run(app, "view.clashes"),
  };
  if (found.clashes.length === 0)
    return (
      <IconButton {...shared} label="No clashes" shortcut={shortcut}>
        <CircleCheck size={16} className={styles.good} />
      </IconButton>
    );
  return (
    <Tooltip text={isOpen ? "Hide clashes" : "Show clashes"} shortcut={shortcut}>
      <Button
        {...shared}
        variant="quiet"
        icon={<TriangleAlert size={14} className={styles.warn} aria-hidden />}
      >
        {clashCount(found.clashes)}
      </Button>
    </Tooltip>
  );
}
