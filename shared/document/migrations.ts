/** Steps that bring an older `.groundwork` document up to date. */
import { ok, type Result, refuse } from "#shared/domain/result.ts";

/** An envelope whose rows have not been checked yet. */
export type RawDocument = Readonly<Record<string, unknown>>;
/** Turns a document of one version into the next; it must cope with rows that are missing or broken. */
export type Migration = (document: RawDocument) => RawDocument;

/**
 * `MIGRATIONS[0]` goes from version 1 to 2, and so on. Append only: every released format has a frozen file in
 * test/fixtures/ that must open for ever.
 */
export const MIGRATIONS: readonly Migration[] = [
  // 2: baselines, constraints, deadlines, actual dates, days off, routines. Missing fields are filled in by the schemas.
  (document) => ({ baselines: [], routines: [], routineRuns: [], ...document }),
  // 3: workflows, who decides, engagements, the vision in sentences; sessions, issues, decisions, gates, reviews.
  // Ticks were bare ids before: tick.ts reads both.
  (document) => ({
    procedures: [],
    checklistRuns: [],
    decisionRights: [],
    sessions: [],
    issues: [],
    decisions: [],
    gateDecisions: [],
    reviews: [],
    ...document,
  }),
  // 4: how the roadmap is printed, and the session an issue was raised in. Missing fields are filled in by the schemas.
  (document) => document,
];

/** Brings a document to the newest version the given steps lead to. A newer one is refused. */
export function migrate(
  document: RawDocument,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<RawDocument> {
  const { version } = document;
  const newest = migrations.length + 1;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return refuse("no-version", "This Groundwork file does not say which version of the format it uses.");
  }
  if (version > newest) {
    return refuse(
      "newer",
      "This file was made by a newer Groundwork. Update Groundwork, then open the file again.",
    );
  }
  let migrated = document;
  for (let from = version; from < newest; from++) {
    migrated = { ...(migrations[from - 1] as Migration)(migrated), version: from + 1 };
  }
  return ok(migrated);
}
