/** The milestones of a stage or of a person: when, how much they moved, whose they are and how they go. */
import { compareWithBaseline } from "#shared/domain/compare.ts";
import { movedOf, movedSign } from "#shared/domain/compareWords.ts";
import { type Day, formatDay } from "#shared/domain/day.ts";
import { tooEarlyIn } from "#shared/domain/gates.ts";
import { tooEarlyWords } from "#shared/domain/gateWords.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { byStart } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowSection } from "#shared/print/layout/flowSheets.ts";
import { type CellText, type ColumnSpec, flowTable, type RowText } from "#shared/print/layout/flowTable.ts";
import { answererOf } from "#shared/print/layout/owners.ts";
import { stateOf } from "#shared/print/layout/state.ts";
import type { Former } from "./since.ts";

export function milestoneSection(
  plan: Plan,
  nodes: readonly OutlineNode[],
  asOf: Day,
  former: Former | null,
  room: FlowRoom,
): FlowSection | null {
  const milestones = nodes.filter(({ item }) => item.kind === "milestone").sort(byStart);
  const reached = milestones.filter(
    ({ item }) => item.kind === "milestone" && item.reachedOn !== null,
  ).length;
  const columns: readonly ColumnSpec[] = [
    { head: "Milestone", share: 1 },
    { head: "Date", most: 1 },
    ...(former ? [{ head: "Moved", most: 1, align: "end" as const }] : []),
    { head: "Owner", most: 0.2 },
    { head: "Health", most: 0.26 },
    { head: "Tasks", most: 1, align: "end" },
  ];
  const rows = milestones.map((node) => milestoneRow(plan, node, asOf, former));
  const tally = `${reached} of ${count(milestones.length, "milestone")} reached`;
  return flowSection(room, {
    id: "milestones",
    title: "Milestones",
    aside: former ? `${tally}. Moved: working days since ${former.words}` : tally,
    table: flowTable(columns, [{ id: "all", rows }], room),
  });
}

function milestoneRow(plan: Plan, node: OutlineNode, asOf: Day, former: Former | null): RowText {
  const { item } = node;
  const state = stateOf(node, asOf);
  const early = tooEarlyIn(plan).get(item.id);
  const owner = answererOf(plan, node);
  const deadline = item.kind === "milestone" ? item.deadline : null;
  const notes = [
    deadline === null ? "" : `Promised for ${formatDay(deadline)}`,
    early ? tooEarlyWords(early) : "",
  ];
  return {
    id: item.id,
    cells: [
      {
        text: nameOrUntitled(item.name, "milestone"),
        note: notes.filter(Boolean).join(". "),
        isStrong: true,
      },
      node.start === null ? "" : formatDay(node.start),
      ...(former ? [movedCell(plan, node, former)] : []),
      { text: owner ?? "No owner", isQuiet: owner === null },
      { text: state?.word ?? "", mark: state },
      node.taskCount === 0 ? "–" : `${node.doneCount}/${node.taskCount}`,
    ],
  };
}

function movedCell(plan: Plan, node: OutlineNode, { baseline }: Former): CellText {
  const moved = movedOf(compareWithBaseline(plan, baseline), node.item.id);
  return { text: movedSign(moved), isQuiet: moved === 0, isStrong: typeof moved === "number" && moved > 0 };
}
