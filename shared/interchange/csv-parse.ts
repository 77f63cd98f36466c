/**
 * Comma-separated values: RFC 4180, with what spreadsheets write besides: a byte order mark, semicolons or tabs
 * between cells, and any kind of line end.
 */
import { ok, type Result, refuse } from "#shared/domain/result.ts";

export interface CsvTable {
  /** The first line that is not blank. */
  readonly header: readonly string[];
  /** Every further line that is not blank, cells as they stand. */
  readonly rows: readonly (readonly string[])[];
}

const MAX_CHARACTERS = 50 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 500;
/** Characters of the first line that are looked at to tell what parts its cells. */
const MAX_HEADING = 1_000_000;
const DELIMITERS = [",", ";", "\t"] as const;

/**
 * The table of a text; what parts cells is told from the first line unless it is given.
 * Refused with a sentence: other encodings, quotes that never close, more than 20,000 lines or 500 columns.
 */
export function parseCsv(text: unknown, delimiter?: string): Result<CsvTable> {
  if (typeof text !== "string") return refuse("not-text", "This is not a table of text.");
  if (text.length > MAX_CHARACTERS) {
    return refuse("too-large", "This file is too large for Groundwork, which reads files of up to 50 MB.");
  }
  if (text.includes("\0") || text.includes("\uFFFD")) {
    return refuse(
      "encoding",
      "This file is not saved as UTF-8 text. Save it again as “CSV UTF-8”, then import it.",
    );
  }
  const body = text.replace(/^\uFEFF/, "");
  const lines = new CsvReader(body, delimiter ?? delimiterOf(body)).read();
  if (!lines.ok) return lines;
  const filled = lines.value.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const [header, ...rows] = filled;
  return header ? ok({ header, rows }) : refuse("empty", "This file is empty.");
}

/** The sign that parts most cells of the first line, outside quotes; a comma where none does. */
function delimiterOf(body: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]));
  let quoted = false;
  for (let at = 0; at < Math.min(body.length, MAX_HEADING); at++) {
    const sign = body.charAt(at);
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r") && at > 0) break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return DELIMITERS.find((sign) => most > 0 && counts.get(sign) === most) ?? ",";
}

class CsvReader {
  #at = 0;
  #line = 1;

  constructor(
    readonly body: string,
    readonly delimiter: string,
  ) {}

  read(): Result<readonly (readonly string[])[]> {
    const rows: string[][] = [];
    let row: string[] = [];
    while (this.#at < this.body.length) {
      const from = this.#line;
      const cell = this.body[this.#at] === '"' ? this.#quoted() : this.#plain();
      if (cell === null)
        return refuse(
          "open-quote",
          `This file is damaged: the quotes that open in line ${from} never close.`,
        );
      row.push(cell);
      if (row.length > MAX_COLUMNS)
        return refuse(
          "too-wide",
          `Line ${from} has more than ${MAX_COLUMNS} cells, which is no list of work.`,
        );
      if (this.body[this.#at] === this.delimiter) {
        this.#at++;
        // A line can end on an empty cell at the very end of the file.
        if (this.#at === this.body.length) row.push("");
        else continue;
      }
      this.#skipLineEnd();
      rows.push(row);
      row = [];
      if (rows.length > MAX_ROWS)
        return refuse(
          "too-long",
          `This file has more than ${MAX_ROWS.toLocaleString("en")} lines. Split it.`,
        );
    }
    if (row.length > 0) rows.push(row);
    return ok(rows);
  }

  #plain(): string {
    const from = this.#at;
    while (this.#at < this.body.length) {
      const sign = this.body[this.#at];
      if (sign === this.delimiter || sign === "\n" || sign === "\r") break;
      this.#at++;
    }
    return this.body.slice(from, this.#at);
  }

  /** Null when the quotes never close. What stands between the closing quote and the next cell is kept. */
  #quoted(): string | null {
    const from = this.#at + 1;
    let close = this.body.indexOf('"', from);
    // Two quotes stand for one, and end nothing.
    while (close >= 0 && this.body[close + 1] === '"') close = this.body.indexOf('"', close + 2);
    if (close < 0) return null;
    this.#at = close + 1;
    const cell = this.body.slice(from, close).replaceAll('""', '"');
    for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) this.#line++;
    return cell + this.#plain();
  }

  #skipLineEnd(): void {
    if (this.body[this.#at] === "\r") this.#at++;
    if (this.body[this.#at] === "\n") this.#at++;
    this.#line++;
  }
}
