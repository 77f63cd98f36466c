import type { ReactNode } from "react";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import styles from "./Record.module.css";

interface AddLineProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onAdd: (text: string) => void;
  readonly framed?: boolean;
}

/** A line of text and Enter, and the next line. */
export function AddLine({ label, icon, onAdd, framed = false }: AddLineProps) {
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd(text.trim());
  });
  return (
    <div className={`${styles.add} ${framed ? styles.framed : ""}`}>
      {icon}
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        className={styles.addText}
        value={held.text ?? ""}
        maxLength={500}
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
