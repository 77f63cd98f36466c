// biome-ignore-all lint/a11y/useSemanticElements: a table element can neither be drawn in part nor scroll under its head.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; rows and cells are its active descendants.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has a key for everything the mouse does.
// biome-ignore-all lint/a11y/noStaticElementInteractions: as above.
import type { ComponentProps } from "react";
import type { Id } from "#shared/domain/fields.ts";
import type { ColumnId } from "./columns.ts";

/** The id of a row, or of one of its cells, in the document; an item's own id may have blanks in it. */
export function elementId(prefix: string, id: Id, column: ColumnId | null): string {
  return `${prefix}${encodeURIComponent(id)}${column ? `-${column}` : ""}`;
}

export function GridRow(props: ComponentProps<"div">) {
  return <div {...props} role="row" />;
}

export function GridRowGroup(props: ComponentProps<"div">) {
  return <div {...props} role="rowgroup" />;
}

interface GridCellProps extends ComponentProps<"div"> {
  readonly role?: "gridcell" | "rowheader" | "columnheader";
}

export function GridCell({ role = "gridcell", ...props }: GridCellProps) {
  return <div {...props} role={role} />;
}
