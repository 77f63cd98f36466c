/** The words after `npm run --silent export --`. */
import { type Day, isDay } from "#shared/domain/day.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { TEXT_FORMATS, type TextFormat } from "#shared/interchange/formatNames.ts";
import { PAPERS, type Paper } from "#shared/print/paper.ts";

export interface ExportRequest {
  readonly input: string;
  readonly output: string;
  readonly paper: Paper;
  readonly asOf: Day;
}

export const USAGE =
  "Say which roadmap to export and where: npm run --silent export -- plan.groundwork plan.pdf [--paper a4|letter|a3|tabloid|a0] [--as-of yyyy-mm-dd]";

/** Options may stand anywhere and be written `--paper letter` or `--paper=letter`. */
export function readArguments(words: readonly string[], today: Day): Result<ExportRequest> {
  const files: string[] = [];
  let paper: Paper = "A4";
  let asOf = today;
  const queue = words.flatMap(splitOption);
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === "--paper") {
      const found = paperNamed(queue.shift());
      if (!found)
        return refuse(
          "export.paper",
          "Paper is a4, letter, a3, tabloid or a0: write --paper a3, for instance.",
        );
      paper = found;
    } else if (word === "--as-of") {
      const day = queue.shift() ?? "";
      if (!isDay(day)) return refuse("export.asOf", "Write the as-of date as in --as-of 2027-03-04.");
      asOf = day;
    } else if (word.startsWith("--")) {
      return refuse("export.option", `“${word}” is not an option of this command. ${USAGE}`);
    } else files.push(word);
  }
  const [input, output, ...others] = files;
  if (input === undefined || output === undefined || others.length > 0) return refuse("export.usage", USAGE);
  return checkEndings({ input, output, paper, asOf });
}

function splitOption(word: string): string[] {
  const at = word.startsWith("--") ? word.indexOf("=") : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function paperNamed(name: string | undefined): Paper | undefined {
  return PAPERS.find((paper) => paper.toLowerCase() === name?.toLowerCase());
}

function checkEndings(request: ExportRequest): Result<ExportRequest> {
  if (!/\.(groundwork|gan|xml|csv)$/i.test(request.input)) {
    return refuse(
      "export.input",
      `“${request.input}” is not a roadmap by its name: the file to read ends in .groundwork, .gan, .xml or .csv.`,
    );
  }
  const ending = endingOf(request.output);
  if (ending !== "pdf" && !isTextFormat(ending)) {
    return refuse(
      "export.output",
      `“${request.output}” must end in .pdf, .${TEXT_FORMATS.join(", .")}: the ending says what is written.`,
    );
  }
  return ok(request);
}

/** `pdf` of `plan.PDF`; an empty text for a name without an ending. */
export function endingOf(name: string): string {
  return (/\.([^./\\]+)$/.exec(name)?.[1] ?? "").toLowerCase();
}

export function isTextFormat(ending: string): ending is TextFormat {
  return (TEXT_FORMATS as readonly string[]).includes(ending);
}
