/** Reads roadmaps back. Every row is parsed; one that cannot be read is counted, left alone and never written over. */
import type { z } from "zod";
import { EMPTY_HISTORY, type History, remember, UNDO_DEPTH } from "#renderer/store/history.ts";
import { journalEntrySchema, type Scope } from "#renderer/store/journal.ts";
import type { LoadedHome, LoadedPlan, RoadmapSummary } from "#renderer/store/storage.ts";
import type { EditContext } from "#shared/domain/change.ts";
import { type Entity, type EntityKind, entitySchemas } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import type { GroundworkDatabase } from "./database.ts";

const CONTENT_KINDS: readonly EntityKind[] = ["stage", "milestone", "task", "person", "dependency"];

export async function loadHome(db: GroundworkDatabase, ctx: EditContext): Promise<LoadedHome> {
  const [rows, last, history] = await Promise.all([
    db.rows("roadmap").toArray(),
    db.journal.orderBy("seq").last(),
    loadHistory(db, ctx, "home"),
  ]);
  const { good, bad } = parseRows(entitySchemas.roadmap, rows);
  return { roadmaps: good as Roadmap[], history, nextSeq: (last?.seq ?? 0) + 1, unreadable: bad };
}

export async function loadPlan(
  db: GroundworkDatabase,
  ctx: EditContext,
  id: Id,
): Promise<Result<LoadedPlan>> {
  const content = await loadContent(db, id);
  if (!content.ok) return content;
  return ok({ ...content.value, history: await loadHistory(db, ctx, id) });
}

async function loadContent(db: GroundworkDatabase, id: Id): Promise<Result<Omit<LoadedPlan, "history">>> {
  const roadmap = entitySchemas.roadmap.safeParse(await db.rows("roadmap").get(id));
  if (!roadmap.success) {
    return refuse(
      "no-roadmap",
      "This roadmap cannot be found on this computer. It may have been opened elsewhere.",
    );
  }
  const tables = await Promise.all(
    CONTENT_KINDS.map(async (kind) =>
      parseRows(entitySchemas[kind], await db.rows(kind).where("roadmapId").equals(id).toArray()),
    ),
  );
  const plan = planFromEntities(
    roadmap.data,
    tables.flatMap((table) => table.good),
  );
  return ok({ plan, unreadable: tables.reduce((sum, table) => sum + table.bad, 0) });
}

function parseRows(schema: z.ZodType<Entity>, rows: readonly unknown[]): { good: Entity[]; bad: number } {
  const good: Entity[] = [];
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) good.push(parsed.data);
  }
  return { good, bad: rows.length - good.length };
}

async function loadHistory(db: GroundworkDatabase, ctx: EditContext, scope: Scope): Promise<History> {
  const newestFirst = await journalOf(db, scope).reverse().limit(UNDO_DEPTH).toArray();
  let history = EMPTY_HISTORY;
  for (const row of newestFirst.reverse()) {
    const entry = journalEntrySchema.safeParse(row);
    // Steps older than an unreadable one cannot be undone safely past it.
    history = entry.success ? remember(ctx, history, entry.data) : EMPTY_HISTORY;
  }
  return history;
}

function journalOf(db: GroundworkDatabase, scope: Scope) {
  return db.journal.where("[scope+seq]").between([scope, 0], [scope, Number.MAX_SAFE_INTEGER]);
}

export async function summarise(db: GroundworkDatabase, id: Id): Promise<Result<RoadmapSummary>> {
  const content = await loadContent(db, id);
  if (!content.ok) return content;
  const last = await journalOf(db, id).last();
  return ok({ ...summaryOf(content.value.plan), editedAt: last?.change.at ?? null });
}

function summaryOf(plan: Plan): Omit<RoadmapSummary, "editedAt"> {
  const { inOrder, stages } = outlineOf(plan);
  const milestones = inOrder.flatMap(({ item }) => (item.kind === "milestone" ? [item] : []));
  const ahead = milestones.filter((m) => m.reachedOn === null).sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    milestones: milestones.length,
    reached: milestones.length - ahead.length,
    tasks: stages.reduce((sum, s) => sum + s.taskCount, 0),
    done: stages.reduce((sum, s) => sum + s.doneCount, 0),
    next: ahead[0] ? { name: ahead[0].name, date: ahead[0].date } : null,
  };
}
