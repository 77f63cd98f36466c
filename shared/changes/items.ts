/** The lines of stages, milestones and tasks: what came, what went, and what became of the others. */
import type { AddedItem, GoneItem } from "#shared/domain/cameAndWent.ts";
import type { ItemComparison } from "#shared/domain/compare.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { effectsOf } from "./effect.ts";
import { type Facts, moveOf } from "./facts.ts";
import { itemSays, said } from "./itemSays.ts";
import { linkSays } from "./linkSays.ts";
import { reasonOf } from "./reason.ts";
import type { ChangeLine } from "./types.ts";

/** A line, the stage it belongs to, and its place in reading order then or now. */
export interface PlacedLine {
  readonly line: ChangeLine;
  readonly stageId: Id | null;
  readonly place: number;
}

export function itemLines(facts: Facts): PlacedLine[] {
  const effects = effectsOf(facts);
  const places = new Map(outlineOf(facts.plan).inOrder.map(({ item }, place) => [item.id, place]));
  const lines: PlacedLine[] = [];
  for (const item of facts.comparison.byId.values()) {
    const line = keptLine(facts, item, effects);
    if (line) lines.push({ line, stageId: item.node.stageId, place: places.get(line.id) ?? 0 });
  }
  for (const added of facts.comparison.added) {
    if (added.isHeld) continue;
    const { item, stageId } = added.node;
    lines.push({ line: addedLine(facts, added), stageId, place: places.get(item.id) ?? 0 });
  }
  const former = new Map([...facts.frozen.byId.keys()].map((id, place) => [id, place]));
  for (const gone of facts.comparison.gone) {
    if (gone.isHeld || gone.how === "dropped") continue;
    const place = former.get(gone.was.id) ?? 0;
    lines.push({ line: goneLine(gone), stageId: gone.stage?.id ?? null, place });
  }
  return lines;
}

function keptLine(
  facts: Facts,
  comparison: ItemComparison,
  effects: ReadonlyMap<Id, number>,
): ChangeLine | null {
  const { node, changes } = comparison;
  const { item } = node;
  // Most rows are as they were. Of a stage, its gate is told as well, and of others their links.
  const isSame = facts.before !== null && itemById(facts.before, item.id) === item;
  if (changes.length === 0 && isSame && item.kind !== "stage" && !hasMore(facts, item.id)) return null;
  const says = itemSays(facts, comparison);
  if (says.length === 0) return null;
  const isMoved = says.some(({ kind }) => kind === "moved");
  return {
    id: item.id,
    rowKind: item.kind,
    name: nameOrUntitled(item.name, item.kind),
    says,
    move: isMoved ? moveOf(comparison) : null,
    reason: isMoved ? reasonOf(facts, comparison) : null,
    effectDays: isMoved ? (effects.get(item.id) ?? 0) : 0,
    holds: 0,
    isLive: true,
    binnedId: null,
  };
}

/** What is told in its line and stands in rows of its own. */
function hasMore(facts: Facts, id: Id): boolean {
  return linkSays(facts, id).length > 0 || facts.before?.checklistRuns !== facts.plan.checklistRuns;
}

function addedLine({ before }: Facts, { node, holds }: AddedItem): ChangeLine {
  const { item } = node;
  const wasThere = before !== null && itemById(before, item.id) !== null;
  const word = wasThere ? "restored from the bin" : "added";
  return {
    id: item.id,
    rowKind: item.kind,
    name: nameOrUntitled(item.name, item.kind),
    says: [said(wasThere ? "restored" : "added", `${word}${holdsWords(holds)}`)],
    move: null,
    reason: null,
    effectDays: 0,
    holds,
    isLive: true,
    binnedId: null,
  };
}

function goneLine({ was, how, holds, binnedId }: GoneItem): ChangeLine {
  const word = how === "in-bin" ? "deleted" : "deleted for good";
  return {
    id: was.id,
    rowKind: was.kind,
    name: nameOrUntitled(was.name, was.kind),
    says: [said("deleted", `${word}${holdsWords(holds)}`)],
    move: null,
    reason: null,
    effectDays: 0,
    holds,
    isLive: false,
    binnedId,
  };
}

function holdsWords(holds: number): string {
  return holds === 0 ? "" : ` with ${count(holds, "more", "more")} inside`;
}
