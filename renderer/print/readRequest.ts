/** A request as it came from outside, read and checked; what its words are written in is loaded. */
import { parseDocumentValue } from "#shared/document/parse.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { type PrintOptions, type PrintRequest, printOptionsSchema } from "#shared/print/document/request.ts";
import { loadFonts } from "./fonts.ts";
import { textsOf } from "./texts.ts";

export interface ReadRequest {
  readonly plan: Plan;
  readonly options: PrintOptions;
}

const WRONG_OPTIONS =
  "Choose A4, Letter, A3, Tabloid or A0 paper, landscape or portrait, and an as-of date of the form yyyy-mm-dd.";

let last: { readonly document: unknown; readonly plan: Plan } | null = null;

/** The document that was read last is not read again: a preview asks for it with every choice. */
export async function readRequest({ document, options }: PrintRequest): Promise<Result<ReadRequest>> {
  const asked = printOptionsSchema.safeParse(options);
  if (!asked.success) return refuse("print.options", WRONG_OPTIONS);
  const plan = readPlan(document);
  if (!plan.ok) return plan;
  await loadFonts([...textsOf(plan.value), ...wordsOf(asked.data)]);
  return ok({ plan: plan.value, options: asked.data });
}

function readPlan(document: unknown): Result<Plan> {
  if (last !== null && last.document === document) return ok(last.plan);
  const parsed = parseDocumentValue(document);
  if (parsed.ok) last = { document, plan: parsed.value };
  return parsed;
}

/** What is typed while it is tried out. */
function wordsOf({ settings }: PrintOptions): string[] {
  return settings ? [settings.preparedBy, settings.preparedFor, settings.versionName] : [];
}
