/** Reading the `.groundwork` format. Nothing here throws: what is wrong comes back as one sentence. */
import type { z } from "zod";
import type { Entity } from "#shared/domain/entity.ts";
import { checkPlan } from "#shared/domain/invariants.ts";
import { type Plan, planFromEntities } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { roadmapSchema } from "#shared/domain/roadmap.ts";
import { lowered } from "#shared/domain/words.ts";
import { FORMAT, LISTS, MAX_CHARACTERS } from "./format.ts";
import { MIGRATIONS, type Migration, migrate, type RawDocument } from "./migrations.ts";
import { withSoundOrder } from "./order.ts";
import { fieldSentence, placeOf, rowName } from "./sentences.ts";
import { findHazard, isRecord } from "./walk.ts";

/**
 * Reads the text of a `.groundwork` file. Refused with a sentence: anything but text, more than 50 Mi
 * characters, other encodings than UTF-8, text that is not JSON or breaks off, other programs' JSON, files of a
 * newer version, and plans that break a rule of shared/domain/invariants.ts.
 */
export function parseDocument(text: unknown): Result<Plan> {
  if (typeof text !== "string") return refuse("not-text", "This is not a Groundwork file.");
  if (text.length > MAX_CHARACTERS) {
    return refuse("too-large", "This file is too large for Groundwork, which opens files of up to 50 MB.");
  }
  if (text.includes("\uFFFD") || text.includes("\0")) {
    return refuse("encoding", "This file is not saved as UTF-8 text. Save it again as UTF-8, then open it.");
  }
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body === "") return refuse("empty", "This file is empty.");
  if (!body.startsWith("{")) return refuse("foreign", "This is not a Groundwork file.");
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return unreadable(body);
  }
  return parseDocumentValue(value);
}

/** The same for a document that is parsed JSON already. */
export function parseDocumentValue(
  value: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
): Result<Plan> {
  if (!isRecord(value) || value.format !== FORMAT) {
    return refuse("foreign", "This is not a Groundwork file.");
  }
  const hazard = findHazard(value);
  if (hazard) {
    const where = placeOf(value, hazard.path);
    return hazard.kind === "deep"
      ? refuse("too-deep", `${where} is nested too deeply to be a plan.`)
      : refuse("unsafe-key", `${where} has a field named __proto__, which no plan has.`);
  }
  const migrated = migrate(value, migrations);
  return migrated.ok ? readPlan(migrated.value) : migrated;
}

function unreadable(body: string): Result<never> {
  const mentionsFormat = /"format"\s*:\s*"groundwork"/.test(body.slice(0, 2_000));
  if (!mentionsFormat) return refuse("foreign", "This is not a Groundwork file.");
  if (!body.endsWith("}")) {
    return refuse("truncated", "This file breaks off before its end. Use another copy of it.");
  }
  return refuse("not-json", "This file is damaged and cannot be read. Use another copy of it.");
}

function readPlan(document: RawDocument): Result<Plan> {
  const roadmap = readRow(roadmapSchema, document.roadmap, "The roadmap");
  if (!roadmap.ok) return roadmap;
  const rows: Entity[] = [];
  const ids = new Map<string, string>([[roadmap.value.id, "the roadmap"]]);
  for (const { list, word, schema } of LISTS) {
    const raw = document[list];
    if (!Array.isArray(raw)) return refuse("no-list", `The list of ${list} is missing from this file.`);
    for (const [index, value] of raw.entries()) {
      const name = rowName(value, word, index);
      const row = readRow<Exclude<Entity, { kind: "roadmap" }>>(schema, value, name);
      if (!row.ok) return row;
      if (row.value.roadmapId !== roadmap.value.id)
        return refuse("other-roadmap", `${name} belongs to another roadmap than the one in this file.`);
      const other = ids.get(row.value.id);
      if (other) return refuse("same-id", `${name} has the same id as ${other}.`);
      ids.set(row.value.id, lowered(name));
      rows.push(row.value);
    }
  }
  const plan = withSoundOrder(planFromEntities(roadmap.value, rows));
  const problem = checkPlan(plan)[0];
  return problem ? refuse(problem.code, problem.message) : ok(plan);
}

function readRow<T>(schema: z.ZodType<T>, value: unknown, name: string): Result<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? ok(parsed.data) : refuse("invalid", fieldSentence(name, parsed.error.issues[0]));
}
