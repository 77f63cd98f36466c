import { useId, useRef, useState } from "react";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components";
import { useApp, useReadOnly } from "#renderer/commands/hooks.ts";
import { editTask } from "#renderer/commands/items.ts";
import { NumberField } from "#renderer/fields/NumberField.tsx";
import type { Task } from "#shared/domain/task.ts";
import styles from "./ProgressField.module.css";

/** Steps further apart than this are undone one by one. */
const RUN_PAUSE_MS = 1_500;

/** How far a task is: a slider to drag or step, and the number to type. A drag or a run of key presses is one undo. */
export function ProgressField({ task }: { readonly task: Task }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const field = useId();
  const run = useRef({ since: 0, last: 0 });
  const [dragged, setDragged] = useState<number | null>(null);
  function save(progressPct: number): void {
    setDragged(null);
    const now = Date.now();
    if (now - run.current.last > RUN_PAUSE_MS) run.current.since = now;
    run.current.last = now;
    const group = `${field}:${run.current.since}`;
    editTask(app, task.id, { progressPct }, { label: "Change progress", group });
  }
  const shown = dragged ?? task.progressPct;
  return (
    <div className={styles.progress}>
      <Slider
        aria-label="Progress"
        className={styles.slider ?? ""}
        value={shown}
        minValue={0}
        maxValue={100}
        step={5}
        isDisabled={readOnly}
        onChange={(value) => setDragged(value)}
        onChangeEnd={(value) => save(value)}
      >
        <SliderTrack className={styles.track ?? ""}>
          <span className={styles.fill} style={{ width: `${shown}%` }} />
          <SliderThumb className={styles.thumb ?? ""} />
        </SliderTrack>
      </Slider>
      <NumberField
        label="Progress in percent"
        value={dragged ?? round(task.progressPct)}
        unit="%"
        max={100}
        step={5}
        onChange={(value) => value !== null && save(value)}
      />
    </div>
  );
}

/** The rolled-up progress of a group, milestone or stage, to look at. */
export function ProgressBar({ value }: { readonly value: number }) {
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.fill} style={{ width: `${value}%` }} />
    </span>
  );
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
