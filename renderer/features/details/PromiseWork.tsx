/** Backward from a promise: when everything that leads to it has to begin, and what is too late already. */
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { goTo } from "#renderer/commands/selection.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { type Day, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { itemById } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { Section } from "./Panel.tsx";
import styles from "./PromiseWork.module.css";
import { type PromiseLine, promiseWork } from "./promiseLines.ts";

interface PromiseWorkProps {
  readonly item: Task | Milestone;
  readonly node: OutlineNode;
}

/** Nothing for what promises nothing, or is done. */
export function PromiseWork({ item, node }: PromiseWorkProps) {
  const { deadline } = item;
  if (deadline === null || isFinished(node) || (item.kind === "task" && node.isGroup)) return null;
  return <ForPromise id={item.id} deadline={deadline} />;
}

function ForPromise({ id, deadline }: { readonly id: Id; readonly deadline: Day }) {
  const today = useUi((state) => state.today);
  const [tried, setTried] = useState<Day | null>(null);
  const day = tried ?? deadline;
  return (
    <Section title="To keep the promise" tally={tried === null ? formatDayNear(day, today) : "tried out"}>
      <Lines key={day} id={id} day={day} />
      <div className={styles.trial}>
        <span className={styles.question} aria-hidden>
          What if it were promised for
        </span>
        <DayField
          label="What if it were promised for"
          value={tried}
          today={deadline}
          placeholder="another date"
          framed
          onChange={setTried}
          onClear={() => setTried(null)}
        />
      </div>
      {tried !== null && (
        <button type="button" className={styles.more} onClick={() => setTried(null)}>
          Back to what is promised, {formatDayNear(deadline, today)}
        </button>
      )}
    </Section>
  );
}

/** Lines that are shown before the rest is asked for. */
const SHOWN = 10;

function Lines({ id, day }: { readonly id: Id; readonly day: Day }) {
  // A pass back from the promise over the whole plan: what was edited is drawn first.
  const plan = useDeferredValue(usePlan());
  const today = useUi((state) => state.today);
  const [all, setAll] = useState(false);
  const work = promiseWork(plan, id, day, plan.roadmap.statusDate ?? today);
  if (!work) return null;
  const shown = all ? work.lines : work.lines.slice(0, SHOWN);
  const Mark = work.isKept ? CircleCheck : TriangleAlert;
  return (
    <>
      <p className={styles.head}>
        <Mark size={14} className={work.isKept ? styles.good : styles.bad} aria-hidden />
        {work.words}
      </p>
      <ul aria-label="Latest starts">
        {shown.map((line) => (
          <Line key={line.id} line={line} name={nameFor(itemById(plan, line.id))} />
        ))}
      </ul>
      {shown.length < work.lines.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {work.lines.length.toLocaleString("en")}
        </button>
      )}
    </>
  );
}

function nameFor(item: ReturnType<typeof itemById>): string {
  return item ? nameOrUntitled(item.name, item.kind) : "";
}

function Line({ line, name }: { readonly line: PromiseLine; readonly name: string }) {
  const app = useApp();
  const today = useUi((state) => state.today);
  return (
    <li>
      <button type="button" className={styles.line} onClick={() => goTo(app, line.id)}>
        <span className={styles.name}>{name}</span>
        <span className={styles.day}>
          {line.verb} {formatDayNear(line.latest, today)}
        </span>
        {line.late !== "" && (
          <span className={styles.late}>
            <TriangleAlert size={12} aria-hidden />
            {line.late}
          </span>
        )}
      </button>
    </li>
  );
}
