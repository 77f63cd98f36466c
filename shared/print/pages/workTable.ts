/** The table of all work: every live item in reading order, in words, nothing shortened. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, durationWords, nameOrUntitled } from "#shared/domain/words.ts";
import { answererOf, doersOf } from "#shared/print/layout/owners.ts";
import { type StateMark, stateOf } from "#shared/print/layout/state.ts";
import { shortSpan } from "#shared/print/timeline/sheetDates.ts";
import type { RowKind } from "#shared/timeline/bar.ts";
import { kindOf } from "#shared/timeline/rows.ts";

export interface WorkRow {
  readonly node: OutlineNode;
  readonly kind: RowKind;
  readonly stageIndex: number;
  readonly code: string;
  readonly name: string;
  readonly start: string;
  readonly finish: string;
  readonly duration: string;
  readonly doers: string;
  readonly answerer: string;
  readonly state: StateMark | null;
  readonly progress: string;
}

export interface WorkSection {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly stageIndex: number;
  readonly rows: readonly WorkRow[];
}

const NOTHING = "–";

/** One section per stage. */
export function workSections(plan: Plan, asOf: Day): WorkSection[] {
  const { stages, inOrder } = outlineOf(plan);
  const order = new Map(stages.map((stage, i) => [stage.item.id, i]));
  const rows = new Map<string, WorkRow[]>(stages.map((stage) => [stage.item.id, []]));
  for (const node of inOrder) {
    if (node.item.kind !== "stage")
      rows.get(node.stageId)?.push(workRow(plan, node, order.get(node.stageId) ?? 0, asOf));
  }
  return stages.map((stage, stageIndex) => ({
    id: stage.item.id,
    title: `${stage.wbsCode}  ${nameOrUntitled(stage.item.name, "stage")}`,
    summary: summaryOf(stage),
    stageIndex,
    rows: rows.get(stage.item.id) ?? [],
  }));
}

function summaryOf(stage: OutlineNode): string {
  const dates = stage.start === null ? "No dates yet" : shortSpan(stage.start, stage.finish);
  if (stage.taskCount === 0) return dates;
  return `${dates}, ${stage.doneCount} of ${count(stage.taskCount, "task")} done, ${stage.progressPct ?? 0} %`;
}

function workRow(plan: Plan, node: OutlineNode, stageIndex: number, asOf: Day): WorkRow {
  const { item, start, finish } = node;
  return {
    node,
    kind: kindOf(node),
    stageIndex,
    code: node.wbsCode,
    name: nameOrUntitled(item.name, item.kind),
    start: start === null ? NOTHING : formatDay(start),
    finish: finish === null ? NOTHING : formatDay(finish),
    duration: node.days === null ? NOTHING : durationWords(node.days),
    doers: doersOf(plan, node).join(", ") || NOTHING,
    answerer: answererOf(plan, node) ?? NOTHING,
    state: stateOf(node, asOf),
    progress: progressOf(node),
  };
}

function progressOf(node: OutlineNode): string {
  if (node.item.kind === "task" && !node.isGroup) return `${Math.round(node.item.progressPct)} %`;
  return node.taskCount > 0 ? `${node.doneCount}/${node.taskCount}, ${node.progressPct ?? 0} %` : NOTHING;
}
