/** A baseline looked up by item, worked out once: what it froze never changes. */
import type { Baseline, BaselineItem } from "./baseline.ts";
import { type Day, latest } from "./day.ts";
import type { Id } from "./fields.ts";

export interface BaselineIndex {
  /** In reading order. Of two items with one id (a file written by hand) the first counts. */
  readonly byId: ReadonlyMap<Id, BaselineItem>;
  /** The stage each stood in, a stage in itself. None for what stands before its container (by hand, again). */
  readonly stageOf: ReadonlyMap<Id, BaselineItem>;
  readonly lastDay: Day | null;
}

const indexes = new WeakMap<Baseline["items"], BaselineIndex>();

export function indexOf({ items }: Baseline): BaselineIndex {
  let index = indexes.get(items);
  if (!index) {
    index = buildIndex(items);
    indexes.set(items, index);
  }
  return index;
}

function buildIndex(items: Baseline["items"]): BaselineIndex {
  const byId = new Map<Id, BaselineItem>();
  const stageOf = new Map<Id, BaselineItem>();
  for (const item of items) {
    if (byId.has(item.id)) continue;
    byId.set(item.id, item);
    const stage = item.kind === "stage" ? item : stageOf.get(item.parentId ?? "");
    if (stage) stageOf.set(item.id, stage);
  }
  return { byId, stageOf, lastDay: latest(items.flatMap(({ finish }) => finish ?? [])) };
}
