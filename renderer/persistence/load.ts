/** Reads roadmaps back. Every row is parsed; one that cannot be read is counted, left alone and never written over. */
import type { z } from "zod";
import {
  certainPart,
  EMPTY_HISTORY,
  type History,
  type PartialHistory,
  remember,
  rememberPart,
  UNDO_DEPTH,
  UNKNOWN_HISTORY,
} from "#renderer/store/history.ts";
import { journalEntrySchema, type Scope } from "#renderer/store/journal.ts";
import type { LoadedHome, LoadedPlan, RoadmapSummary } from "#renderer/store/storage.ts";
import type { EditContext } from "#shared/domain/change.ts";
import { ENTITY_KINDS, type Entity, type EntityKind, entitySchemas } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Roadmap } from "#shared/domain/roadmap.ts";
import type { GroundworkDatabase, JournalRow } from "./database.ts";

const CONTENT_KINDS: readonly EntityKind[] = ENTITY_KINDS.filter((kind) => kind !== "roadmap");

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

/** Steps that can at least be undone after a restart, if so many were ever made. */
const STEPS_AFTER_RESTART = 200;

/** Reads back as much of the journal's end as it takes to know what undo and redo do next. */
async function loadHistory(db: GroundworkDatabase, ctx: EditContext, scope: Scope): Promise<History> {
  for (let count = UNDO_DEPTH; ; count *= 2) {
    const rows = (await journalOf(db, scope).reverse().limit(count).toArray()).reverse();
    const isWhole = rows.length < count;
    const { end, isCut } = replay(ctx, scope === "home" ? rows.map(withoutContents) : rows, isWhole);
    const isEnough = end.hidden === 0 && end.known.undo.length >= STEPS_AFTER_RESTART;
    if (isWhole || isCut || isEnough) return certainPart(end);
  }
}

/** Of an imported roadmap only its own row matters for undo; its thousands of others need not be read at every start. */
function withoutContents(row: JournalRow): unknown {
  const added: unknown = row.change?.added;
  if (!Array.isArray(added)) return row;
  return { ...row, change: { ...row.change, added: added.filter((r) => r?.kind === "roadmap") } };
}

/** `isCut` says that a row could not be read: steps older than that cannot be undone past it. */
function replay(
  ctx: EditContext,
  rows: readonly unknown[],
  isWhole: boolean,
): { readonly end: PartialHistory; readonly isCut: boolean } {
  let end: PartialHistory = { known: EMPTY_HISTORY, hidden: 0 };
  let isCut = false;
  for (const row of rows) {
    const entry = journalEntrySchema.safeParse(row);
    if (!entry.success) {
      end = UNKNOWN_HISTORY;
      isCut = true;
    } else if (isWhole && !isCut) end = { known: remember(ctx, end.known, entry.data), hidden: 0 };
    else end = rememberPart(ctx, end, entry.data);
  }
  return { end, isCut };
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
