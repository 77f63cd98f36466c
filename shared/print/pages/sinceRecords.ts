/** What was settled since a day besides dates: gates and decisions decided, issues raised and solved. */

import { type Day, dayOfInstant, formatDay } from "#shared/domain/day.ts";
import { chainsOf } from "#shared/domain/decisionChain.ts";
import { decisionName, liveDecisions } from "#shared/domain/decisionLog.ts";
import { gatesOf } from "#shared/domain/gates.ts";
import { VERDICT_WORDS } from "#shared/domain/gateWords.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowSection } from "#shared/print/layout/flowSheets.ts";
import { type ColumnSpec, flowTable, type RowText } from "#shared/print/layout/flowTable.ts";
import { personName } from "#shared/print/layout/owners.ts";
import { VERDICT_MARKS } from "./verdictMarks.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "What", share: 0.42 },
  { head: "Outcome", share: 0.58 },
  { head: "Who", most: 0.16, isOptional: true },
  { head: "When", most: 1, align: "end" },
];

/** What was decided on the first day itself was decided in the session that froze the plan. */
export function settledSince(plan: Plan, since: Day, asOf: Day, room: FlowRoom): FlowSection | null {
  const isSince = (day: Day | null): day is Day => day !== null && day > since && day <= asOf;
  const groups = [
    { id: "gates", title: "Gates decided", rows: gateRows(plan, isSince) },
    { id: "decisions", title: "Decisions taken", rows: decisionRows(plan, isSince) },
    { id: "raised", title: "Issues raised", rows: raisedRows(plan, isSince) },
    { id: "settled", title: "Issues settled", rows: settledRows(plan, isSince) },
  ];
  return flowSection(room, {
    id: "settled",
    title: "Decided, raised and settled",
    table: flowTable(COLUMNS, groups, room),
  });
}

type IsSince = (day: Day | null) => day is Day;

function gateRows(plan: Plan, isSince: IsSince): RowText[] {
  return gatesOf(plan).flatMap(({ stage, decisions }) =>
    decisions
      .filter(({ on }) => isSince(on))
      .map(({ id, verdict, on, signedById, note }) => ({
        id,
        cells: [
          { text: nameOrUntitled(stage.name, "stage"), isStrong: true },
          { text: VERDICT_WORDS[verdict], note, mark: VERDICT_MARKS[verdict] },
          personName(plan, signedById) ?? "",
          formatDay(on),
        ],
      })),
  );
}

function decisionRows(plan: Plan, isSince: IsSince): RowText[] {
  const chains = chainsOf(plan);
  return liveDecisions(plan).flatMap((decision): RowText[] => {
    const { id, state, decidedOn, recordedAt, outcome, reason, decidedById } = decision;
    const day = decidedOn ?? dayOfInstant(new Date(recordedAt));
    if (state !== "accepted" || !isSince(day)) return [];
    const replaced = chains.get(id)?.replaces;
    const instead = replaced ? `In place of “${decisionName(replaced)}”` : "";
    return [
      {
        id,
        cells: [
          { text: decisionName(decision), note: instead, isStrong: true },
          { text: outcome, note: reason },
          personName(plan, decidedById) ?? "",
          formatDay(day),
        ],
      },
    ];
  });
}

function raisedRows(plan: Plan, isSince: IsSince): RowText[] {
  return issuesOf(plan)
    .open.filter(({ raisedOn }) => isSince(raisedOn))
    .map((issue) => ({
      id: issue.id,
      cells: [
        { text: issueName(issue), isStrong: true },
        "Open",
        personName(plan, issue.raisedById) ?? "",
        formatDay(issue.raisedOn),
      ],
    }));
}

function settledRows(plan: Plan, isSince: IsSince): RowText[] {
  return issuesOf(plan)
    .settled.filter(({ settledOn }) => isSince(settledOn))
    .map((issue) => {
      const decision = plan.decisions.get(issue.decisionId ?? "");
      const task = plan.tasks.get(issue.taskId ?? "");
      const into = decision
        ? `Decided: ${decisionName(decision)}`
        : task
          ? `Work: ${nameOrUntitled(task.name, "task")}`
          : "";
      return {
        id: issue.id,
        cells: [
          { text: issueName(issue), isStrong: true },
          { text: issue.state === "solved" ? "Solved" : "Dropped", note: into },
          "",
          formatDay(issue.settledOn ?? ""),
        ],
      };
    });
}
