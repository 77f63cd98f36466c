import { Plus } from "lucide-react";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { MAX_NAME } from "#shared/domain/fields.ts";
import styles from "./FreshEyes.module.css";

interface AddLineProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onAdd: (text: string) => void;
}

/** A line and Enter, and the next one. */
export function AddLine({ label, placeholder, onAdd }: AddLineProps) {
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd(text);
  });
  return (
    <div className={styles.add}>
      <Plus size={14} className={styles.faint} aria-hidden />
      <input
        type="text"
        aria-label={label}
        placeholder={placeholder}
        className={styles.addText}
        value={held.text ?? ""}
        maxLength={MAX_NAME}
        onChange={(event) => held.setText(event.target.value)}
        onBlur={held.commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === "Enter") held.commit();
          else held.cancel();
        }}
      />
    </div>
  );
}
