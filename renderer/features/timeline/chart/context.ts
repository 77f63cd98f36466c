/** What the chart's parts share. Parts read and write this; only the chart itself wires them together. */
import type { Id } from "#shared/domain/fields.ts";
import type { ChartDom } from "./dom.ts";
import type { RowData } from "./rowData.ts";
import type { ChartEvents, ChartRules } from "./types.ts";
import type { View } from "./view.ts";

export interface ChartContext {
  readonly dom: ChartDom;
  readonly data: RowData;
  readonly view: View;
  readonly events: ChartEvents;
  readonly canRename: boolean;
  readonly canAdd: boolean;
  rules: ChartRules;
  today: number;
  readOnly: boolean;
  selection: ReadonlySet<Id>;
  /** Row of the keyboard; -1 before there is any. */
  active: number;
  /** Where a range selection started. */
  anchor: number;
  hovered: number;
  /** Row a link would end at, while one is being drawn. */
  target: number;
  /** Row a link was begun at by keyboard; -1 when none. */
  linkFrom: number;
  /** Redraws what the state of rows (selection, hover, keyboard) changes. */
  refreshRows(): void;
  /** Redraws bars and links after dates or previews changed; all of them, or those of one row. */
  refreshDates(index?: number): void;
  rowOfSlot(slot: number): number;
  zoomTo(pxPerDay: number, anchorX?: number): void;
  revealRow(index: number): void;
  revealBar(index: number): void;
  scrollBy(dx: number, dy: number): void;
}
