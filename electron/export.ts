/** `npm run --silent export -- plan.groundwork plan.pdf`: the printed roadmap, or a file for another program, by command line. */
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dayOfInstant } from "#shared/domain/day.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { count } from "#shared/domain/words.ts";
import { FORMAT_WORDS, type TextFormat } from "#shared/interchange/formatNames.ts";
import { leftOut, writePlan } from "#shared/interchange/formats.ts";
import { type ExportRequest, endingOf, isTextFormat, readArguments } from "./export/arguments.ts";
import { checkPlaces } from "./export/places.ts";
import { printPdf } from "./export/printPdf.ts";
import { type PlanFile, readPlanFile } from "./export/readPlanFile.ts";
import { writeWhole } from "./services/files.ts";

const TROUBLE =
  "The export failed for a reason it does not know. Build the app again (npm run build) and retry.";

interface Exported {
  readonly summary: string;
  readonly notes: readonly string[];
}

/** `rendererDir` holds the built app with its print page. */
export async function exportRoadmap(request: ExportRequest, rendererDir: string): Promise<Result<Exported>> {
  const places = await checkPlaces(request);
  if (!places.ok) return places;
  const read = await readPlanFile(request.input, request.asOf);
  if (!read.ok) return read;
  const ending = endingOf(request.output);
  if (isTextFormat(ending)) return writeText(request.output, read.value, ending);
  const options = { paper: request.paper, asOf: request.asOf };
  const printed = await printPdf({ document: read.value.document, options }, rendererDir);
  if (!printed.ok) return printed;
  const written = await writeWhole(resolve(request.output), printed.value.pdf);
  if (!written.ok) return written;
  return ok({
    summary: `${basename(request.output)}: ${count(printed.value.pages, "page")}`,
    notes: read.value.notes,
  });
}

/** What the file has no place for is told, as what an import left out is. */
async function writeText(
  output: string,
  { plan, notes }: PlanFile,
  format: TextFormat,
): Promise<Result<Exported>> {
  const written = await writeWhole(resolve(output), writePlan(plan, format, new Date().toISOString()));
  if (!written.ok) return written;
  const left = leftOut(plan, format).map((what) => `Not in the file: ${what}`);
  return ok({ summary: `${basename(output)}: ${FORMAT_WORDS[format]}`, notes: [...notes, ...left] });
}

/** The exit code: 0 when the file is there, 1 with a sentence on stderr otherwise. */
async function run(words: readonly string[]): Promise<number> {
  try {
    const request = readArguments(words, dayOfInstant(new Date()));
    const here = dirname(fileURLToPath(import.meta.url));
    const done = request.ok ? await exportRoadmap(request.value, resolve(here, "../renderer")) : request;
    if (!done.ok) {
      console.error(done.problem.message);
      return 1;
    }
    for (const note of done.value.notes) console.error(note);
    console.log(done.value.summary);
    return 0;
  } catch {
    console.error(TROUBLE);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
