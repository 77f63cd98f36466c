/** On which sheet of the timeline an item is, and what the sheets are called. */
import { dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { sheetName } from "#shared/print/chart/tiles.ts";

export type ItemEnd = "start" | "finish";

/** Sheets down and across. */
export interface SheetGrid {
  readonly rows: number;
  readonly columns: number;
}

export interface SheetPlaces {
  /** All sheets of the timeline, those left blank included. */
  readonly grid: SheetGrid;
  /** `B2`, or `4` when no window of time takes more than one sheet; empty for what has no dates. */
  nameOf(id: Id, end: ItemEnd): string;
  /** Whether the first comes earlier in the plan. */
  isAbove(id: Id, other: Id): boolean;
}

/** Rows of sheets that share their windows of time. */
export interface PlacedPart {
  readonly tiles: readonly ChartSpan[];
  /** The items of each row of sheets. */
  readonly pages: readonly (readonly OutlineNode[])[];
}

export function sheetPlaces(parts: readonly PlacedPart[]): SheetPlaces {
  const columns = Math.max(1, ...parts.map(({ tiles }) => tiles.length));
  const spots = new Map<Id, { at: number; row: number; node: OutlineNode; tiles: readonly ChartSpan[] }>();
  let row = 0;
  for (const { tiles, pages } of parts) {
    for (const page of pages) {
      for (const node of page) spots.set(node.item.id, { at: spots.size, row, node, tiles });
      row++;
    }
  }
  return {
    grid: { rows: row, columns },
    nameOf: (id, end) => {
      const spot = spots.get(id);
      const day = spot && (end === "start" ? spot.node.start : spot.node.finish);
      if (!spot || !day) return "";
      return columns === 1 ? `${spot.row + 1}` : sheetName(spot.row, tileOf(spot.tiles, dayNumber(day)));
    },
    isAbove: (id, other) => (spots.get(id)?.at ?? 0) < (spots.get(other)?.at ?? 0),
  };
}

function tileOf(tiles: readonly ChartSpan[], day: number): number {
  const at = tiles.findIndex(({ lastDay }) => day <= lastDay);
  return at < 0 ? tiles.length - 1 : at;
}
