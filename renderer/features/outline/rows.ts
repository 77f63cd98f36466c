/** The rows on screen, top to bottom: the plan's visible items, and the quiet rows that invite the next step. */

import { shallow } from "zustand/shallow";
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
  readonly indexOf: Pick<ReadonlyMap<Id, number>, "get" | "has">;
  /** Ids of the visible items, top to bottom. */
  readonly ids: readonly Id[];
  /** Letters of the longest outline number. */
  readonly codeLength: number;
}

const HUES = 6;

export const visibleRows = memoLast(
  (outline: Outline, collapsed: ReadonlySet<Id>, withInvitations: boolean): VisibleRows => {
    const segments = outline.stages.map((stage, index) =>
      segmentOf(stage, { index, of: outline.stages.length, collapsed, withInvitations }),
    );
    const rows = segments.flatMap((segment) => segment.rows);
    if (withInvitations) rows.push({ type: "add-stage" });
    const places = placesOf(segments);
    const { indexOf, codeLength } = places;
    return {
      rows,
      indexOf,
      codeLength,
      get ids() {
        return places.ids;
      },
    };
  },
);

interface Standing {
  readonly index: number;
  readonly of: number;
  readonly collapsed: ReadonlySet<Id>;
  readonly withInvitations: boolean;
}

/** The rows of one stage. An edit elsewhere leaves them as they are. */
interface Segment extends Standing {
  readonly rows: readonly OutlineRow[];
  readonly ids: readonly Id[];
  /** Where each item stands among `rows`. */
  readonly indexOf: ReadonlyMap<Id, number>;
  readonly codeLength: number;
}

const known = new WeakMap<OutlineNode, Segment>();

function segmentOf(stage: OutlineNode, standing: Standing): Segment {
  const before = known.get(stage);
  const keys = ["index", "of", "collapsed", "withInvitations"] as const;
  if (before && keys.every((key) => before[key] === standing[key])) return before;
  const hue = (standing.index % HUES) + 1;
  const items = itemRows(stage, standing, hue);
  const invites = standing.withInvitations && stage.children.length === 0;
  const segment = {
    ...standing,
    rows: invites ? [...items, { type: "prompt", stage, hue } as const] : items,
    ids: items.map(({ node }) => node.item.id),
    indexOf: new Map(items.map(({ node }, index) => [node.item.id, index])),
    codeLength: items.reduce((longest, { node }) => Math.max(longest, node.wbsCode.length), 0),
  };
  known.set(stage, segment);
  return segment;
}

/** A stack rather than recursion: imported plans can be nested thousands deep. */
function itemRows(root: OutlineNode, standing: Standing, hue: number): ItemRow[] {
  const rows: ItemRow[] = [];
  const stack: { node: OutlineNode; position: number; siblings: number }[] = [
    { node: root, position: standing.index + 1, siblings: standing.of },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, position, siblings } = next;
    const expanded = node.children.length === 0 ? null : !standing.collapsed.has(node.item.id);
    rows.push({ type: "item", node, position, siblings, hue, expanded });
    if (expanded !== true) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as OutlineNode;
      stack.push({ node: child, position: i + 1, siblings: node.children.length });
    }
  }
  return rows;
}

/** Whether two rows of one item show the same, whatever holds them now and whatever they hold. */
export function saysTheSame({ node: was, ...before }: ItemRow, { node: is, ...now }: ItemRow): boolean {
  return shallow(before, now) && nodesSayTheSame(was, is);
}

/** The same of two nodes of one item; whatever its outline number is, when `butNumber`. */
export function nodesSayTheSame(was: OutlineNode, is: OutlineNode, butNumber = false): boolean {
  if (was.children.length > 0 !== is.children.length > 0) return false;
  return SAID_KEYS.every((key) => was[key] === is[key] || (butNumber && key === "wbsCode"));
}

type Said = Exclude<keyof OutlineNode, "parent" | "children" | "place" | "startNumber" | "finishNumber">;
/** What a node says of itself; by name, since it works some of it out when asked. */
const SAID: Record<Said, true> = {
  item: true,
  depth: true,
  wbsCode: true,
  start: true,
  finish: true,
  spanStart: true,
  spanFinish: true,
  days: true,
  isGroup: true,
  progressPct: true,
  taskCount: true,
  doneCount: true,
  stageId: true,
};
const SAID_KEYS = Object.keys(SAID) as Said[];

type Places = Pick<VisibleRows, "indexOf" | "ids" | "codeLength">;
let last: { readonly segments: readonly Segment[]; readonly places: Places } | null = null;

/** The same value as before while the same items stand in the same rows. */
function placesOf(segments: readonly Segment[]): Places {
  if (last && sameRows(last.segments, segments)) return last.places;
  let ids: readonly Id[] | null = null;
  const get = (id: Id): number | undefined => placeIn(segments, id);
  const places = {
    indexOf: { get, has: (id: Id) => get(id) !== undefined },
    get ids() {
      ids ??= segments.flatMap((segment) => segment.ids);
      return ids;
    },
    codeLength: segments.reduce((longest, segment) => Math.max(longest, segment.codeLength), 0),
  };
  last = { segments, places };
  return places;
}

/** Few items are asked for; there are far fewer stages than items, and an edit leaves most of them as they are. */
function placeIn(segments: readonly Segment[], id: Id): number | undefined {
  let first = 0;
  for (const { indexOf, rows } of segments) {
    const index = indexOf.get(id);
    if (index !== undefined) return first + index;
    first += rows.length;
  }
  return undefined;
}

function sameRows(before: readonly Segment[], now: readonly Segment[]): boolean {
  return (
    before.length === now.length &&
    now.every((segment, i) => {
      const was = before[i] as Segment;
      return (
        was === segment ||
        (was.rows.length === segment.rows.length &&
          was.codeLength === segment.codeLength &&
          was.ids.length === segment.ids.length &&
          was.ids.every((id, k) => id === segment.ids[k]))
      );
    })
  );
}

/** The item itself when its row is visible, else the nearest container whose row is. */
export function visibleSelfOrHolder(outline: Outline, visible: VisibleRows, id: Id): Id | null {
  for (let node = outline.byId.get(id) ?? null; node; node = node.parent) {
    if (visible.indexOf.has(node.item.id)) return node.item.id;
  }
  return null;
}
