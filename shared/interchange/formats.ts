/** A plan as the text of a file, and what of it such a file has no place for. */
import { serialiseDocument } from "#shared/document/serialise.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count } from "#shared/domain/words.ts";
import { writeCsv } from "./csv-write.ts";
import type { TextFormat } from "./formatNames.ts";
import { writeIcs } from "./ics.ts";
import { writeMarkdown } from "./markdown.ts";
import { writeMermaid } from "./mermaid.ts";
import { MAX_BASELINES, writeMspdi } from "./mspdi-write.ts";

/** @param now the present instant, ISO 8601 UTC */
export function writePlan(plan: Plan, format: TextFormat, now: string): string {
  switch (format) {
    case "groundwork":
      return serialiseDocument(plan, { exportedAt: now });
    case "csv":
      return writeCsv(plan);
    case "ics":
      return writeIcs(plan, { exportedAt: now });
    case "xml":
      return writeMspdi(plan, { now: () => now });
    case "mmd":
      return writeMermaid(plan);
    case "md":
      return writeMarkdown(plan);
  }
}

/** What of this plan is not in such a file, in words; empty when all of it is. */
export function leftOut(plan: Plan, format: TextFormat): readonly string[] {
  if (format === "groundwork") return [];
  const live = <T extends { readonly deletedAt: string | null }>(rows: ReadonlyMap<string, T>): T[] =>
    [...rows.values()].filter(({ deletedAt }) => deletedAt === null);
  const tasks = live(plan.tasks);
  const with_ = (n: number, what: string, plural?: string): string[] =>
    n > 0 ? [count(n, what, plural)] : [];
  const isLinked = format === "mmd" || format === "md";
  return [
    ...with_(tasks.filter(({ checklist }) => checklist.length > 0).length, "checklist"),
    ...with_(
      live(plan.milestones).filter(({ criteria }) => criteria.length > 0).length,
      "milestone's acceptance criteria",
      "milestones' acceptance criteria",
    ),
    ...(format === "xml" || format === "ics"
      ? []
      : with_(
          live(plan.people).filter((p) => p.daysOff.length > 0).length,
          "person's days off",
          "people's days off",
        )),
    ...(isLinked ? with_(plan.dependencies.size, "link as such", "links as such") : []),
    ...(format === "ics" ? [] : with_(live(plan.routines).length, "routine")),
    ...(format === "xml"
      ? with_(Math.max(0, plan.baselines.size - MAX_BASELINES), "further baseline")
      : with_(plan.baselines.size, "baseline")),
    ...(format === "xml"
      ? with_(tasks.filter(({ handovers }) => handovers.length > 0).length, "hand-over")
      : []),
    ...with_(live(plan.procedures).length, "workflow"),
    ...with_(live(plan.decisionRights).length, "right to decide", "rights to decide"),
    ...with_(live(plan.sessions).length, "session"),
    ...with_(live(plan.decisions).length, "decision"),
    ...with_(live(plan.issues).length, "issue"),
  ];
}
