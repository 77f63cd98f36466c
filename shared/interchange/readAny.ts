/** A file of any program that Groundwork reads, told apart by its name and its first signs. */
import { parseDocument } from "#shared/document/parse.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { planFromCsv } from "./csv.ts";
import { guessMapping } from "./csv-columns.ts";
import { parseCsv } from "./csv-parse.ts";
import { type ImportContext, type Imported, parseGan } from "./gan.ts";
import { parseMspdi } from "./mspdi.ts";
import { ownReport } from "./ownReport.ts";
import type { ImportReport } from "./report.ts";

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export type FileKind = "groundwork" | "gan" | "mspdi" | "csv";

/** Null for what is none of them. */
export function kindOfFile({ name, text }: NamedText): FileKind | null {
  const head = text.slice(0, 4_000);
  if (/\.gan$/i.test(name)) return "gan";
  if (/\.(csv|tsv)$/i.test(name)) return "csv";
  if (/\.xml$/i.test(name) || /^\uFEFF?\s*<\?xml|^\uFEFF?\s*<project[\s>]/i.test(head))
    return /<project[\s>]/.test(head) ? "gan" : "mspdi";
  if (/\.(groundwork|json)$/i.test(name) || head.trimStart().startsWith("{")) return "groundwork";
  return null;
}

export interface ReadPlan {
  readonly plan: Plan;
  readonly report: ImportReport;
  /** A file of Groundwork's own, which holds everything. */
  readonly isOwn: boolean;
}

/** The columns of a table are taken for what their headings say. */
export function readAnyPlan(file: NamedText, ctx: ImportContext): Result<ReadPlan> {
  const kind = kindOfFile(file);
  if (kind === "groundwork") {
    const parsed = parseDocument(file.text);
    return parsed.ok ? ok({ plan: parsed.value, report: ownReport(parsed.value), isOwn: true }) : parsed;
  }
  const read = readForeign(file, kind, ctx);
  return read.ok ? ok({ ...read.value, isOwn: false }) : read;
}

function readForeign(
  file: NamedText,
  kind: Exclude<FileKind, "groundwork"> | null,
  ctx: ImportContext,
): Result<Imported> {
  if (kind === "gan") return parseGan(file.text, ctx);
  if (kind === "mspdi") return parseMspdi(file.text, ctx);
  if (kind === "csv") {
    const table = parseCsv(file.text);
    if (!table.ok) return table;
    return planFromCsv(table.value, { mapping: guessMapping(table.value.header), dateOrder: null }, ctx);
  }
  return refuse(
    "foreign",
    "This is not a file Groundwork can read. It opens .groundwork files, tables (.csv), Microsoft Project's .xml and GanttProject's .gan files.",
  );
}
