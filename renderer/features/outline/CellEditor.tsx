import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useUi } from "#renderer/commands/hooks.ts";
import { DayField } from "#renderer/fields/DayField.tsx";
import { ServesField } from "#renderer/fields/ServesField.tsx";
import { HealthMark, StatusMark } from "#renderer/ui/Marks.tsx";
import { PeoplePicker, PersonPicker } from "#renderer/ui/PersonPicker.tsx";
import { type Option, Select } from "#renderer/ui/Select.tsx";
import { type Day, parseDayInput } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { HEALTHS } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import { TASK_STATUSES } from "#shared/domain/task.ts";
import { HEALTH_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";
import { answeringId } from "./Cell.tsx";
import styles from "./CellEditor.module.css";
import {
  addAnswering,
  addDoer,
  chosenMilestones,
  setAnswering,
  setDays,
  setDoers,
  setFinishOf,
  setProgress,
  setPromised,
  setStart,
  setState,
} from "./cellValues.ts";
import type { ColumnId } from "./columns.ts";
import { stepColumn } from "./cursor.ts";
import { parseDuration, parsePercent } from "./duration.ts";
import { endEdit, focusGrid, type Grid } from "./grid.ts";

interface EditorProps {
  readonly grid: Grid;
  readonly node: OutlineNode;
  readonly people: ReadonlyMap<Id, Person>;
}

/** The control that changes one cell. Enter keeps and Escape drops what was typed; Tab goes on to the next cell. */
export function CellEditor({ column, ...props }: EditorProps & { readonly column: ColumnId }) {
  switch (column) {
    case "start":
    case "finish":
    case "promised":
      return <DayEditor {...props} edge={column} />;
    case "days":
    case "progress":
      return <NumberEditor {...props} column={column} />;
    case "status":
      return <StateEditor {...props} />;
    case "who":
      return props.node.item.kind === "task" ? <DoersEditor {...props} /> : <AnsweringEditor {...props} />;
    case "accountable":
      return <AnsweringEditor {...props} />;
    case "serves":
      return <ServesEditor {...props} />;
    default:
      return null;
  }
}

function finish(grid: Grid): void {
  endEdit(grid);
  focusGrid(grid);
}

/** Keys that end an edit in a text field. Returns false when the field keeps the key. */
function endsOn(grid: Grid, event: KeyboardEvent, isReadable: () => boolean): boolean {
  if (event.nativeEvent.isComposing) return false;
  if (event.key === "Escape") finish(grid);
  else if ((event.key === "Enter" || event.key === "Tab") && isReadable()) {
    finish(grid);
    if (event.key === "Tab") stepColumn(grid, event.shiftKey ? -1 : 1);
  } else return false;
  event.preventDefault();
  return true;
}

type Edge = "start" | "finish" | "promised";

const EDGE_WORDS: Record<Edge, string> = { start: "Start", finish: "Finish", promised: "Promised" };

function edgeDay({ item, start, finish: last }: OutlineNode, edge: Edge): Day | null {
  if (edge === "promised") return item.kind === "stage" ? null : item.deadline;
  return edge === "start" ? start : last;
}

function setEdge(grid: Grid, node: OutlineNode, edge: Edge, day: Day): void {
  if (edge === "promised") setPromised(grid, node, day);
  else if (edge === "start") setStart(grid, node.item.id, day);
  else setFinishOf(grid, node, day);
}

function DayEditor({ grid, node, edge }: EditorProps & { readonly edge: Edge }) {
  const box = useRef<HTMLSpanElement>(null);
  const today = useUi((state) => state.today);
  const value = edgeDay(node, edge);
  useLayoutEffect(() => box.current?.querySelector("input")?.focus({ preventScroll: true }), []);
  const isReadable = (text: string): boolean =>
    (edge === "promised" && text.trim() === "") || parseDayInput(text, value ?? today) !== null;
  const isPicking = (): boolean => box.current?.querySelector("[aria-expanded='true']") != null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the keys of the field inside.
    <span
      ref={box}
      data-editor
      data-edge={edge}
      className={styles.day}
      onKeyDownCapture={(event) => {
        if (event.key !== "Escape" || !box.current?.contains(event.target as Node)) return;
        event.preventDefault();
        endEdit(grid);
      }}
      onKeyDown={(event) => {
        const field = event.target;
        if (!(field instanceof HTMLInputElement) || !box.current?.contains(field)) return;
        endsOn(grid, event, () => isReadable(field.value));
      }}
      onBlur={() => window.setTimeout(() => leaveUnless(grid, box.current, isPicking), 0)}
    >
      <DayField
        label={edge === "finish" && node.item.kind === "milestone" ? "Date" : EDGE_WORDS[edge]}
        value={value}
        today={today}
        {...(edge === "promised" ? { onClear: () => setPromised(grid, node, null) } : {})}
        onChange={(day) => {
          const picked = isPicking();
          setEdge(grid, node, edge, day);
          if (picked) window.setTimeout(() => finish(grid), 0);
        }}
      />
    </span>
  );
}

/** Ends the edit when the focus has gone elsewhere, a calendar that belongs to the field apart. */
function leaveUnless(grid: Grid, box: HTMLElement | null, isBusy: () => boolean): void {
  if (!box?.isConnected || !document.hasFocus() || isBusy() || box.contains(document.activeElement)) return;
  endEdit(grid);
}

function NumberEditor({ grid, node, column }: EditorProps & { readonly column: "days" | "progress" }) {
  const { item } = node;
  const start =
    item.kind !== "task"
      ? ""
      : String(column === "days" ? (node.days ?? item.durationDays) : item.progressPct);
  const [text, setText] = useState(start);
  const field = useRef<HTMLInputElement>(null);
  const daysPerWeek = grid.app.documents.state.getState().plan?.roadmap.calendar.workingWeekdays.length ?? 5;
  const value = column === "days" ? parseDuration(text, daysPerWeek) : parsePercent(text);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  function accept(): void {
    if (value === null || text === start || item.kind !== "task") return;
    if (column === "days") setDays(grid, item, value);
    else setProgress(grid, item.id, value);
  }
  return (
    <input
      ref={field}
      data-editor
      type="text"
      inputMode="decimal"
      aria-label={column === "days" ? "Working days" : "Progress in percent"}
      aria-invalid={value === null || undefined}
      title={
        value !== null
          ? undefined
          : column === "days"
            ? "Write days like 5 or 2.5, or weeks like 2w."
            : "Write 0 to 100."
      }
      className={styles.number}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === "Tab") accept();
        endsOn(grid, event, () => value !== null);
      }}
      onBlur={() => {
        if (!document.hasFocus() || grid.store.getState().editing === null) return;
        accept();
        endEdit(grid);
      }}
    />
  );
}

const STATUS_OPTIONS: readonly Option<string>[] = TASK_STATUSES.map((status) => ({
  value: status,
  label: STATUS_WORDS[status],
  mark: <StatusMark status={status} />,
}));
const HEALTH_OPTIONS: readonly Option<string>[] = [
  ...HEALTHS.map((health) => ({
    value: health,
    label: HEALTH_WORDS[health],
    mark: <HealthMark health={health} />,
  })),
  { value: "reached", label: "Reached", mark: <StatusMark status="done" /> },
];

/** A list that is open from the start; closing it ends the edit. */
function ListCell({ grid, children }: { readonly grid: Grid; readonly children: ReactNode }) {
  useEffect(() => () => void takeTypedAhead(grid), [grid]);
  return <span className={styles.control}>{children}</span>;
}

function opened(grid: Grid) {
  return { startsOpen: true, onClosed: () => finish(grid) };
}

function openedToType(grid: Grid) {
  return { ...opened(grid), takeTypedAhead: () => takeTypedAhead(grid) };
}

function takeTypedAhead(grid: Grid): string {
  const text = grid.view.typedAhead;
  grid.view.typedAhead = "";
  return text;
}

function StateEditor({ grid, node }: EditorProps) {
  const { item } = node;
  if (item.kind === "stage") return null;
  const value = item.kind === "task" ? item.status : item.reachedOn !== null ? "reached" : item.health;
  return (
    <ListCell grid={grid}>
      <Select
        {...opened(grid)}
        label={item.kind === "task" ? "Status" : "Health"}
        value={value}
        options={item.kind === "task" ? STATUS_OPTIONS : HEALTH_OPTIONS}
        onChange={(next) => setState(grid, node, next)}
      />
    </ListCell>
  );
}

function DoersEditor({ grid, node, people }: EditorProps) {
  const task = node.item;
  if (task.kind !== "task") return null;
  return (
    <ListCell grid={grid}>
      <PeoplePicker
        {...openedToType(grid)}
        label="Does it"
        people={[...people.values()]}
        value={task.assignments.map((a) => a.personId)}
        onChange={(ids) => setDoers(grid, task, ids)}
        onCreate={(name) => addDoer(grid, task, name)}
      />
    </ListCell>
  );
}

function ServesEditor({ grid, node }: EditorProps) {
  if (node.item.kind !== "milestone") return null;
  return (
    <ListCell grid={grid}>
      <ServesField
        {...openedToType(grid)}
        milestoneIds={chosenMilestones(grid, node.item.id)}
        value={node.item.visionLineId}
      />
    </ListCell>
  );
}

function AnsweringEditor({ grid, node, people }: EditorProps) {
  return (
    <ListCell grid={grid}>
      <PersonPicker
        {...openedToType(grid)}
        label={node.item.kind === "milestone" ? "Owner" : "Answers for it"}
        people={[...people.values()]}
        value={answeringId(node)}
        onChange={(id) => setAnswering(grid, node, id)}
        onCreate={(name) => addAnswering(grid, node, name)}
      />
    </ListCell>
  );
}
