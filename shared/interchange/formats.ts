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
  const some = (n: number, what: string, plural?: string): string[] =>
    n > 0 ? [count(n, what, plural)] : [];
  const hasNoLinks = format === "mmd" || format === "md";
  return [
    ...some(tasks.filter(({ checklist }) => checklist.length > 0).length, "checklist"),
    ...some(
      live(plan.milestones).filter(({ criteria }) => criteria.length > 0).length,
      "milestone's acceptance criteria",
      "milestones' acceptance criteria",
    ),
    ...some(
      live(plan.stages).filter(({ gateCriteria }) => gateCriteria.length > 0).length,
      "stage's exit criteria",
      "stages' exit criteria",
    ),
    ...some(
      tasks.filter((task) => task.consultedIds.length + task.informedIds.length > 0).length,
      "task's people to ask or tell",
      "tasks' people to ask or tell",
    ),
    ...some(
      [...plan.dependencies.values()].filter(({ rule }) => rule !== undefined).length,
      "link's own rule",
      "links' own rules",
    ),
    ...(format === "xml"
      ? []
      : some(
          [...tasks, ...live(plan.milestones)].filter((item) => item.constraint !== null || item.isPinned)
            .length,
          "rule or pin of dates",
          "rules and pins of dates",
        )),
    ...(format === "xml"
      ? []
      : some(
          live(plan.people).filter((p) => p.daysOff.length > 0).length,
          "person's days off",
          "people's days off",
        )),
    ...(hasNoLinks ? some(plan.dependencies.size, "link as such", "links as such") : []),
    ...(format === "ics" ? [] : some(live(plan.routines).length, "routine")),
    ...(format === "xml"
      ? some(Math.max(0, plan.baselines.size - MAX_BASELINES), "further baseline")
      : some(plan.baselines.size, "baseline")),
    ...(format !== "ics"
      ? some(tasks.filter(({ handovers }) => handovers.length > 0).length, "hand-over")
      : []),
    ...some(live(plan.procedures).length, "workflow"),
    ...some(live(plan.decisionRights).length, "right to decide", "rights to decide"),
    ...some(live(plan.sessions).length, "session"),
    ...some(live(plan.decisions).length, "decision"),
    ...some(live(plan.issues).length, "issue"),
  ];
}
