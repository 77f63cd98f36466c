import { Plus } from "lucide-react";
import { useApp } from "#renderer/commands/hooks.ts";
import { addSentence } from "#renderer/commands/vision.ts";
import { AddLine } from "#renderer/fields/AddLine.tsx";
import styles from "./Vision.module.css";

export function AddSentence() {
  const app = useApp();
  return (
    <div className={styles.add}>
      <AddLine
        look="framed"
        width={480}
        label="Add a sentence"
        placeholder="Add a sentence that can come true"
        icon={<Plus size={16} aria-hidden />}
        onAdd={(text) => addSentence(app, text)}
      />
    </div>
  );
}
