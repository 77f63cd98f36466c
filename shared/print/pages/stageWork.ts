/** The work of a stage by who has it: how much is open and done, what is late, and what ends next. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { daysLate, isFinished } from "#shared/domain/standing.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowSection } from "#shared/print/layout/flowSheets.ts";
import { type ColumnSpec, flowTable, type RowText } from "#shared/print/layout/flowTable.ts";
import { personName } from "#shared/print/layout/owners.ts";
import { apart } from "#shared/print/layout/text.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "Who", most: 0.28 },
  { head: "Done", most: 1, align: "end", isOptional: true },
  { head: "Open", most: 1, align: "end" },
  { head: "Late", most: 1, align: "end", isOptional: true },
  { head: "Ends next", share: 0.58 },
  { head: "On", most: 1, align: "end" },
];

export function workSection(
  plan: Plan,
  nodes: readonly OutlineNode[],
  asOf: Day,
  room: FlowRoom,
): FlowSection | null {
  const tasks = nodes.filter(
    ({ item, isGroup }) => item.kind === "task" && !isGroup && item.status !== "cancelled",
  );
  const byWho = new Map<Id | null, OutlineNode[]>();
  for (const node of tasks) {
    for (const id of whoHas(plan, node)) {
      const known = byWho.get(id);
      if (known) known.push(node);
      else byWho.set(id, [node]);
    }
  }
  const everybody = [...byWho].map(([id, own]) => ({
    id,
    own,
    open: own.filter((node) => !isFinished(node)),
  }));
  const rows = everybody
    .filter(({ open }) => open.length > 0)
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || b.open.length - a.open.length)
    .map(({ id, own, open }) => workRow(plan, id, own, open, asOf));
  const isShared = [...byWho.values()].reduce((sum, own) => sum + own.length, 0) > tasks.length;
  return flowSection(room, {
    id: "work",
    title: "Work",
    texts: [{ text: doneWords(plan, everybody, tasks), look: "quiet" }],
    aside: isShared && rows.length > 0 ? "Tasks that several people do count for each" : "",
    table: flowTable(COLUMNS, [{ id: "who", rows }], room),
  });
}

/** Whoever has nothing left to do is told in a sentence. */
function doneWords(plan: Plan, everybody: readonly Having[], tasks: readonly OutlineNode[]): string {
  const ready = everybody.filter(({ open }) => open.length === 0);
  if (ready.length === 0) return "";
  const names = ready
    .toSorted((a, b) => b.own.length - a.own.length)
    .map(({ id, own }) => `${apart(personName(plan, id) ?? "nobody")} ${own.length}`)
    .join(", ");
  if (ready.length < everybody.length) return `Done with their tasks: ${names}.`;
  return `${tasks.length === 1 ? "The one task is" : `All ${tasks.length} tasks are`} done: ${names}.`;
}

interface Having {
  readonly id: Id | null;
  readonly own: readonly OutlineNode[];
  readonly open: readonly OutlineNode[];
}

/** Who does it, else who answers for it, else nobody. */
function whoHas(plan: Plan, { item }: OutlineNode): readonly (Id | null)[] {
  if (item.kind !== "task") return [];
  const doers = item.assignments
    .map(({ personId }) => personId)
    .filter((id) => personName(plan, id) !== null);
  if (doers.length > 0) return [...new Set(doers)];
  return [personName(plan, item.accountableId) === null ? null : item.accountableId];
}

function workRow(
  plan: Plan,
  id: Id | null,
  own: readonly OutlineNode[],
  open: readonly OutlineNode[],
  asOf: Day,
): RowText {
  const late = open.filter((node) => daysLate(node, asOf) > 0).length;
  const [next] = [...open].sort((a, b) => ((a.finish ?? "9") < (b.finish ?? "9") ? -1 : 1));
  const when = next?.finish ? formatDay(next.finish) : "";
  return {
    id: id ?? "nobody",
    cells: [
      { text: personName(plan, id) ?? "Nobody yet", isStrong: id !== null, isQuiet: id === null },
      number(own.length - open.length),
      number(open.length),
      {
        text: number(late),
        ...(late > 0 ? { mark: { shape: "triangle", tone: "warn" }, isStrong: true } : {}),
      },
      next ? nameOrUntitled(next.item.name, "task") : "",
      { text: when, isQuiet: true },
    ],
  };
}

function number(n: number): string {
  return n === 0 ? "" : n.toLocaleString("en");
}
