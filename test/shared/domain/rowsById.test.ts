import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapWith } from "#shared/domain/mapWith.ts";
import { rowsById } from "#shared/domain/rowsById.ts";

interface Row {
  readonly id: string;
  readonly n: number;
}

const sorted = (count: number): Row[] =>
  Array.from({ length: count }, (_, n) => ({ id: String(10_000 + n), n }));
const plain = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

describe("rows by their ids", () => {
  it.each([
    ["few", sorted(3)],
    ["many, in the order of their ids", sorted(600)],
    ["many, in another order", sorted(600).reverse()],
    ["many, of which one comes twice", [...sorted(600), { id: "10003", n: -1 }]],
    ["many, of which one comes twice in a row", [...sorted(600), { id: "10599", n: -1 }]],
  ])("are a map, when they are %s", (_, rows) => {
    const map = rowsById(rows);
    const wanted = plain(rows);
    expect(map.size).toBe(wanted.size);
    expect([...map.values()]).toEqual([...wanted.values()]);
    const each: unknown[] = [];
    map.forEach((row, id, of) => {
      each.push([id, row, of === map]);
    });
    expect(each).toEqual([...wanted].map(([id, row]) => [id, row, true]));
    expect([...map]).toEqual([...wanted]);
    expect([...map.keys()]).toEqual([...wanted.keys()]);
    for (const id of ["10000", "10003", "10599", "1", ""]) {
      expect(map.get(id)).toBe(wanted.get(id));
      expect(map.has(id)).toBe(wanted.has(id));
    }
  });

  it("take part in edits", () => {
    const id = fc.integer({ min: 9_995, max: 10_605 }).map(String);
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 9 }), fc.array(id, { maxLength: 9 }), (gone, put) => {
        const rows = sorted(600);
        const entries = put.map((id, n) => [id, { id, n: -n }] as const);
        const after = plain(rows);
        for (const id of gone) after.delete(id);
        for (const [id, row] of entries) after.set(id, row);
        expect([...mapWith(rowsById(rows), gone, entries)]).toEqual([...after]);
      }),
      { seed: 12, numRuns: 20 },
    );
  });
});
