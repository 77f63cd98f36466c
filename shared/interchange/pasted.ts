/** Cells copied from a spreadsheet as lines to paste: names with their dates and whoever of the plan's people does them. */

import { type PastedLine, parsePastedLines } from "#shared/domain/operations/paste.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { readPeople } from "./csv-cells.ts";
import { CSV_FIELDS, type CsvLine, type CsvMapping, guessMapping, knownHeadings } from "./csv-columns.ts";
import { decideOrder, readDate } from "./csv-dates.ts";
import { levelsOf } from "./csv-levels.ts";
import { parseCsv } from "./csv-parse.ts";

/** Any text as lines; tabs inside lines make it a table, whose first row may be headings. */
export function pastedLines(text: string, plan: Plan): readonly PastedLine[] {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const isTable = lines.filter((line) => /\S\t+\S/.test(line)).length * 2 > lines.length;
  const table = isTable ? parseCsv(text, "\t") : null;
  if (!table?.ok) return parsePastedLines(text);
  const { header, rows } = table.value;
  const hasHeadings = knownHeadings(header) >= 2;
  const cells = hasHeadings ? rows : [header, ...rows];
  const names = new Map(livePeople(plan).map(({ id, name }) => [name.trim().toLocaleLowerCase(), id]));
  const mapping = hasHeadings ? guessMapping(header) : mappingByCells(cells, (name) => names.has(name));
  const read = cells.map((row): CsvLine => {
    const entries = CSV_FIELDS.map((field) => [field, cellOf(row, mapping[field])]);
    return { ...Object.fromEntries(entries), parent: "", stage: "" } as CsvLine;
  });
  const named = read.filter(({ name }) => name.trim() !== "");
  if (named.length === 0) return parsePastedLines(text);
  const { order } = decideOrder(named.map(({ start, finish }) => [start, finish]));
  let before = -1;
  return levelsOf(named).flatMap(({ line, level }): PastedLine[] => {
    if (!line) return [];
    before = Math.min(level, before + 1);
    const doer = readPeople(line.who)[0]?.name.toLocaleLowerCase() ?? "";
    const dated = (cell: string) => (cell.length > 60 ? null : readDate(cell, order));
    return [
      {
        name: line.name.replace(/\s+/gu, " ").trim(),
        level: before,
        start: dated(line.start),
        finish: dated(line.finish),
        personId: names.get(doer) ?? null,
      },
    ];
  });
}

function cellOf(row: readonly string[], column: number | undefined): string {
  return column === undefined ? "" : (row[column] ?? "");
}

/** Without headings: dates are first the start, then the finish; known people do it; the first other text is the name. */
function mappingByCells(
  rows: readonly (readonly string[])[],
  isPerson: (name: string) => boolean,
): CsvMapping {
  const mapping: { -readonly [F in keyof CsvMapping]: number } = {};
  const width = Math.max(...rows.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const filled = rows.map((row) => cellOf(row, column).trim()).filter((cell) => cell !== "");
    const most = (is: (cell: string) => boolean): boolean =>
      filled.length > 0 && filled.filter(is).length * 2 > filled.length;
    if (
      most((cell) => cell.length <= 60 && readDate(cell, "dmy") !== null) ||
      most((cell) => cell.length <= 60 && readDate(cell, "mdy") !== null)
    ) {
      if (mapping.start === undefined) mapping.start = column;
      else mapping.finish ??= column;
    } else if (most((cell) => /^\d+([.-]\d+)*\.?$/.test(cell))) mapping.number ??= column;
    else if (most((cell) => isPerson((readPeople(cell)[0]?.name ?? "").toLocaleLowerCase())))
      mapping.who ??= column;
    else mapping.name ??= column;
  }
  return mapping;
}
