/** What the cells of a table say: durations, links, people, states and shares. */
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { TaskStatus } from "#shared/domain/task.ts";
import { headingKey } from "./csv-columns.ts";
import type { RowLink } from "./rows.ts";

const HOURS_PER_DAY = 8;
const DAYS_PER_MONTH = 20;

/** A number in either way of writing: `1.5`, `1,5`, `1 200`. Null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00A0\u202F](?=\d{3}\b)/g, "");
  const match = /^([+-]?)(\d{1,9})(?:[.,](\d{1,9}))?$/.exec(plain);
  if (!match) return null;
  return Number(`${match[1]}${match[2]}.${match[3] ?? 0}`);
}

const DURATION = /^([+-]?[\d.,\s]+?)\s*(e|f)?\s*(\p{L}+)?\.?\s*\??$/iu;

/** First letters of units in the languages headings are known in; longer beginnings stand first. */
const UNITS: readonly (readonly [RegExp, "minute" | "hour" | "day" | "week" | "month" | "year"])[] = [
  [/^(mo|mon|mes|mois|mese|maand|mtl)/, "month"],
  [/^m(in|inut)?/, "minute"],
  [/^(h|std|stunde|uur|ore|ora|hora|heure)/, "hour"],
  [/^(wk|w|woche|sem|set|s$)/, "week"],
  [/^(y|jahr|an|ano|jaar)/, "year"],
  [/^(d|t|j|g|dag|tag|dia)/, "day"],
];

/** Working days, as in `5 days`, `3d`, `2w`, `16h`, `5 Tage`, `1,5 j`; a bare number is days. Null when it is none. */
export function readDuration(text: string, daysPerWeek = 5): number | null {
  if (text.length > 40) return null;
  const match = DURATION.exec(text.trim());
  const number = match ? readNumber(match[1] ?? "") : null;
  if (!match || number === null) return null;
  const unit = (match[3] ?? "d").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const kind = UNITS.find(([begin]) => begin.test(unit))?.[1];
  if (kind === undefined) return null;
  const isElapsed = match[2] !== undefined;
  const days = {
    minute: 1 / 60 / (isElapsed ? 24 : HOURS_PER_DAY),
    hour: 1 / (isElapsed ? 24 : HOURS_PER_DAY),
    day: 1,
    week: isElapsed ? 7 : daysPerWeek,
    month: isElapsed ? 30 : DAYS_PER_MONTH,
    year: isElapsed ? 365 : DAYS_PER_MONTH * 12,
  }[kind];
  return Math.round(number * days * 1_000) / 1_000;
}

/** Kinds of links in English, German and French short forms. */
const LINK_TYPES: Readonly<Record<string, DependencyType>> = {
  FS: "FS",
  SS: "SS",
  FF: "FF",
  SF: "SF",
  EA: "FS",
  AA: "SS",
  EE: "FF",
  AE: "SF",
  FD: "FS",
  DD: "SS",
  DF: "SF",
};
const LINK = /^(.+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE|FD|DD|DF)?\s*(?:([+-])\s*([\d.,]+)\s*(\p{L}*))?$/u;

export interface ReadLinks {
  readonly links: readonly RowLink[];
  /** Those whose gap cannot be read, as they stand in the cell. */
  readonly unread: readonly string[];
}

/** `3FS+2d; 1.2SS`, `4, 5`; a gap in `ed` or `et` is in elapsed days. */
export function readLinks(cell: string): ReadLinks {
  const links: RowLink[] = [];
  const unread: string[] = [];
  for (const part of listIn(cell)) {
    const match = part.length > 600 ? null : LINK.exec(part);
    const number = match?.[4] === undefined ? 0 : readDuration(`${match[4]}${match[5]}`);
    const known = match && number !== null && (match[2] !== undefined || match[3] === undefined);
    if (!known) {
      // A name may hold a sign that looks like a gap.
      links.push({ from: part, type: "FS", lagDays: 0, lagKind: "working" });
      if (match && number === null) unread.push(part);
      continue;
    }
    const lagKind = /^e/i.test(match[5] ?? "") ? "elapsed" : "working";
    const lagDays = match[3] === "-" ? -number || 0 : number;
    links.push({ from: match[1] ?? part, type: LINK_TYPES[match[2] ?? "FS"] ?? "FS", lagDays, lagKind });
  }
  return { links, unread };
}

/** Parts of a cell: by semicolons or lines where it has any, else by commas. */
export function listIn(cell: string): string[] {
  const parts = /[;\n|]/.test(cell) ? cell.split(/[;\n|]/) : cell.split(",");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

export interface ReadPerson {
  readonly name: string;
  /** Percent of their time. */
  readonly share: number;
}

/** `Ana; Ben [50%]`, `Ana, Ben (50 %)`. */
export function readPeople(cell: string): ReadPerson[] {
  return listIn(cell).map((part) => {
    const match = /^(.+?)\s*[[(]\s*([\d.,]+)\s*%\s*[\])]$/.exec(part);
    const share = match ? readNumber(match[2] ?? "") : null;
    return match && share !== null && share <= 1_000
      ? { name: (match[1] ?? "").trim(), share }
      : { name: part, share: 100 };
  });
}

const STATES: readonly (readonly [TaskStatus, RegExp])[] = [
  [
    "not-started",
    /^(not started|to ?do|todo|open|new|backlog|planned|not begun|offen|nicht begonnen|a faire|no iniciad[oa]|nao iniciad[oa]|da fare|niet gestart|te doen|future task|on schedule)/,
  ],
  ["cancelled", /^(cancel|abgebrochen|annul|cancelad|abandon|won t|rejected|dropped)/],
  [
    "done",
    /^(done|complete|completed|closed|finished|resolved|reached|erledigt|fertig|abgeschlossen|termin|fait|hech|complet|concluid|fatto|gereed|voltooid|klaar|yes$|true$|x$)/,
  ],
  ["blocked", /^(blocked|stuck|blockiert|bloque|bloquead|bloccat|geblokkeerd)/],
  ["waiting", /^(waiting|on hold|hold|pending|paused|wartet|en attente|en espera|em espera|in attesa|wacht)/],
  [
    "in-progress",
    /^(in progress|doing|started|active|working|in review|ongoing|late|in arbeit|laufend|en cours|en progreso|en curso|em andamento|in corso|bezig|mee bezig|at risk|on track|off track)/,
  ],
];

/** A state in the words of common programs; null when it is none. */
export function readStatus(text: string): TaskStatus | null {
  const key = headingKey(text);
  return STATES.find(([, begin]) => begin.test(key))?.[0] ?? null;
}

/** 0 to 100. `50%`, `50`; of a column of fractions `0.5`. Null when it is none. */
export function readProgress(text: string, isFraction: boolean): number | null {
  const key = text.trim().toLowerCase();
  if (/^(true|yes|x|done|ja|oui|si)$/.test(key)) return 100;
  if (/^(false|no|nein|non)$/.test(key)) return 0;
  const number = readNumber(key.replace(/\s*%$/, ""));
  if (number === null) return null;
  return isFraction && !key.endsWith("%") ? number * 100 : number;
}

/** Whether the shares of a column are parts of one rather than of a hundred. */
export function isFractions(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => !cell.includes("%")).flatMap((cell) => readNumber(cell) ?? []);
  return numbers.some((n) => n > 0 && n < 1) && numbers.every((n) => n <= 1);
}

/** What a cell of the column for kinds makes of its row; null when it says nothing known. */
export function readKind(text: string): "stage" | "milestone" | "task" | null {
  const key = headingKey(text);
  if (
    /^(milestone|meilenstein|jalon|hito|marco|mijlpaal|pietra miliare|yes$|true$|ja$|oui$|si$|sim$|1$)/.test(
      key,
    )
  )
    return "milestone";
  if (/^(stage|phase|etappe)$/.test(key)) return "stage";
  return key === "" ? null : "task";
}
