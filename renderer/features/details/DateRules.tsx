/** What was said about dates beyond the dates themselves: what is set always shows, the rest waits behind a button. */
import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { pin, promiseFor } from "#renderer/commands/dates.ts";
import { useApp, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import { editMilestone, editTask } from "#renderer/commands/items.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { OptionalDayField } from "#renderer/fields/OptionalDayField.tsx";
import { Select } from "#renderer/ui/Select.tsx";
import { Switch } from "#renderer/ui/Switch.tsx";
import { CONSTRAINT_KINDS, type Constraint, isDated } from "#shared/domain/constraint.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import type { Task } from "#shared/domain/task.ts";
import { capital, type RuleKind, ruleHint, ruleWords } from "#shared/domain/words.ts";
import styles from "./DateRules.module.css";
import panel from "./Panel.module.css";
import { Note, Row } from "./Panel.tsx";

/** A row, and whether there is something in it. */
export interface DateRow {
  readonly key: string;
  readonly isSet: boolean;
  readonly row: ReactNode;
}

/** Rows keep their places, so that setting one takes nothing away from under the hand. */
export function FoldedRows({ rows }: { readonly rows: readonly DateRow[] }) {
  const app = useApp();
  const readOnly = useReadOnly();
  const isOpen = useUi((state) => state.datesUnfolded);
  const hasMore = !readOnly && rows.some(({ isSet }) => !isSet);
  return (
    <>
      {rows.map(
        ({ key, isSet, row }) => (isSet || (isOpen && hasMore)) && <Fragment key={key}>{row}</Fragment>,
      )}
      {hasMore && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          onClick={() => app.ui.setState({ datesUnfolded: !isOpen })}
        >
          <ChevronRight size={14} className={styles.chevron} aria-hidden />
          More about dates
        </button>
      )}
    </>
  );
}

interface DatedProps {
  readonly item: Task | Milestone;
  readonly node: OutlineNode;
}

/** The rows every dated item has besides its promise, which stands higher up where it is there. */
export function ruleRows({ item, node }: DatedProps): readonly DateRow[] {
  return [
    { key: "rule", isSet: item.constraint !== null, row: <Scheduling item={item} node={node} /> },
    { key: "pinned", isSet: item.isPinned, row: <Pinned item={item} /> },
  ];
}

export function Promised({ item, node }: DatedProps) {
  const app = useApp();
  const today = useUi((state) => state.today);
  const promise = promiseOf(node, today);
  return (
    <Row label="Promised" tall>
      <OptionalDayField
        label="Promised"
        value={item.deadline}
        today={today}
        placeholder="Nothing promised"
        onChange={(day) => promiseFor(app, [item.id], day)}
      />
      {promise && <Note tone={promise.isMissed ? "danger" : "plain"}>{capital(promise.words)}</Note>}
    </Row>
  );
}

/** Kinds that are the same for a milestone, whose first day is its last. */
const TWINS: readonly RuleKind[] = ["FNET", "FNLT", "MFO"];

function optionsFor(kind: "task" | "milestone", current: RuleKind) {
  const all: readonly RuleKind[] = ["none", ...CONSTRAINT_KINDS];
  const words = (rule: RuleKind): string => ruleWords(rule, kind);
  const isOffered = (rule: RuleKind): boolean => {
    if (kind === "task" || rule === current) return true;
    return !TWINS.includes(rule) && words(rule) !== words(current);
  };
  return all.filter(isOffered).map((value) => ({ value, label: words(value) }));
}

function Scheduling({ item, node }: DatedProps) {
  const app = useApp();
  const readOnly = useReadOnly();
  const today = useUi((state) => state.today);
  const { constraint } = item;
  const rule: RuleKind = constraint?.kind ?? "none";
  function set(next: Constraint | null): void {
    const label = "Change scheduling";
    if (item.kind === "task") editTask(app, item.id, { constraint: next }, { label });
    else editMilestone(app, item.id, { constraint: next }, { label });
  }
  return (
    <Row label="Scheduling" tall>
      <Select
        label="Scheduling"
        value={rule}
        options={optionsFor(item.kind, rule)}
        onChange={(next) => set(constraintOf(next, constraint, node))}
        isDisabled={readOnly}
      />
      {constraint?.date != null && (
        <DayField
          label={ruleWords(constraint.kind, item.kind).replace("…", "")}
          value={constraint.date}
          today={today}
          onChange={(date) => set({ kind: constraint.kind, date })}
          isDisabled={readOnly}
        />
      )}
      <Note>{ruleHint(rule)}</Note>
    </Row>
  );
}

/** A rule with the day that was given, else with the day the item has: choosing a rule moves nothing by itself. */
function constraintOf(rule: RuleKind, before: Constraint | null, node: OutlineNode): Constraint | null {
  if (rule === "none") return null;
  if (!isDated(rule)) return { kind: rule, date: null };
  const known =
    before?.date != null && isAboutFinish(before.kind) === isAboutFinish(rule) ? before.date : null;
  const date: Day | null = known ?? (isAboutFinish(rule) ? node.finish : node.start);
  return date === null ? null : { kind: rule, date };
}

function isAboutFinish(rule: RuleKind): boolean {
  return rule === "FNET" || rule === "FNLT" || rule === "MFO";
}

function Pinned({ item }: { readonly item: Task | Milestone }) {
  const app = useApp();
  const readOnly = useReadOnly();
  return (
    <Row label="Pinned" tall>
      <span className={panel.inset}>
        <Switch
          label="Pinned"
          isOn={item.isPinned}
          isDisabled={readOnly}
          onChange={(isPinned) => pin(app, [item.id], isPinned)}
          hint="Links and calendars never move it; you still can."
        />
      </span>
    </Row>
  );
}
