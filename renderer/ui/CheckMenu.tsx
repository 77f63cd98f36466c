import { Check } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import styles from "./CheckMenu.module.css";
import menuStyles from "./Menu.module.css";

export interface CheckEntry {
  readonly id: string;
  readonly label: string;
  /** A quiet word behind the label. */
  readonly note?: string;
  readonly isOn: boolean;
}

interface CheckMenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly entries: readonly CheckEntry[];
  readonly onToggle: (id: string, isOn: boolean) => void;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Things to switch on and off; it stays open meanwhile (Space), and closes on Enter or Escape. */
export function CheckMenu({ trigger, label, entries, onToggle, isOpen, onOpenChange }: CheckMenuProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className={menuStyles.popover ?? ""} placement="bottom end">
        <AriaMenu
          aria-label={label}
          className={menuStyles.menu ?? ""}
          selectionMode="multiple"
          selectedKeys={entries.filter((entry) => entry.isOn).map((entry) => entry.id)}
          onSelectionChange={(keys) => {
            for (const { id, isOn } of entries) {
              const isWanted = keys === "all" || keys.has(id);
              if (isWanted !== isOn) onToggle(id, isWanted);
            }
          }}
        >
          {entries.map(({ id, label: text, note, isOn }) => (
            <MenuItem key={id} id={id} textValue={text} className={menuStyles.item ?? ""}>
              <span className={styles.tick}>{isOn && <Check size={14} aria-hidden />}</span>
              <span className={menuStyles.label}>{text}</span>
              {note && <span className={styles.note}>{note}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
