/** What became of the links that an item waits by. */
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count } from "#shared/domain/words.ts";
import { type Facts, quotedItem } from "./facts.ts";
import { said } from "./itemSays.ts";
import type { Said } from "./types.ts";

const known = new WeakMap<Facts, ReadonlyMap<Id, readonly Said[]>>();

/** Of the item that comes after. A link that came or went with an item is told by that item. O(links), once. */
export function linkSays(facts: Facts, id: Id): readonly Said[] {
  let says = known.get(facts);
  if (!says) {
    says = allLinkSays(facts);
    known.set(facts, says);
  }
  return says.get(id) ?? [];
}

function allLinkSays(facts: Facts): ReadonlyMap<Id, readonly Said[]> {
  const { before, plan } = facts;
  const byItem = new Map<Id, Said[]>();
  if (!before || before.dependencies === plan.dependencies) return byItem;
  const [was, is] = [byPair(before), byPair(plan)];
  const [stood, stands] = [facts.frozen.byId, outlineOf(plan).byId];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, link] = [was.get(key), is.get(key)];
    const { fromId, toId } = (link ?? old) as Dependency;
    if (![fromId, toId].every((id) => stood.has(id) && stands.has(id))) continue;
    const words = linkWords(facts, old, link);
    if (words !== null) byItem.set(toId, [...(byItem.get(toId) ?? []), said("other", words)]);
  }
  // Two ways of coming to the same plan leave its links in different orders.
  for (const says of byItem.values()) says.sort((a, b) => (a.words < b.words ? -1 : 1));
  return byItem;
}

function byPair({ dependencies }: Plan): ReadonlyMap<string, Dependency> {
  return new Map([...dependencies.values()].map((link) => [`${link.fromId} ${link.toId}`, link]));
}

function linkWords(facts: Facts, was: Dependency | undefined, is: Dependency | undefined): string | null {
  const other = quotedItem(facts, (is ?? was)?.fromId ?? "");
  if (!was) return `waits for ${other} now`;
  if (!is) return `no longer waits for ${other}`;
  if (was.lagDays !== is.lagDays || was.lagKind !== is.lagKind)
    return `${gapWords(is)} after ${other}, was ${gapWords(was)}`;
  if (was.type !== is.type) return `waits for ${other} in another way`;
  return was.rule === is.rule ? null : `moves with ${other} by another rule`;
}

function gapWords({ lagDays, lagKind }: Dependency): string {
  const days = count(Math.abs(lagDays), lagKind === "working" ? "working day" : "day");
  return lagDays < 0 ? `${days} of overlap` : days;
}
