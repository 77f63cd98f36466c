import { X } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { IconButton } from "#renderer/ui/Button.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import { halfHours, hasNobody, weekLoadOf } from "#shared/load/load.ts";
import { type Part, partsOf } from "#shared/load/parts.ts";
import { hoursNumber, weekLoadWords } from "#shared/load/words.ts";
import styles from "./LoadPanel.module.css";
import { PartLine } from "./PartLine.tsx";
import type { LoadRow } from "./rows.ts";

interface LoadPanelProps {
  readonly row: LoadRow;
  readonly week: Day;
  readonly onClose: () => void;
}

/** What one week of one person is made of, and what can be done about it. */
export function LoadPanel({ row, week, onClose }: LoadPanelProps) {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [chosen, setChosen] = useState<string | null>(null);
  const load = weekLoadOf(plan, today, row.id, week);
  const parts = partsOf(plan, today, row.id, week);
  const self = useRef<HTMLElement>(null);
  // What was given away leaves the list with the button that had the focus: keys go on working here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list is another.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) self.current?.focus();
  }, [parts]);
  return (
    <aside
      ref={self}
      tabIndex={-1}
      className={styles.panel}
      aria-label="Week"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
    >
      <header className={styles.head}>
        <span className={styles.kind}>Week of {formatDayNear(week, today)}</span>
        <IconButton label="Close" size="sm" onPress={onClose}>
          <X size={16} />
        </IconButton>
      </header>
      <h3 className={styles.name}>{row.name}</h3>
      <p className={load.over > 0 ? styles.over : styles.about}>
        {load.over > 0 && <span className={styles.cap} aria-hidden />}
        {weekLoadWords(load, hasNobody(row.load))}
      </p>
      {(load.routines > 0 || load.tasks > 0) && (
        <p className={styles.about}>
          Routines {hoursNumber(load.routines)} h, tasks {hoursNumber(load.tasks)} h
        </p>
      )}
      {parts.length === 0 ? (
        <p className={styles.empty}>
          {halfHours(load.capacity) > 0 ? "Nothing planned: these hours are free." : "Nothing planned."}
        </p>
      ) : (
        <ul className={styles.parts} aria-label="What it is made of">
          {parts.map((part) => {
            const id = idOf(part);
            return (
              <PartLine
                key={id}
                part={part}
                personId={row.id}
                week={week}
                isChosen={chosen === id}
                onChoose={() => setChosen(chosen === id ? null : id)}
              />
            );
          })}
        </ul>
      )}
    </aside>
  );
}

function idOf(part: Part): string {
  return part.kind === "task" ? part.task.id : part.routine.id;
}
