/** Which rows are chosen. The store owns the selection; the chart asks for a new one. */
import type { Id } from "#shared/domain/fields.ts";
import type { ChartContext } from "./context.ts";

export interface SelectMode {
  /** Adds the row, or takes it out. */
  readonly add?: boolean;
  /** Everything from the row where the selection began. */
  readonly extend?: boolean;
}

export function selectRow(ctx: ChartContext, index: number, mode: SelectMode): void {
  const row = ctx.data.row(index);
  if (!row) return;
  ctx.active = index;
  ctx.events.select(idsAfter(ctx, index, row.id, mode));
  if (!mode.extend || ctx.anchor < 0) ctx.anchor = index;
}

function idsAfter(ctx: ChartContext, index: number, id: Id, mode: SelectMode): Id[] {
  if (mode.extend && ctx.anchor >= 0) return idsBetween(ctx, ctx.anchor, index);
  if (!mode.add) return [id];
  const rest = [...ctx.selection].filter((other) => other !== id);
  return ctx.selection.has(id) ? rest : [...rest, id];
}

function idsBetween(ctx: ChartContext, from: number, to: number): Id[] {
  return ctx.data.rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
}
