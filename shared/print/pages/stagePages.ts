/**
 * A page per stage: what it is for, where its gate stands and what shows it, its milestones, who has its work, what is
 * in the way and what was decided. A long one goes on over further sheets.
 */
import type { Day } from "#shared/domain/day.ts";
import { formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Evidence, GateCriterion } from "#shared/domain/gate.ts";
import { type Gate, gatesOf } from "#shared/domain/gates.ts";
import {
  decidedWith,
  decisionLine,
  gateStanding,
  gateStateWord,
  readinessLine,
} from "#shared/domain/gateWords.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowPages, FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { type FlowStory, flowPages, flowSection } from "#shared/print/layout/flowSheets.ts";
import { type CellText, type ColumnSpec, flowTable, type RowText } from "#shared/print/layout/flowTable.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { spanWords } from "#shared/print/timeline/sheetDates.ts";
import { stageHue } from "#shared/timeline/palette.ts";
import { type Former, formerOf } from "./since.ts";
import { milestoneSection } from "./stageMilestones.ts";
import { attentionSection, decisionSection, issueSection } from "./stageTrouble.ts";
import { workSection } from "./stageWork.ts";
import { criterionMark, gateMark } from "./verdictMarks.ts";

/** Null for a plan without stages. */
export function stagePages(
  plan: Plan,
  asOf: Day,
  size: SheetSize,
  measure: Measure,
  sinceId: Id | null,
): FlowPages | null {
  const gates = gatesOf(plan);
  const former = formerOf(plan, asOf, sinceId);
  const stories = outlineOf(plan).stages.map((stage, at) =>
    stageStory(plan, stage, at, gates[at], asOf, former),
  );
  return flowPages(stories, size, measure);
}

function stageStory(
  plan: Plan,
  stage: OutlineNode,
  at: number,
  gate: Gate | undefined,
  asOf: Day,
  former: Former | null,
): FlowStory {
  const nodes = subtreeOf(stage);
  return {
    id: stage.item.id,
    title: `${stage.wbsCode}  ${nameOrUntitled(stage.item.name, "stage")}`,
    subtitle: subtitleOf(stage),
    lead: stage.item.kind === "stage" ? stage.item.goal : "",
    hue: stageHue(at).print,
    blocks: [
      { kind: "whole", section: (room) => (gate ? gateSection(plan, gate, room) : null) },
      { kind: "whole", section: (room) => milestoneSection(plan, nodes, asOf, former, room) },
      {
        kind: "columns",
        sections: [
          (room) => workSection(plan, nodes, asOf, room),
          (room) => issueSection(plan, nodes, room),
          (room) => attentionSection(plan, nodes, asOf, room),
          (room) => decisionSection(plan, nodes, room),
        ],
      },
    ],
  };
}

function subtitleOf(stage: OutlineNode): string {
  const { start, finish, taskCount, doneCount, progressPct } = stage;
  const dates = start === null ? "No dates yet" : spanWords(start, finish);
  if (taskCount === 0)
    return `${dates}  ·  ${stage.children.length === 0 ? "nothing planned in it yet" : "no tasks yet"}`;
  return `${dates}  ·  ${doneCount} of ${count(taskCount, "task")} done, ${progressPct ?? 0} %`;
}

const GATE_COLUMNS: readonly ColumnSpec[] = [
  { head: "Exit criterion", share: 0.5 },
  { head: "Weight", most: 0.14 },
  { head: "Met", most: 0.14 },
  { head: "What shows it", share: 0.5, isOptional: true },
  { head: "On", most: 1, align: "end", isOptional: true },
];

function gateSection(plan: Plan, gate: Gate, room: FlowRoom): FlowSection | null {
  const { stage, decisions, isUsed, day } = gate;
  const criteria = [...stage.gateCriteria].sort((a, b) => Number(b.isMust) - Number(a.isMust));
  const when = day === null ? "" : ` Its day is ${formatDay(day)}.`;
  const [last, ...earlier] = decisions;
  const standing = isUsed
    ? `${gateStanding(plan, gate)} ${readinessLine(gate)}.${when}`
    : `Nobody has said yet what must be true at the end of this stage.${when}`;
  return flowSection(room, {
    id: "gate",
    title: "Gate",
    aside: gateStateWord(gate),
    mark: gateMark(gate),
    texts: [
      { text: standing },
      { text: last?.note ?? "", look: "quiet", most: 5 },
      ...earlier.slice(0, 3).map((decision) => ({
        text: `Before: ${decisionLine(plan, decision)}, ${decidedWith(decision)}.`,
        look: "quiet" as const,
        most: 2,
      })),
    ],
    table: flowTable(
      GATE_COLUMNS,
      [{ id: "criteria", rows: criteria.map((one) => criterionRow(one)) }],
      room,
    ),
  });
}

function criterionRow({ id, text, isMust, isMet, evidence }: GateCriterion): RowText {
  const isShown = evidence.length > 0;
  const bare = isMet && !isShown;
  return {
    id,
    cells: [
      { text: text.trim() || "Untitled criterion", isStrong: isMust },
      { text: isMust ? "Must" : "Should", isQuiet: !isMust },
      { text: isMet ? (bare ? "Met, not shown" : "Met") : "Not met", mark: criterionMark(isMet, isShown) },
      ...evidenceCells(evidence),
    ],
  };
}

/** The latest first; those before it are told in small letters. */
function evidenceCells(evidence: readonly Evidence[]): readonly (CellText | string)[] {
  const [last, ...more] = evidence.toReversed();
  const before = more.map((one) =>
    [evidenceWords(one), one.on === null ? "" : formatDay(one.on)].filter(Boolean).join(", "),
  );
  return [
    { text: last ? evidenceWords(last) : "", note: before.join("; ") },
    last?.on ? { text: formatDay(last.on), isQuiet: true } : "",
  ];
}

/** The figure first: it is what a board asks for. */
function evidenceWords({ note, figure, link }: Evidence): string {
  const [number, words] = [figure.trim(), note.trim()];
  if (number === "") return words || link.trim();
  return words === "" ? number : `${number}. ${words}`;
}
