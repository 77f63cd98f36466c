/** The IndexedDB schema. Versions are append-only and numbered; a released one is never edited. */
import Dexie, { type Table } from "dexie";
import type { Change } from "#shared/domain/change.ts";
import type { Entity, EntityKind } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";

/** Rows come back as `unknown`: whatever wrote them, they are parsed before use. */
export interface JournalRow {
  readonly seq: number;
  readonly scope: string;
  readonly kind: string;
  readonly change: Change;
}

export const TABLE_OF: Record<EntityKind, string> = {
  roadmap: "roadmaps",
  stage: "stages",
  milestone: "milestones",
  task: "tasks",
  person: "people",
  dependency: "dependencies",
  baseline: "baselines",
  routine: "routines",
  routineRun: "routineRuns",
  procedure: "procedures",
  checklistRun: "checklistRuns",
  decisionRight: "decisionRights",
  session: "sessions",
  issue: "issues",
  decision: "decisions",
  gateDecision: "gateDecisions",
  review: "reviews",
};

export class GroundworkDatabase extends Dexie {
  readonly journal!: Table<JournalRow, number>;

  constructor(name = "groundwork") {
    // Strict durability: a write is confirmed when it is on disk, not when the system has promised to put it there.
    super(name, { chromeTransactionDurability: "strict" });
    this.version(1).stores({
      roadmaps: "id",
      stages: "id, roadmapId",
      milestones: "id, roadmapId",
      tasks: "id, roadmapId",
      people: "id, roadmapId",
      dependencies: "id, roadmapId",
      journal: "seq, [scope+seq]",
    });
    this.version(2).stores({
      baselines: "id, roadmapId",
      routines: "id, roadmapId",
      routineRuns: "id, roadmapId",
    });
    this.version(3).stores({
      procedures: "id, roadmapId",
      checklistRuns: "id, roadmapId",
      decisionRights: "id, roadmapId",
      sessions: "id, roadmapId",
      issues: "id, roadmapId",
      decisions: "id, roadmapId",
      gateDecisions: "id, roadmapId",
      reviews: "id, roadmapId",
    });
    // File version 4: fields of rows only.
    this.version(4).stores({});
  }

  rows(kind: EntityKind): Table<Entity, Id> {
    return this.table(TABLE_OF[kind]);
  }
}
