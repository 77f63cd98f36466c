// biome-ignore-all lint/a11y/useSemanticElements: a table element can neither be drawn in part nor scroll under its head.
// biome-ignore-all lint/a11y/useFocusableInteractive: one cell at a time takes the focus.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid has a key for everything the mouse does.
/** The roles of a grid on plain elements. */
import type { HTMLAttributes } from "react";

type Props = HTMLAttributes<HTMLDivElement>;

export function GridBody(props: Props) {
  return <div {...props} role="grid" />;
}

export function GridRow(props: Props) {
  return <div {...props} role="row" />;
}

export function ColumnHead(props: Props) {
  return <div {...props} role="columnheader" />;
}

export function RowHead(props: Props) {
  return <div {...props} role="rowheader" />;
}

export function GridCell(props: Props) {
  return <div {...props} role="gridcell" />;
}
