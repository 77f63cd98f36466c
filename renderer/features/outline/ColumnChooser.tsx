import { Columns3 } from "lucide-react";
import { useEffect } from "react";
import { useApp, useIsComparing, useUi } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { CheckMenu } from "#renderer/ui/CheckMenu.tsx";
import styles from "./ColumnChooser.module.css";
import { choiceWhile, columnTitle, isWanted, OPTIONAL_COLUMNS } from "./columns.ts";
import { focusGrid, type Grid } from "./grid.ts";

/** Which columns are shown: a list at the right end of the header. */
export function ColumnChooser({ grid }: { readonly grid: Grid }) {
  const app = useApp();
  const isComparing = useIsComparing();
  const choice = choiceWhile(
    useUi((state) => state.columnChoice),
    isComparing,
  );
  const isOpen = useUi((state) => state.choosingColumns);
  // Whoever goes elsewhere while it is open comes back to the outline, not to the list.
  useEffect(() => () => app.ui.setState({ choosingColumns: false }), [app]);
  const onScreen = grid.view.layout.columns;
  return (
    <div className={styles.end}>
      <CheckMenu
        label="Columns"
        isOpen={isOpen}
        onOpenChange={(choosingColumns) => {
          app.ui.setState({ choosingColumns });
          if (!choosingColumns) window.setTimeout(() => focusGrid(grid), 0);
        }}
        entries={OPTIONAL_COLUMNS.filter((column) => column !== "moved" || isComparing).map((column) => {
          const isOn = isWanted(column, choice);
          const hasRoom = onScreen.length === 0 || onScreen.includes(column);
          return {
            id: column,
            label: columnTitle(column),
            isOn,
            ...(isOn && !hasRoom ? { note: "no room now" } : {}),
          };
        })}
        onToggle={(column, isOn) =>
          app.ui.setState(({ columnChoice }) => ({ columnChoice: { ...columnChoice, [column]: isOn } }))
        }
        trigger={
          <IconButton label="Choose columns" size="sm">
            <Columns3 size={14} />
          </IconButton>
        }
      />
    </div>
  );
}
