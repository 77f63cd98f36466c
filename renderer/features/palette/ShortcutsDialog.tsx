import { Dialog } from "#renderer/ui/Dialog.tsx";
import { shortcutWords } from "#renderer/ui/shortcut.ts";
import { COMMANDS, type CommandInfo, type MenuName } from "#shared/commands/catalogue.ts";
import styles from "./ShortcutsDialog.module.css";

const GROUPS: readonly { readonly menu: MenuName; readonly title: string }[] = [
  { menu: "item", title: "Items" },
  { menu: "edit", title: "Editing" },
  { menu: "view", title: "Views" },
  { menu: "file", title: "Roadmaps and files" },
  { menu: "help", title: "Help" },
];

/** Keys of the rows themselves, which have no place in a menu. */
const ROW_KEYS: readonly (readonly [keys: string, what: string])[] = [
  ["Enter", "Outline: type the name; again for a new row below"],
  ["Tab", "While typing a name: indent (with Shift: outdent)"],
  ["ArrowUp", "Previous row (ArrowDown: next; with Shift: select more)"],
  ["ArrowLeft", "Close a row or go to what holds it (ArrowRight: open)"],
  ["Space", "Mark done or reached"],
  ["Delete", "Delete to the bin"],
];

/** Keys of the timeline, where rows are gone through as in the outline. */
const TIMELINE_KEYS: readonly (readonly [keys: string, what: string])[] = [
  ["Enter", "Open the details; while linking: link to this row"],
  ["F2", "Rename"],
  ["N", "Add a task here"],
  ["Delete", "Delete to the bin"],
  ["Space", "Select or deselect (Shift and arrows: select more)"],
  ["[", "A working day earlier (]: later)"],
  ["Shift+[", "End a working day earlier (Shift+]: later)"],
  ["<", "Start a working day earlier (>: later)"],
  ["L", "Link from this row; go to another and press Enter"],
  ["/", "Filter by person, stage or status"],
  ["C", "Show or hide the critical path"],
  ["T", "Go to today"],
  ["F", "Fit the plan into the window"],
  ["-", "Zoom out (+: in)"],
  ["Shift+ArrowLeft", "Look at earlier weeks (→: later)"],
  ["Tab", "To the strip of the whole plan; arrows and Page keys scroll, + and - zoom"],
];

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const commands: readonly CommandInfo[] = COMMANDS;
  return (
    <Dialog title="Keyboard shortcuts" width="lg" onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and arrow keys scroll only what has the focus */}
      <section className={styles.columns} aria-label="All keys" tabIndex={0}>
        <Group title="Rows" lines={ROW_KEYS.map(([keys, what]) => ({ keys, what: wordsOf(what) }))} />
        <Group
          title="Timeline"
          lines={TIMELINE_KEYS.map(([keys, what]) => ({ keys, what: wordsOf(what) }))}
        />
        {GROUPS.map(({ menu, title }) => {
          const lines = commands
            .filter((command) => command.menu === menu && command.shortcut)
            .map(({ shortcut, label }) => ({ keys: shortcut ?? "", what: label.replace("…", "") }));
          return <Group key={menu} title={title} lines={lines} />;
        })}
      </section>
    </Dialog>
  );
}

interface GroupProps {
  readonly title: string;
  readonly lines: readonly { readonly keys: string; readonly what: string }[];
}

function Group({ title, lines }: GroupProps) {
  return (
    <section className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <dl>
        {lines.map(({ keys, what }) => (
          <div key={keys + what} className={styles.line}>
            <dt className={styles.what}>{what}</dt>
            <dd>
              <kbd className={styles.keys}>{shortcutWords(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function wordsOf(text: string): string {
  return text.replace("ArrowDown", "↓").replace("ArrowRight", "→");
}
