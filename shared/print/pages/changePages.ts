/**
 * What changed since a frozen state, stage by stage, what weighs most on the next gate first: where each thing was and
 * is, by how many working days, and why. Small tasks with the same fate are told together.
 */
import { changesSince } from "#shared/changes/list.ts";
import { shownDays, wasAndIs } from "#shared/changes/moveWords.ts";
import type { ChangeGroup, ChangeLine } from "#shared/changes/types.ts";
import { groupMoveWords, summaryWords } from "#shared/changes/words.ts";
import { movedSign } from "#shared/domain/compareWords.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { capital, count } from "#shared/domain/words.ts";
import type { FlowMark, FlowPages, FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowPages, flowSection } from "#shared/print/layout/flowSheets.ts";
import { type ColumnSpec, flowTable, type GroupText, type RowText } from "#shared/print/layout/flowTable.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { stageHue } from "#shared/timeline/palette.ts";
import { type Former, formerOf } from "./since.ts";
import { settledSince } from "./sinceRecords.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "What", share: 0.34 },
  { head: "Was → is", share: 0.36 },
  { head: "Days", most: 1, align: "end", isOptional: true },
  { head: "Why", share: 0.3, isOptional: true },
];

/** Moves the end of its stage, or the next milestone in it. */
const WEIGHS: FlowMark = { shape: "triangle", tone: "warn" };
const HELPS: FlowMark = { shape: "disc", tone: "good" };
/** With more tasks than this in a stage, those with the same fate are told together. */
const MOST_TASK_LINES = 8;
const LEAST_TOGETHER = 3;

/** Null where nothing was frozen to compare with. */
export function changePages(
  plan: Plan,
  asOf: Day,
  size: SheetSize,
  measure: Measure,
  sinceId: Id | null,
): FlowPages | null {
  const former = formerOf(plan, asOf, sinceId);
  if (!former) return null;
  const list = changesSince({ kind: "baseline", baseline: former.baseline }, plan, asOf);
  const groups = list.groups.map((group) => groupText(plan, group, asOf));
  return flowPages(
    [
      {
        id: "changes",
        title: `What changed since ${former.words}`,
        subtitle: "",
        lead: list.isEmpty ? "No date, name or owner is another one." : capital(summaryWords(list)),
        hue: null,
        blocks: [
          { kind: "whole", section: (room) => moved(groups, room) },
          { kind: "whole", section: (room) => settledSince(plan, former.day, asOf, room) },
        ],
      },
    ],
    size,
    measure,
  );
}

/** In a sentence, for the plan on a page; null where nothing was frozen to compare with. */
export function changeSummary(
  plan: Plan,
  asOf: Day,
  sinceId: Id | null,
): { readonly former: Former; readonly words: string } | null {
  const former = formerOf(plan, asOf, sinceId);
  if (!former) return null;
  const list = changesSince({ kind: "baseline", baseline: former.baseline }, plan, asOf);
  return { former, words: list.isEmpty ? "Nothing moved." : capital(summaryWords(list)) };
}

function moved(groups: readonly GroupText[], room: FlowRoom): FlowSection | null {
  const weighs = groups.some(({ rows }) => rows.some(({ cells }) => cells.some(hasMark)));
  return flowSection(room, {
    id: "moved",
    title: "Stage by stage",
    aside: weighs ? "Marked: moves the end of its stage, or its next milestone" : "",
    mark: weighs ? WEIGHS : null,
    table: flowTable(COLUMNS, groups, room),
  });
}

function hasMark(cell: RowText["cells"][number]): boolean {
  return typeof cell !== "string" && cell.mark !== undefined && cell.mark !== null;
}

function groupText(plan: Plan, group: ChangeGroup, asOf: Day): GroupText {
  const at = outlineOf(plan).stages.findIndex(({ item }) => item.id === group.stageId);
  const { alone, together } = told(group.lines);
  return {
    id: group.stageId ?? "outside",
    title: group.isLive || group.stageId === null ? group.name : `${group.name} (deleted)`,
    aside: groupMoveWords(group, asOf) ?? "",
    hue: at < 0 ? null : stageHue(at).print,
    rows: [
      ...alone.map((line) => lineText(line, asOf)),
      ...together.map(([fate, lines]) => togetherText(fate, lines)),
      ...(group.lines.length === 0 ? [{ id: "none", cells: ["Nothing in it changed otherwise."] }] : []),
    ],
  };
}

function lineText(line: ChangeLine, asOf: Day): RowText {
  const { id, rowKind, name, says, move, reason, effectDays, holds } = line;
  const others = says.filter(({ kind }) => kind !== "moved" || !move).map(({ words }) => words);
  const isMoved = says.some(({ kind }) => kind === "moved") && move !== null;
  const days = move && isMoved ? shownDays(move) : null;
  const text = isMoved ? wasAndIs(move, asOf) : capital(others.join("; "));
  return {
    id,
    cells: [
      { text: name, isStrong: rowKind === "milestone" || rowKind === "stage" },
      {
        text,
        note: [isMoved ? others.join("; ") : "", holds > 0 ? `with ${count(holds, "item")} in it` : ""]
          .filter(Boolean)
          .join("; "),
      },
      {
        text: days === null || days === 0 ? (isMoved ? "0" : "") : movedSign(days),
        mark: effectDays === 0 ? null : (days ?? 0) < 0 ? HELPS : WEIGHS,
        isStrong: effectDays !== 0,
        ...(effectDays === 0 ? {} : { label: "moves the next gate" }),
      },
      { text: reason === null ? "" : capital(reason), isQuiet: true },
    ],
  };
}

const FATES = ["Moved later", "Moved earlier", "Done", "Added", "Cancelled", "Deleted"] as const;
type Fate = (typeof FATES)[number];

/** Tasks about which nothing else is to be said. */
function fateOf({ rowKind, says, move, effectDays }: ChangeLine): Fate | null {
  const [first, ...more] = says;
  if (rowKind !== "task" || !first || more.length > 0 || effectDays !== 0) return null;
  switch (first.kind) {
    case "moved": {
      const days = move ? shownDays(move) : null;
      return days ? (days > 0 ? "Moved later" : "Moved earlier") : null;
    }
    case "done":
      return "Done";
    case "added":
      return "Added";
    case "dropped":
      return "Cancelled";
    case "deleted":
      return "Deleted";
    default:
      return null;
  }
}

interface Told {
  readonly alone: readonly ChangeLine[];
  readonly together: readonly (readonly [Fate, readonly ChangeLine[]])[];
}

function told(lines: readonly ChangeLine[]): Told {
  if (lines.filter(({ rowKind }) => rowKind === "task").length <= MOST_TASK_LINES)
    return { alone: lines, together: [] };
  const together = FATES.map((fate) => [fate, lines.filter((line) => fateOf(line) === fate)] as const).filter(
    ([, of]) => of.length >= LEAST_TOGETHER,
  );
  const folded = new Set(together.flatMap(([, of]) => of));
  return { alone: lines.filter((line) => !folded.has(line)), together };
}

function togetherText(fate: Fate, lines: readonly ChangeLine[]): RowText {
  const names = lines.map(({ name, move }) => {
    const days = move ? shownDays(move) : null;
    return fate.startsWith("Moved") && days ? `${name} (${movedSign(days)})` : name;
  });
  return {
    id: fate,
    cells: [`${fate}: ${count(lines.length, "task")}`, { text: names.join("; "), isQuiet: true }],
  };
}
