import { type KeyboardEvent, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";
import { rewordLine } from "#renderer/commands/present.ts";
import { formatDay } from "#shared/domain/day.ts";
import type { LiveLine } from "#shared/present/lines.ts";
import styles from "./Present.module.css";

interface LineEditorProps {
  readonly line: LiveLine;
  readonly onDone: () => void;
}

const NAMES = { milestone: "Name", task: "Name", criterion: "Criterion" } as const;

/** The name, and a milestone's day. Enter saves both, Escape leaves them as they were. */
export function LineEditor({ line, onDone }: LineEditorProps) {
  const app = useApp();
  const [name, setName] = useState(line.name);
  const [day, setDay] = useState(line.kind === "milestone" && line.day !== null ? formatDay(line.day) : "");
  const [problem, setProblem] = useState("");
  function onKeyDown(event: KeyboardEvent): void {
    // Whatever is typed here belongs to the text, not to the pages.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter") return;
    event.preventDefault();
    const result = rewordLine(app, line, name.trim(), day);
    if (result.ok) onDone();
    else setProblem(result.problem.message);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the keys of the fields inside.
    <div className={styles.editor} onKeyDown={onKeyDown}>
      <input
        type="text"
        aria-label={NAMES[line.kind]}
        className={styles.input}
        maxLength={500}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: somebody asked to edit it.
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      {line.kind === "milestone" && (
        <input
          type="text"
          aria-label="Date"
          aria-invalid={problem !== "" || undefined}
          className={`${styles.input} ${styles.dayInput}`}
          value={day}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setProblem("");
            setDay(event.target.value);
          }}
        />
      )}
      {problem !== "" && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
