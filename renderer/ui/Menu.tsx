import type { ReactElement, ReactNode } from "react";
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import styles from "./Menu.module.css";
import { shortcutWords } from "./shortcut.ts";
import { type OpensByItself, useOpening } from "./useOpening.ts";

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | undefined;
  /** A quiet line under the label. */
  readonly note?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly separatorBefore?: boolean;
  readonly onAction: () => void;
}

interface MenuProps extends OpensByItself {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  /** A function is asked each time the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}

export function Menu({ trigger, label, entries, startsOpen, onClosed }: MenuProps) {
  return (
    <MenuTrigger {...useOpening({ startsOpen, onClosed })}>
      {trigger}
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

function MenuList({ label, entries }: Pick<MenuProps, "label" | "entries">) {
  const shown = typeof entries === "function" ? entries() : entries;
  return (
    <AriaMenu aria-label={label} className={styles.menu ?? ""}>
      {shown.flatMap((entry) => [
        ...(entry.separatorBefore
          ? [<Separator key={`${entry.id}-line`} className={styles.separator ?? ""} />]
          : []),
        <AriaMenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.disabled ?? false}
          onAction={entry.onAction}
          className={`${styles.item} ${entry.danger ? styles.danger : ""}`}
        >
          <span className={styles.icon}>{entry.icon}</span>
          <span className={styles.label}>
            {entry.label}
            {entry.note && <span className={styles.note}>{entry.note}</span>}
          </span>
          {entry.shortcut && <kbd className={styles.keys}>{shortcutWords(entry.shortcut)}</kbd>}
        </AriaMenuItem>,
      ])}
    </AriaMenu>
  );
}
