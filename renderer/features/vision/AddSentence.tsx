import { Plus } from "lucide-react";
import { useApp } from "#renderer/commands/hooks.ts";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { addSentence } from "#renderer/commands/vision.ts";
import styles from "./Vision.module.css";

/** A sentence and Enter, and the next one. */
export function AddSentence() {
  const app = useApp();
  const held = useHeldText((text) => {
    if (text.trim() !== "") addSentence(app, text);
  });
  return (
    <div className={styles.add}>
      <Plus size={16} className={styles.faint} aria-hidden />
      <input
        type="text"
        aria-label="Add a sentence"
        placeholder="Add a sentence that can come true"
        className={styles.addText}
        value={held.text ?? ""}
        maxLength={500}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={held.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) held.commit();
          else held.cancel();
        }}
      />
    </div>
  );
}
