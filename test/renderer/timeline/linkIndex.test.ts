import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LinkIndex } from "#renderer/features/timeline/chart/linkIndex.ts";
import { RowData } from "#renderer/features/timeline/chart/rowData.ts";
import { NO_SIGNS, type TimelineRow } from "#shared/timeline/bar.ts";
import type { TimelineLink } from "#shared/timeline/rowLinks.ts";

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

/** The rows of the links visited. */
function found(index: LinkIndex, visitAll: (visit: (link: number) => void) => void): string[] {
  const result: string[] = [];
  visitAll((link) => result.push(`r${index.from[link]} r${index.to[link]} ${index.types[link]}`));
  return result.sort();
}

const rowOf = (id: string) => Number(id.slice(1));
const said = (list: readonly TimelineLink[]) =>
  list.map(({ fromId, toId, type }) => `${fromId} ${toId} ${type}`).sort();

const lastTile = Math.floor(ROWS / 16) - 1;

describe("the index of links", () => {
  it("finds exactly the links that pass a tile's rows, each once", () => {
    const tiles = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: lastTile }));
    fc.assert(
      fc.property(
        links,
        fc.array(tiles, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (list, asked, sorted) => {
          const index = indexOf(list);
          if (sorted) index.sort();
          for (const tile of asked) {
            const [first, last] = [tile * 16, (tile + 1) * 16];
            const expected = list.filter(({ fromId, toId }) => {
              const [a, b] = [rowOf(fromId), rowOf(toId)];
              return Math.max(a, b) >= first && Math.min(a, b) < last;
            });
            expect(found(index, (visit) => index.eachBetween(first, last, visit))).toEqual(said(expected));
          }
        },
      ),
    );
  });

  it("finds the links of a row", () => {
    fc.assert(
      fc.property(links, row, fc.boolean(), (list, at, isDrawn) => {
        const index = indexOf(list);
        if (isDrawn) index.eachBetween(0, 16, () => undefined);
        const expected = list.flatMap((link) =>
          [link.fromId, link.toId].flatMap((id) => (id === `r${at}` ? [link] : [])),
        );
        expect(found(index, (visit) => index.eachAtRow(at, visit))).toEqual(said(expected));
      }),
    );
  });

  it("leaves out links to rows that are not there", () => {
    const gone = [{ id: "x", fromId: "r1", toId: "nowhere", type: "FS" as const }];
    const index = indexOf(gone);
    expect(found(index, (visit) => index.eachBetween(0, 16, visit))).toEqual([]);
    expect(found(index, (visit) => index.eachAtRow(1, visit))).toEqual([]);
    expect(found(index, (visit) => index.eachBetween(0, ROWS, visit))).toEqual([]);
  });
});
