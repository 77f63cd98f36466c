/** The words after `npm run --silent export --`, or after the name of the packaged app. */
import { type Day, isDay } from "#shared/domain/day.ts";
import {
  ORIENTATIONS,
  type Orientation,
  PAPERS,
  type Paper,
  PRESETS,
  type Preset,
  SECTIONS,
  type Section,
} from "#shared/domain/printSettings.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { TEXT_FORMATS, type TextFormat } from "#shared/interchange/formatNames.ts";
import {
  PICTURE_FORMATS,
  PICTURE_ROWS,
  PICTURE_SCALES,
  PICTURES,
  type PictureFormat,
  type PictureKind,
  type PictureRows,
  type PictureScale,
} from "#shared/print/picture.ts";

export interface ExportRequest {
  readonly input: string;
  readonly output: string;
  readonly asOf: Day;
  /** What is not said is as the roadmap has it. */
  readonly preset?: Preset;
  readonly sections?: readonly Section[];
  readonly paper?: Paper;
  readonly orientation?: Orientation;
  /** For `.png` and `.svg`. */
  readonly picture: PictureKind;
  readonly rows: PictureRows;
  readonly scale: PictureScale;
  /** A session by name or day; null for the one that was closed last. */
  readonly session: string | null;
}

export const USAGE =
  "Say which roadmap to export and where: npm run --silent export -- plan.groundwork plan.pdf [--preset board|working|handover] [--sections cover,plan,…] [--paper a4|letter|a3|tabloid|a0] [--orientation landscape|portrait] [--as-of yyyy-mm-dd] [--picture plan|timeline] [--rows slide|all] [--scale 1|2|3] [--session name or day]";

type Options = Omit<ExportRequest, "input" | "output">;

interface Option {
  /** What the option may be, as a sentence says it. */
  readonly help: string;
  /** Null when the word is none of them. */
  readonly read: (word: string) => Partial<Options> | null;
}

/** Words that choose one of a list, in capitals or not. */
function oneOf<T extends string | number>(
  name: string,
  values: readonly T[],
  set: (value: T) => Partial<Options>,
): Option {
  const words = values.map((value) => String(value).toLowerCase());
  return {
    help: `Write --${name} ${words.slice(0, -1).join(`, --${name} `)} or --${name} ${words.at(-1)}.`,
    read: (word) => {
      const value = values[words.indexOf(word.toLowerCase())];
      return value === undefined ? null : set(value);
    },
  };
}

/** `own` is what a list of sections makes. */
const NAMED_PRESETS = PRESETS.filter((preset) => preset !== "own");

function sectionsIn(word: string): Partial<Options> | null {
  const named = word
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const sections = SECTIONS.filter((section) => named.includes(section));
  return named.length > 0 && new Set(named).size === sections.length ? { sections } : null;
}

const OPTIONS: Readonly<Record<string, Option>> = {
  "--preset": oneOf("preset", NAMED_PRESETS, (preset) => ({ preset })),
  "--sections": {
    help: `Name the sections with commas between them: --sections ${SECTIONS.join(",")}.`,
    read: sectionsIn,
  },
  "--paper": oneOf("paper", PAPERS, (paper) => ({ paper })),
  "--orientation": oneOf("orientation", ORIENTATIONS, (orientation) => ({ orientation })),
  "--picture": oneOf("picture", PICTURES, (picture) => ({ picture })),
  "--rows": oneOf("rows", PICTURE_ROWS, (rows) => ({ rows })),
  "--scale": oneOf("scale", PICTURE_SCALES, (scale) => ({ scale })),
  "--as-of": {
    help: "Write the as-of date as in --as-of 2027-03-04.",
    read: (word) => (isDay(word) ? { asOf: word } : null),
  },
  "--session": {
    help: "Name the session or its day, as in --session 2027-03-04.",
    read: (word) => (word.trim() === "" ? null : { session: word.trim() }),
  },
};

/** Options may stand anywhere and be written `--paper letter` or `--paper=letter`. */
export function readArguments(words: readonly string[], today: Day): Result<ExportRequest> {
  const files: string[] = [];
  let options: Options = {
    asOf: today,
    picture: "plan",
    rows: "slide",
    scale: 2,
    session: null,
  };
  const queue = words.flatMap(splitOption);
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (!word.startsWith("--")) {
      files.push(word);
      continue;
    }
    const option = Object.hasOwn(OPTIONS, word) ? OPTIONS[word] : undefined;
    if (!option) return refuse("export.option", `“${word}” is not an option of this command. ${USAGE}`);
    const chosen = option.read(queue.shift() ?? "");
    if (!chosen) return refuse(`export.${word.slice(2)}`, option.help);
    options = { ...options, ...chosen };
  }
  const [input, output, ...others] = files;
  if (input === undefined || output === undefined || others.length > 0) return refuse("export.usage", USAGE);
  return checkEndings({ input, output, ...options });
}

function splitOption(word: string): string[] {
  const at = word.startsWith("--") ? word.indexOf("=") : -1;
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

/** Everything the command writes, by the ending of the file's name. */
const OUTPUTS = ["pdf", ...PICTURE_FORMATS, ...TEXT_FORMATS] as const;

function checkEndings(request: ExportRequest): Result<ExportRequest> {
  if (!isInput(request.input)) {
    return refuse(
      "export.input",
      `“${request.input}” is not a roadmap by its name: the file to read ends in .groundwork, .gan, .xml or .csv.`,
    );
  }
  if (!isOutput(request.output)) {
    return refuse(
      "export.output",
      `“${request.output}” must end in .${OUTPUTS.join(", .")}: the ending says what is written.`,
    );
  }
  return ok(request);
}

export function isInput(name: string): boolean {
  return /\.(groundwork|gan|xml|csv)$/i.test(name);
}

export function isOutput(name: string): boolean {
  return (OUTPUTS as readonly string[]).includes(endingOf(name));
}

/** `pdf` of `plan.PDF`; an empty text for a name without an ending. */
export function endingOf(name: string): string {
  return (/\.([^./\\]+)$/.exec(name)?.[1] ?? "").toLowerCase();
}

export function isTextFormat(ending: string): ending is TextFormat {
  return (TEXT_FORMATS as readonly string[]).includes(ending);
}

export function isPictureFormat(ending: string): ending is PictureFormat {
  return (PICTURE_FORMATS as readonly string[]).includes(ending);
}

/** Everything that is an option of the command, with its dashes. */
export function isOption(word: string): boolean {
  return Object.hasOwn(OPTIONS, splitOption(word)[0] ?? "");
}
