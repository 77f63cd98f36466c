/** An export from the first word to the exit code. How pages are printed is the host's affair. */
import { basename, resolve } from "node:path";
import { discardUnfinished, writeWhole } from "#electron/services/files.ts";
import type { FinishedPdf } from "#electron/services/finishPdf.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { count } from "#shared/domain/words.ts";
import { FORMAT_WORDS, type TextFormat } from "#shared/interchange/formatNames.ts";
import { leftOut, writePlan } from "#shared/interchange/formats.ts";
import type { PrintOptions, PrintProgress, PrintRequest } from "#shared/print/document/request.ts";
import {
  PICTURE_WORDS,
  type PictureFormat,
  type PictureOptions,
  type PictureRequest,
} from "#shared/print/picture.ts";
import { type ExportRequest, endingOf, isPictureFormat, isTextFormat, readArguments } from "./arguments.ts";
import { chosenSession, minutesOf } from "./minutes.ts";
import { checkPlaces } from "./places.ts";
import { type PlanFile, readPlanFile } from "./readPlanFile.ts";

export interface DrawnPicture {
  readonly content: Uint8Array | string;
  readonly width: number;
  readonly height: number;
  readonly left: string;
}

export interface ExportHost {
  printPdf(
    request: PrintRequest,
    onProgress: (progress: PrintProgress) => void,
  ): Promise<Result<FinishedPdf>>;
  drawPicture(request: PictureRequest): Promise<Result<DrawnPicture>>;
  /** One line of progress or trouble, for people. */
  tell(line: string): void;
  /** What was written: the one line that other programs may read. */
  say(line: string): void;
  readonly today: Day;
  now(): string;
}

interface Exported {
  readonly summary: string;
  readonly notes: readonly string[];
}

const TROUBLE =
  "The export failed for a reason it does not know. Try again; if it happens twice, build or install the app again.";

/** The exit code: 0 when the file is there, 1 with a sentence on standard error otherwise. */
export async function runExport(words: readonly string[], host: ExportHost): Promise<number> {
  try {
    const request = readArguments(words, host.today);
    const done = request.ok ? await exportRoadmap(request.value, host) : request;
    if (!done.ok) {
      host.tell(done.problem.message);
      return 1;
    }
    for (const note of done.value.notes) host.tell(note);
    host.say(done.value.summary);
    return 0;
  } catch {
    host.tell(TROUBLE);
    return 1;
  }
}

/** For somebody who stops it half-way: nothing of the new file stays, and what was there is as it was. */
export function stopExport(host: Pick<ExportHost, "tell">): number {
  discardUnfinished();
  host.tell("Stopped. Nothing was written.");
  return 1;
}

async function exportRoadmap(request: ExportRequest, host: ExportHost): Promise<Result<Exported>> {
  const places = await checkPlaces(request);
  if (!places.ok) return places;
  const read = await readPlanFile(request.input, host);
  if (!read.ok) return read;
  host.tell(`Read ${basename(request.input)}: ${sizeOf(read.value.plan)}.`);
  const made = await contentOf(request, read.value, host);
  if (!made.ok) return made;
  const written = await writeWhole(resolve(request.output), made.value.content);
  if (!written.ok) return written;
  const { what, notes } = made.value;
  return ok({ summary: `${basename(request.output)}: ${what}`, notes: [...read.value.notes, ...notes] });
}

function sizeOf({ stages, milestones, tasks }: Plan): string {
  return [count(stages.size, "stage"), count(milestones.size, "milestone"), count(tasks.size, "task")].join(
    ", ",
  );
}

interface Made {
  readonly content: string | Uint8Array;
  /** `12 pages`. */
  readonly what: string;
  readonly notes: readonly string[];
}

function contentOf(request: ExportRequest, file: PlanFile, host: ExportHost): Promise<Result<Made>> {
  const ending = endingOf(request.output);
  if (isPictureFormat(ending)) return pictureOf(request, file, ending, host);
  if (isTextFormat(ending)) return Promise.resolve(textOf(request, file, ending, host));
  return pdfOf(request, file, host);
}

async function pdfOf(request: ExportRequest, file: PlanFile, host: ExportHost): Promise<Result<Made>> {
  const session = request.session === null ? ok(null) : chosenSession(file.plan, request.session);
  if (!session.ok) return session;
  host.tell("Laying out the pages…");
  const { preset, sections, paper, orientation, asOf } = request;
  const part = session.value ? ({ part: "session", sessionId: session.value.id } as const) : {};
  const options: Partial<PrintOptions> = {
    asOf,
    ...(preset ? { preset } : {}),
    ...(sections ? { sections } : {}),
    ...(paper ? { paper } : {}),
    ...(orientation ? { orientation } : {}),
    ...part,
  };
  const printed = await host.printPdf({ document: file.document, options }, stepTeller(host));
  if (!printed.ok) return printed;
  return ok({ content: printed.value.pdf, what: count(printed.value.pages, "page"), notes: [] });
}

/** One line for each step after the first, whatever number of times it is told. */
function stepTeller({ tell }: ExportHost): (progress: PrintProgress) => void {
  const told = new Set<PrintProgress["step"]>(["laying out"]);
  return ({ step, of }) => {
    if (told.has(step)) return;
    told.add(step);
    tell(step === "drawing" ? `Drawing ${count(of, "page")}…` : "Writing the PDF…");
  };
}

async function pictureOf(
  request: ExportRequest,
  file: PlanFile,
  format: PictureFormat,
  host: ExportHost,
): Promise<Result<Made>> {
  host.tell("Drawing the picture…");
  const { picture, rows, scale, asOf } = request;
  const options: PictureOptions = { picture, rows, scale, asOf, format };
  const drawn = await host.drawPicture({ document: file.document, options });
  if (!drawn.ok) return drawn;
  const { content, width, height, left } = drawn.value;
  return ok({
    content,
    what: `${PICTURE_WORDS[format]}, ${width} × ${height} pixels`,
    notes: left === "" ? [] : [`Not in the picture: ${left} --rows all draws them.`],
  });
}

/** What the file has no place for is told, as what an import left out is. */
function textOf(request: ExportRequest, file: PlanFile, format: TextFormat, host: ExportHost): Result<Made> {
  host.tell(`Writing ${FORMAT_WORDS[format]}…`);
  if (format === "md") {
    const minutes = minutesOf(file.plan, request.session, request.asOf);
    if (!minutes.ok) return minutes;
    if (minutes.value) return ok({ ...minutes.value, notes: [] });
  }
  return ok({
    content: writePlan(file.plan, format, host.now()),
    what: FORMAT_WORDS[format],
    notes: leftOut(file.plan, format).map((what) => `Not in the file: ${what}`),
  });
}
