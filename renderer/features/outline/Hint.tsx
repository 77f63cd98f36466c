import { X } from "lucide-react";
import { useState } from "react";
import { isHintDismissed, rememberHintDismissed } from "#renderer/commands/hints.ts";
import { useUi } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { isMac } from "#renderer/ui/shortcut.ts";
import styles from "./Hint.module.css";

type Key = readonly [key: string, what: string];

const alt = (): string => (isMac() ? "⌥" : "Alt ");

function rowKeys(): readonly Key[] {
  return [
    ["Enter", "rename"],
    ["→", "next cell"],
    ["Space", "done"],
    [`${alt()}↑↓`, "move"],
    [`${alt()}⇧←→`, "level"],
    ["?", "all keys"],
  ];
}

function typingKeys(): readonly Key[] {
  return [
    ["Enter", "next row"],
    ["Tab", "indent"],
    ["⇧ Tab", "outdent"],
    [`${alt()}↑↓`, "move"],
    ["Esc", "leave"],
  ];
}

/** The keys that matter now, in one quiet line that can be sent away for good. */
export function Hint() {
  const isTyping = useUi((state) => state.editingId !== null);
  const [isShown, setShown] = useState(() => !isHintDismissed("outline"));
  if (!isShown) return null;
  return (
    <div className={styles.hint}>
      <ul className={styles.keys} aria-label="Keys">
        {(isTyping ? typingKeys() : rowKeys()).map(([key, what]) => (
          <li key={key} className={styles.entry}>
            <kbd className={styles.key}>{key}</kbd>
            {what}
          </li>
        ))}
      </ul>
      <IconButton
        size="sm"
        label="Hide this line"
        onPress={() => {
          rememberHintDismissed("outline");
          setShown(false);
        }}
      >
        <X size={14} />
      </IconButton>
    </div>
  );
}
