import { UserPlus } from "lucide-react";
import { useHeldText } from "#renderer/commands/useHeldText.ts";
import styles from "./People.module.css";

interface AddPersonProps {
  readonly onAdd: (name: string) => void;
  readonly framed?: boolean;
}

/** A name and Enter, and the next name. */
export function AddPerson({ onAdd, framed = false }: AddPersonProps) {
  const held = useHeldText((name) => {
    if (name.trim() !== "") onAdd(name.trim());
  });
  return (
    <div className={`${styles.add} ${framed ? styles.framed : ""}`}>
      <UserPlus size={16} className={styles.faint} aria-hidden />
      <input
        type="text"
        aria-label="Add a person"
        placeholder="Add a person by name"
        className={styles.addName}
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
