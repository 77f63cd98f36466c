import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_SIGNS, type RowKind, type TimelineRow } from "#shared/timeline/bar.ts";
import { minimapShapes } from "#shared/timeline/minimap.ts";
import { windowWords } from "#shared/timeline/words.ts";

function row(kind: RowKind, start: number | null, finish: number | null, hue = 1): TimelineRow {
  return {
    id: `${kind} ${start}`,
    kind,
    depth: kind === "stage" ? 0 : 1,
    code: "1",
    label: "",
    start,
    finish,
    progress: 0,
    hue,
    expanded: null,
    mark: "none",
    note: "",
    ghost: null,
    signs: NO_SIGNS,
  };
}

const span = { start: 100, finish: 199 };
const size = { columns: 50, lines: 4 };

/** Columns and lines that a path's rectangles cover. */
function cells(path: string): string[] {
  const found: string[] = [];
  for (const [, x, y, width, height] of path.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)/g)) {
    for (let column = Number(x); column < Number(x) + Number(width); column++)
      for (let line = Number(y); line < Number(y) + Number(height); line++) found.push(`${column} ${line}`);
  }
  return found;
}

describe("the plan in a strip", () => {
  it("squeezes days into columns and rows into lines", () => {
    const rows = [
      row("stage", 100, 199),
      row("task", 100, 103),
      row("task", 190, 199),
      row("milestone", 150, 150),
    ];
    const shapes = minimapShapes(rows, span, size);
    expect(shapes.stages.get(1)).toBe("M0 0h50v4h-50z");
    expect(shapes.tasks.get(1)).toBe("M0 1h2v1h-2zM45 2h5v1h-5z");
    expect(shapes.milestones).toBe("M25 3h1v1h-1z");
  });

  it("keeps the colours of stages apart", () => {
    const rows = [
      row("stage", 100, 149),
      row("stage", 150, 199, 2),
      row("task", 150, 160, 2),
      row("task", 180, 190, 2),
    ];
    const shapes = minimapShapes(rows, span, size);
    expect([...shapes.stages.keys()]).toEqual([1, 2]);
    expect(shapes.stages.get(2)).toBe("M25 1h25v3h-25z");
    expect([...shapes.tasks.keys()]).toEqual([2]);
  });

  it("shows the shortest work, and leaves out what has no dates or lies outside", () => {
    const shapes = minimapShapes(
      [row("task", 150, 150), row("task", null, null), row("task", 300, 310)],
      span,
      size,
    );
    expect(shapes.tasks.get(1)).toBe("M25 0h1v1h-1z");
  });

  it("covers, of any rows, just the columns that their days touch, and stays as small as the strip", () => {
    const any = fc.array(
      fc.record({
        start: fc.integer({ min: 60, max: 240 }),
        days: fc.nat(80),
        hue: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 300 },
    );
    fc.assert(
      fc.property(any, (tasks) => {
        const rows = tasks.map(({ start, days, hue }) => row("task", start, start + days, hue));
        const covered = [...minimapShapes(rows, span, size).tasks.values()].flatMap(cells);
        expect(new Set(covered).size).toBe(covered.length);
        const wanted = new Set<string>();
        rows.forEach(({ start, finish }, index) => {
          const line = Math.floor((index * size.lines) / rows.length);
          for (let day = Math.max(100, start ?? 0); day <= Math.min(199, finish ?? 0); day++)
            wanted.add(`${Math.floor((day - 100) / 2)} ${line}`);
        });
        expect(new Set(covered)).toEqual(wanted);
      }),
    );
  });

  it("says what the window shows", () => {
    expect(windowWords("2027-01-04", "2027-03-30", "2027-01-04", "2030-12-20")).toBe(
      "Showing 4 Jan to 30 Mar 2027 of 2027 to 2030",
    );
    expect(windowWords("2026-12-20", "2027-01-10", "2027-01-04", "2027-12-20")).toBe(
      "Showing 20 Dec 2026 to 10 Jan 2027 of 2027",
    );
  });
});
