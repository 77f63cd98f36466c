import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinkIndex } from "#renderer/features/timeline/chart/linkIndex.ts";
import { RowData } from "#renderer/features/timeline/chart/rowData.ts";
import { NO_SIGNS, type TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rows.ts";

const ROWS = 3_000;
const rows: readonly TimelineRow[] = Array.from({ length: ROWS }, (_, i) => ({
  id: `r${i}`,
  kind: "task",
  depth: 0,
  code: String(i),
  label: `Row ${i}`,
  start: i,
  finish: i + 3,
  progress: 0,
  hue: 1,
  expanded: null,
  mark: "none",
  note: "",
  ghost: null,
  signs: NO_SIGNS,
}));
const row = fc.integer({ min: 0, max: ROWS - 1 });
const links: fc.Arbitrary<TimelineLink[]> = fc.array(
  fc
    .tuple(row, row)
    .map(([a, b]) => ({ id: `${a}-${b}`, fromId: `r${a}`, toId: `r${b}`, type: "FS" as const })),
  { maxLength: 60 },
);

function indexOf(list: readonly TimelineLink[]): LinkIndex {
  const data = new RowData();
  data.set(rows);
  const index = new LinkIndex();
  index.set(list, data);
  return index;
}

function found(visitAll: (visit: (link: number) => void) => void): number[] {
  const result: number[] = [];
  visitAll((link) => result.push(link));
  return result.sort((a, b) => a - b);
}

describe("the index of links", () => {
  it("finds exactly the links that pass a tile's rows, each once", () => {
    fc.assert(
      fc.property(
        links,
        fc.integer({ min: 0, max: Math.floor(ROWS / 16) - 1 }),
        fc.boolean(),
        (list, tile, sorted) => {
          const index = indexOf(list);
          if (sorted) index.sort();
          const [first, last] = [tile * 16, (tile + 1) * 16];
          const expected = list.flatMap((_, i) => {
            const [a, b] = [index.from[i] ?? 0, index.to[i] ?? 0];
            return Math.max(a, b) >= first && Math.min(a, b) < last ? [i] : [];
          });
          expect(found((visit) => index.eachBetween(first, last, visit))).toEqual(expected);
        },
      ),
    );
  });

  it("finds the links of a row", () => {
    fc.assert(
      fc.property(links, row, (list, at) => {
        const index = indexOf(list);
        const expected = list.flatMap((link, i) => {
          const ends = [link.fromId, link.toId].filter((id) => id === `r${at}`);
          return ends.map(() => i);
        });
        expect(found((visit) => index.eachAtRow(at, visit))).toEqual(expected);
      }),
    );
  });

  it("leaves out links to rows that are not there", () => {
    const gone = [{ id: "x", fromId: "r1", toId: "nowhere", type: "FS" as const }];
    expect(indexOf(gone).from).toHaveLength(0);
  });
});
