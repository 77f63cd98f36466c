import type { ReactNode } from "react";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import { MAX_NAME } from "#shared/domain/fields.ts";
import styles from "./AddLine.module.css";

interface AddLineProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly icon: ReactNode;
  /** Gets the text without the blanks around it, and never an empty one. */
  readonly onAdd: (text: string) => void;
  /** The last row of a list, the foot of a column, a field by itself, or a line on a sheet of paper. */
  readonly look?: "row" | "foot" | "framed" | "ruled";
  readonly size?: "sm" | "md";
  /** Of a framed line, in pixels. */
  readonly width?: number;
}

/** A name and Enter, and the next name. */
export function AddLine(props: AddLineProps) {
  const { label, placeholder = label, icon, onAdd, look = "row", size = "md", width = 320 } = props;
  const held = useHeldText((text) => {
    if (text.trim() !== "") onAdd(text.trim());
  });
  return (
    <div
      className={`${styles.line} ${styles[look]} ${styles[size]}`}
      {...(look === "framed" ? { style: { width } } : {})}
    >
      {icon}
      <input
        type="text"
        aria-label={label}
        placeholder={placeholder}
        className={styles.text}
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
