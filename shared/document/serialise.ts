/** Writing the `.groundwork` format. */
import type { Entity } from "#shared/domain/entity.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { FORMAT, KEY_ORDER } from "./format.ts";
import { MIGRATIONS } from "./migrations.ts";

export interface SerialiseOptions {
  /** Instant of the save, ISO 8601 UTC. */
  readonly exportedAt: string;
}

/**
 * The text of a `.groundwork` file: the whole plan, bin included. Keys and rows stand in a fixed order (rows by
 * id), so equal plans saved at the same instant give equal bytes, and small edits small differences.
 */
export function serialiseDocument(plan: Plan, { exportedAt }: SerialiseOptions): string {
  const document = {
    format: FORMAT,
    version: MIGRATIONS.length + 1,
    exportedAt,
    roadmap: plan.roadmap,
    people: byId(plan.people),
    stages: byId(plan.stages),
    milestones: byId(plan.milestones),
    tasks: byId(plan.tasks),
    dependencies: byId(plan.dependencies),
    baselines: byId(plan.baselines),
    routines: byId(plan.routines),
    routineRuns: byId(plan.routineRuns),
    procedures: byId(plan.procedures),
    checklistRuns: byId(plan.checklistRuns),
    decisionRights: byId(plan.decisionRights),
    sessions: byId(plan.sessions),
    issues: byId(plan.issues),
    decisions: byId(plan.decisions),
    gateDecisions: byId(plan.gateDecisions),
    reviews: byId(plan.reviews),
  };
  const text = JSON.stringify(document, [...KEY_ORDER], 1);
  // A bare U+FFFD can then only come from reading the file in the wrong encoding, which parsing refuses.
  return `${text.replaceAll("\uFFFD", "\\ufffd")}\n`;
}

function byId<T extends Entity>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
