/** The rows on screen, top to bottom: the plan's visible items, and the quiet rows that invite the next step. */

import type { Id } from "#shared/domain/fields.ts";
import type { Outline, OutlineNode } from "#shared/domain/outline.ts";
import { memoLast } from "./memoLast.ts";

export interface ItemRow {
  readonly type: "item";
  readonly node: OutlineNode;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  /** 1 to 6: the colour of the stage it stands in. */
  readonly hue: number;
  readonly expanded: boolean | null;
}
/** Invites the first milestone of a stage that has none. */
export interface PromptRow {
  readonly type: "prompt";
  readonly stage: OutlineNode;
  readonly hue: number;
}
export interface AddStageRow {
  readonly type: "add-stage";
}
export type OutlineRow = ItemRow | PromptRow | AddStageRow;

export interface VisibleRows {
  readonly rows: readonly OutlineRow[];
  /** Where each visible item stands in `rows`. */
  readonly indexOf: ReadonlyMap<Id, number>;
  /** Ids of the visible items, top to bottom. */
  readonly ids: readonly Id[];
  /** Letters of the longest outline number. */
  readonly codeLength: number;
}

const HUES = 6;

export const visibleRows = memoLast(
  (outline: Outline, collapsed: ReadonlySet<Id>, withInvitations: boolean): VisibleRows => {
    const rows: OutlineRow[] = [];
    outline.stages.forEach((stage, index) => {
      addRows(rows, stage, { index, of: outline.stages.length, hue: (index % HUES) + 1 }, collapsed);
      if (withInvitations && stage.children.length === 0)
        rows.push({ type: "prompt", stage, hue: (index % HUES) + 1 });
    });
    if (withInvitations) rows.push({ type: "add-stage" });
    const indexOf = new Map<Id, number>();
    let codeLength = 0;
    rows.forEach((row, index) => {
      if (row.type !== "item") return;
      indexOf.set(row.node.item.id, index);
      codeLength = Math.max(codeLength, row.node.wbsCode.length);
    });
    return { rows, indexOf, ids: [...indexOf.keys()], codeLength };
  },
);

interface Standing {
  readonly index: number;
  readonly of: number;
  readonly hue: number;
}

/** A stack rather than recursion: imported plans can be nested thousands deep. */
function addRows(
  rows: OutlineRow[],
  root: OutlineNode,
  standing: Standing,
  collapsed: ReadonlySet<Id>,
): void {
  const { hue } = standing;
  const stack: { node: OutlineNode; position: number; siblings: number }[] = [
    { node: root, position: standing.index + 1, siblings: standing.of },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, position, siblings } = next;
    const expanded = node.children.length === 0 ? null : !collapsed.has(node.item.id);
    rows.push({ type: "item", node, position, siblings, hue, expanded });
    if (expanded !== true) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as OutlineNode;
      stack.push({ node: child, position: i + 1, siblings: node.children.length });
    }
  }
}

/** The item itself when its row is visible, else the nearest container whose row is. */
export function visibleSelfOrHolder(outline: Outline, visible: VisibleRows, id: Id): Id | null {
  for (let node = outline.byId.get(id) ?? null; node; node = node.parent) {
    if (visible.indexOf.has(node.item.id)) return node.item.id;
  }
  return null;
}
