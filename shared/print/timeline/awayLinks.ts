/** Links from rows of a sheet to rows on other sheets: the marks at their bars, and where they lead. */
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ChartSpan } from "#shared/print/chart/span.ts";
import { LINK_STUB, type Point } from "#shared/timeline/link.ts";
import type { BarPlace } from "./sheetChart.ts";
import { endsOf, type LinkMark, linksOf, sideOf } from "./sheetLinks.ts";
import type { ItemEnd, SheetPlaces } from "./sheetPlaces.ts";

/** The other end of a link that leaves the sheet. */
export interface AwayEnd {
  /** Outline number. */
  readonly code: string;
  /** Empty for what has no dates, which no chart shows. */
  readonly sheet: string;
}

/** Clear space between a bar and its words on either side. */
export interface LabelGaps {
  readonly left: number;
  readonly right: number;
}

/** A short line from the end of a bar towards the sheet where its link goes on. */
export interface LinkHook {
  readonly id: Id;
  readonly points: readonly Point[];
  readonly head: LinkMark;
}

/** What the links of a sheet's rows mean for the words beside the bars. */
export interface LinkEnds {
  readonly to: ReadonlyMap<Id, readonly AwayEnd[]>;
  readonly from: ReadonlyMap<Id, readonly AwayEnd[]>;
  readonly hooks: readonly LinkHook[];
  /** Wider on the sides where a link leaves or arrives, so that no line runs through the words. */
  gapsOf(id: Id): LabelGaps;
}

export const LABEL_GAP = 4;
const LINKED_GAP = LINK_STUB + 3.5;
const HOOK = 4;
/** Clear of the line between two rows. */
const HOOK_END = 0.8;

/** One link as seen from the row on this sheet. */
interface Away {
  readonly bar: BarPlace;
  readonly end: ItemEnd;
  readonly isOutgoing: boolean;
  readonly isUp: boolean;
}

export function linkEnds(
  plan: Plan,
  bars: readonly BarPlace[],
  { tile, width, places }: { tile: ChartSpan; width: number; places: SheetPlaces },
): LinkEnds {
  const { byId } = outlineOf(plan);
  const here = new Map(bars.map((bar) => [bar.row.node.item.id, bar]));
  const to = new Map<Id, AwayEnd[]>();
  const from = new Map<Id, AwayEnd[]>();
  const sides = { finish: new Set<Id>(), start: new Set<Id>() };
  const hooks = new Map<string, LinkHook>();
  const rows = bars.map(({ row }) => row);
  const away = (bar: BarPlace, end: ItemEnd, otherId: Id, otherEnd: ItemEnd, isOutgoing: boolean): void => {
    if (sideOf(bar.row, end, tile) !== 0) return;
    const { id } = bar.row.node.item;
    const other = { code: byId.get(otherId)?.wbsCode ?? "", sheet: places.nameOf(otherId, otherEnd) };
    add(isOutgoing ? to : from, id, other);
    sides[end].add(id);
    const isUp = places.isAbove(otherId, id);
    hooks.set(`${id} ${end} ${isOutgoing} ${isUp}`, hookOf({ bar, end, isOutgoing, isUp }, width));
  };
  for (const { fromId, toId, type } of linksOf(plan, rows)) {
    const [source, target] = [here.get(fromId), here.get(toId)];
    const ends = endsOf(type);
    if (source && target) {
      sides[ends.from].add(fromId);
      sides[ends.to].add(toId);
    } else if (source) away(source, ends.from, toId, ends.to, true);
    else if (target) away(target, ends.to, fromId, ends.from, false);
  }
  const gapsOf = (id: Id): LabelGaps => ({
    left: sides.start.has(id) ? LINKED_GAP : LABEL_GAP,
    right: sides.finish.has(id) ? LINKED_GAP : LABEL_GAP,
  });
  return { to, from, hooks: [...hooks.values()], gapsOf };
}

function add(map: Map<Id, AwayEnd[]>, key: Id, value: AwayEnd): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function hookOf({ bar, end, isOutgoing, isUp }: Away, width: number): LinkHook {
  const { box, row } = bar;
  const outwards = end === "finish" ? 1 : -1;
  const x = held(end === "finish" ? box.x + box.width : box.x, width);
  const bend = held(x + outwards * HOOK, width);
  const edge = box.y + (isUp ? -1 : 1) * (row.height / 2 - HOOK_END);
  const points = [
    { x, y: box.y },
    { x: bend, y: box.y },
    { x: bend, y: edge },
  ];
  const id = row.node.item.id;
  if (isOutgoing) return { id, points, head: { x: bend, y: edge, towards: isUp ? "up" : "down" } };
  return {
    id,
    points: points.reverse(),
    head: { x, y: box.y, towards: outwards === 1 ? "left" : "right" },
  };
}

function held(x: number, width: number): number {
  return Math.min(Math.max(x, 0), width);
}
