/**
 * The outline as comma-separated values: RFC 4180 in UTF-8 with a byte order mark, dates as yyyy-MM-dd. Cells that a
 * spreadsheet would take for a formula begin with an apostrophe, which `planFromCsv` takes off again.
 */
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveDependencies, type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { KIND_WORDS, STATUS_WORDS } from "#shared/domain/words.ts";

const COLUMNS: readonly (readonly [heading: string, cell: (node: OutlineNode, of: CsvPlan) => string])[] = [
  ["Number", ({ wbsCode }) => wbsCode],
  ["Kind", ({ item }) => KIND_WORDS[item.kind]],
  ["Name", ({ item }) => item.name],
  ["Start", ({ start }) => start ?? ""],
  ["Finish", ({ finish }) => finish ?? ""],
  [
    "Duration (days)",
    (node) => (node.item.kind === "task" && !node.isGroup ? String(node.item.durationDays) : ""),
  ],
  ["Status", statusOf],
  ["Progress", ({ progressPct }) => (progressPct === null ? "" : `${Math.round(progressPct)}%`)],
  [
    "Who",
    ({ item }, { nameOf }) =>
      item.kind === "task"
        ? item.assignments.map((a) => doer(nameOf(a.personId), a.allocationPct)).join("; ")
        : "",
  ],
  [
    "Answers for",
    ({ item }, { nameOf }) =>
      nameOf(item.kind === "task" ? item.accountableId : item.kind === "milestone" ? item.ownerId : null),
  ],
  ["Predecessors", ({ item }, { linksTo }) => (linksTo.get(item.id) ?? []).join("; ")],
  ["Promised", ({ item }) => (item.kind === "stage" ? "" : (item.deadline ?? ""))],
  ["Notes", ({ item }) => item.notes],
];

interface CsvPlan {
  readonly nameOf: (id: Id | null) => string;
  /** What each item starts after, as in `1.2FS+2d`. */
  readonly linksTo: ReadonlyMap<Id, readonly string[]>;
}

/** What lies in the bin stays there. */
export function writeCsv(plan: Plan): string {
  const of: CsvPlan = {
    nameOf: (id) => (id === null ? "" : (plan.people.get(id)?.name.replace(/[;\n]/g, ",") ?? "")),
    linksTo: linksTo(plan),
  };
  const lines = outlineOf(plan).inOrder.map((node) => COLUMNS.map(([, cell]) => cell(node, of)));
  return csvText([COLUMNS.map(([heading]) => heading), ...lines]);
}

/** Lines of cells as text: a byte order mark, commas, CRLF. */
function csvText(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join("")}`;
}

function cellText(cell: string): string {
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function statusOf({ item, isGroup }: OutlineNode): string {
  if (item.kind === "milestone") return item.reachedOn === null ? "" : STATUS_WORDS.done;
  return item.kind === "task" && !isGroup ? STATUS_WORDS[item.status] : "";
}

function doer(name: string, share: number): string {
  return share === 100 ? name : `${name} [${share}%]`;
}

function linksTo(plan: Plan): Map<Id, string[]> {
  const { byId } = outlineOf(plan);
  const links = new Map<Id, string[]>();
  for (const link of liveDependencies(plan)) {
    const text = `${byId.get(link.fromId)?.wbsCode}${linkText(link)}`;
    const known = links.get(link.toId);
    if (known) known.push(text);
    else links.set(link.toId, [text]);
  }
  return links;
}

function linkText({ type, lagDays, lagKind }: Dependency): string {
  const gap =
    lagDays === 0
      ? ""
      : `${lagDays < 0 ? "-" : "+"}${Math.abs(lagDays)}${lagKind === "elapsed" ? "ed" : "d"}`;
  return type === "FS" && gap === "" ? "" : `${type}${gap}`;
}
