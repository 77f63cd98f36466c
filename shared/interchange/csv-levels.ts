/** How deep the rows of a table stand: by outline numbers, levels, parents, stages or indents, whichever it has. */
import type { CsvLine } from "./csv-columns.ts";

export interface LevelledLine {
  readonly line: CsvLine | null;
  /** The name of a stage that only a column of stages names. */
  readonly isStage: string | null;
  readonly level: number;
  /** Whether the row after it stands deeper. */
  readonly isHolder: boolean;
}

interface Placed {
  readonly line: CsvLine | null;
  readonly isStage: string | null;
  readonly level: number;
}

export function levelsOf(lines: readonly CsvLine[]): LevelledLine[] {
  const placed = inStages(byParent(lines) ?? byDepth(lines));
  return placed.map((row, i) => ({ ...row, isHolder: (placed[i + 1]?.level ?? 0) > row.level }));
}

/** By the first column that says anything of depth; else all rows stand alike. */
function byDepth(lines: readonly CsvLine[]): Placed[] {
  const depths = [
    lines.map(({ number }) => depthOfNumber(number)),
    lines.map(({ level }) => (/^\d{1,3}$/.test(level.trim()) ? Number(level) : null)),
    lines.map(({ name }) => /^[\s\u00A0]*/.exec(name)?.[0].length ?? 0),
  ];
  const known = depths.find((list) => new Set(list.filter((depth) => depth !== null)).size > 1);
  if (!known) return lines.map((line) => ({ line, isStage: null, level: 0 }));
  const least = Math.min(...known.flatMap((depth) => depth ?? []));
  let before = 0;
  return lines.map((line, i) => {
    const depth = known[i];
    before = depth === null || depth === undefined ? before : depth - least;
    return { line, isStage: null, level: before };
  });
}

/** `1.2.3` stands two levels below `1`. */
function depthOfNumber(text: string): number | null {
  const plain = text.trim().replace(/\.$/, "");
  return /^[\p{L}\d]{1,6}([.-]\d{1,6}){0,50}$/u.test(plain) ? plain.split(/[.-]/).length - 1 : null;
}

/** Rows with what they hold behind them, when a column of parents names other rows; null without one. */
function byParent(lines: readonly CsvLine[]): Placed[] | null {
  if (lines.every(({ parent }) => parent.trim() === "")) return null;
  const children = new Map<CsvLine | null, CsvLine[]>();
  const byName = namesOf(lines);
  for (const line of lines) {
    const named = byName.get(line.parent.trim().toLocaleLowerCase());
    const parent = named === undefined || named === line ? null : named;
    const list = children.get(parent);
    if (list) list.push(line);
    else children.set(parent, [line]);
  }
  const placed: Placed[] = [];
  const seen = new Set<CsvLine>();
  walk(children.get(null) ?? []);
  // Rows that hold each other hang from nothing; they stand at the top.
  for (const line of lines) if (!seen.has(line)) walk([line]);
  return placed;

  function walk(from: readonly CsvLine[]): void {
    const stack = from.map((line) => ({ line, level: 0 })).reverse();
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next.line)) continue;
      seen.add(next.line);
      placed.push({ ...next, isStage: null });
      const level = next.level + 1;
      const below = children.get(next.line) ?? [];
      for (let i = below.length - 1; i >= 0; i--) stack.push({ line: below[i] as CsvLine, level });
    }
  }
}

/** Rows by key, number and name; what stands for several rows means the first. */
function namesOf(lines: readonly CsvLine[]): Map<string, CsvLine> {
  const byName = new Map<string, CsvLine>();
  for (const names of [
    lines.map(({ id }) => id),
    lines.map(({ number }) => number),
    lines.map(({ name }) => name),
  ]) {
    names.forEach((name, i) => {
      const key = name.trim().toLocaleLowerCase();
      if (key !== "" && !byName.has(key)) byName.set(key, lines[i] as CsvLine);
    });
  }
  return byName;
}

/** Outermost rows below the stage that a column names, each stage once, in the order of the table. */
function inStages(placed: readonly Placed[]): Placed[] {
  const stageOf = (line: CsvLine | null): string => line?.stage.trim() ?? "";
  if (placed.every(({ line }) => stageOf(line) === "")) return [...placed];
  const groups = new Map<string, Placed[]>();
  let name = "";
  for (const row of placed) {
    // What a row holds goes with it, whatever its own cell says.
    if (row.level === 0) name = stageOf(row.line);
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].flatMap(([stage, rows]) => {
    if (stage === "") return rows;
    const inside = rows.map((row) => ({ ...row, level: row.level + 1 }));
    return [{ line: null, isStage: stage, level: 0 }, ...inside];
  });
}
