/** What is in the way of a stage, and what was decided about it. */

import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf, decisionDay } from "#shared/domain/decisionChain.ts";
import { decisionName, decisionsTouching } from "#shared/domain/decisionLog.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Issue } from "#shared/domain/issue.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowRoom, FlowSection } from "#shared/print/layout/flow.ts";
import { flowSection } from "#shared/print/layout/flowSheets.ts";
import { type ColumnSpec, flowTable } from "#shared/print/layout/flowTable.ts";
import { personName } from "#shared/print/layout/owners.ts";
import { pointOf, rankedPoints } from "#shared/print/planPage/attention.ts";

/** More than this is counted: the page tells what weighs most. */
const MOST = 6;

export function issueSection(plan: Plan, nodes: readonly OutlineNode[], room: FlowRoom): FlowSection | null {
  const inside = new Set(nodes.map(({ item }) => item.id));
  const { open } = issuesOf(plan);
  const ranked = open
    .map((issue, at) => ({ issue, rank: at + 1 }))
    .filter(({ issue }) => issue.itemId !== null && inside.has(issue.itemId));
  const columns: readonly ColumnSpec[] = [
    { head: "Rank", most: 1, align: "end" },
    { head: "Issue", share: 0.6 },
    { head: "About", share: 0.4 },
  ];
  const rows = ranked.slice(0, MOST).map(({ issue, rank }) => ({
    id: issue.id,
    cells: [
      { text: `${rank}`, isQuiet: true },
      { text: issueName(issue), note: raised(plan, issue), isStrong: true },
      aboutOf(plan, issue.itemId),
    ],
  }));
  return flowSection(room, {
    id: "issues",
    title: "In the way",
    table: flowTable(columns, [{ id: "issues", rows }], room),
    after: ranked.length > MOST ? `and ${count(ranked.length - MOST, "more issue")}` : "",
  });
}

function raised(plan: Plan, { raisedOn, raisedById }: Issue): string {
  const who = personName(plan, raisedById);
  return `Raised ${formatDay(raisedOn)}${who ? ` by ${who}` : ""}`;
}

function aboutOf(plan: Plan, id: Id | null): string {
  const item = itemById(plan, id ?? "");
  if (!item) return "";
  return item.kind === "stage" ? "The whole stage" : nameOrUntitled(item.name, item.kind);
}

export function attentionSection(
  plan: Plan,
  nodes: readonly OutlineNode[],
  asOf: Day,
  room: FlowRoom,
): FlowSection | null {
  const points = rankedPoints(nodes.flatMap((node) => pointOf(plan, node, asOf) ?? []));
  const columns: readonly ColumnSpec[] = [
    { head: "What", share: 0.55 },
    { head: "Why", share: 0.45 },
  ];
  const rows = points.slice(0, MOST).map(({ name, reason, shape, tone }, at) => ({
    id: `${at}`,
    cells: [
      { text: name, mark: { shape, tone }, isStrong: true },
      { text: reason, isQuiet: true },
    ],
  }));
  return flowSection(room, {
    id: "attention",
    title: "Needs attention",
    table: flowTable(columns, [{ id: "points", rows }], room),
    after: points.length > MOST ? `and ${points.length - MOST} more` : "",
  });
}

/** Those that hold or are proposed, the newest first. */
export function decisionSection(
  plan: Plan,
  nodes: readonly OutlineNode[],
  room: FlowRoom,
): FlowSection | null {
  const found = new Set<Decision>();
  for (const { item } of nodes) for (const decision of decisionsTouching(plan, item.id)) found.add(decision);
  const decisions = [...found].sort((a, b) => (decisionDay(a) < decisionDay(b) ? 1 : -1));
  const columns: readonly ColumnSpec[] = [
    { head: "Decision", share: 1 },
    { head: "Who", most: 0.26, isOptional: true },
    { head: "When", most: 1, align: "end" },
  ];
  const chains = chainsOf(plan);
  const rows = decisions.slice(0, MOST).map((decision) => ({
    id: decision.id,
    cells: [
      { text: decisionName(decision), note: decision.outcome, isStrong: true },
      personName(plan, decision.decidedById) ?? "",
      chains.get(decision.id)?.standing === "proposed"
        ? { text: "Proposed", isQuiet: true }
        : decision.decidedOn === null
          ? ""
          : formatDay(decision.decidedOn),
    ],
  }));
  return flowSection(room, {
    id: "decisions",
    title: "Decisions that touch it",
    table: flowTable(columns, [{ id: "decisions", rows }], room),
    after:
      decisions.length > MOST
        ? `and ${count(decisions.length - MOST, "more decision")} in the decision log`
        : "",
  });
}
