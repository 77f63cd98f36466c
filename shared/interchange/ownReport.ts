/** What a file of Groundwork's own brings, said as of any other: everything, so nothing is left out. */
import type { Plan } from "#shared/domain/plan.ts";
import type { ImportReport } from "./report.ts";

export function ownReport(plan: Plan): ImportReport {
  const tables: readonly (readonly [what: string, rows: ReadonlyMap<string, object>])[] = [
    ["Stages", plan.stages],
    ["Milestones", plan.milestones],
    ["Tasks", plan.tasks],
    ["Links", plan.dependencies],
    ["People", plan.people],
    ["Routines", plan.routines],
    ["Workflows", plan.procedures],
    ["Rights to decide", plan.decisionRights],
    ["Sessions", plan.sessions],
    ["Decisions", plan.decisions],
    ["Issues", plan.issues],
    ["Baselines", plan.baselines],
  ];
  const isLive = (row: object): boolean => !("deletedAt" in row) || row.deletedAt === null;
  const counted = tables.map(([what, rows]) => ({ what, count: [...rows.values()].filter(isLive).length }));
  const inBin = tables.reduce(
    (sum, [, rows]) => sum + [...rows.values()].filter((row) => !isLive(row)).length,
    0,
  );
  return {
    source: "Groundwork",
    broughtIn: [...counted, { what: "In the bin", count: inBin }].filter(({ count }) => count > 0),
    notBroughtIn: [],
  };
}
