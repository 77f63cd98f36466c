/** Links between rows of a table, where each row names those before it. Links that a plan cannot have are reported. */
import { createDependency, type Dependency } from "#shared/domain/dependency.ts";
import { type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { closingLinks } from "#shared/domain/invariants.ts";
import type { Topic } from "./losses.ts";
import type { PlanRow, RowLink } from "./rows.ts";

export const LINK_TOPICS = {
  unknownLink: { what: (n) => links(n), why: "One end is not in the file." },
  selfLink: { what: (n) => links(n), why: "It links an item to itself." },
  nestedLink: { what: (n) => links(n), why: "One end holds the other." },
  repeatedLink: { what: (n) => links(n), why: "The same two items are linked already." },
  loopLink: { what: (n) => links(n), why: "They would close a loop." },
  linkGap: { what: (n) => `The gap of ${links(n)}`, why: "It is not a number of days within 10,000." },
} as const satisfies Record<string, Topic>;
type LinkTopic = keyof typeof LINK_TOPICS;

const MAX_LAG = 10_000;

function links(n: number): string {
  return n === 1 ? "1 link" : `${n.toLocaleString("en")} links`;
}

export interface RowLinksContext {
  readonly roadmapId: Id;
  readonly newId: () => Id;
  readonly itemOf: ReadonlyMap<PlanRow, PlanItem>;
  /** The item a row's link begins at. */
  readonly find: (name: string) => PlanItem | undefined;
  readonly leave: (topic: LinkTopic, name: string) => void;
}

/** The links of all rows in the order of the file. */
export function linkRows(ctx: RowLinksContext): Dependency[] {
  const items = new Map([...ctx.itemOf.values()].map((item) => [item.id, item]));
  const parents = new Map([...items.values()].map((item) => [item.id, parentIdOf(item)]));
  const sound = new Map<string, Dependency>();
  for (const [row, to] of ctx.itemOf) {
    for (const link of row.links) {
      const from = ctx.find(link.from);
      const name = `${from?.name ?? link.from} → ${to.name}`;
      const key = `${from?.id}\n${to.id}`;
      const trouble = troubleWith(from, to, parents, sound.has(key));
      if (trouble || !from) ctx.leave(trouble ?? "unknownLink", name);
      else sound.set(key, linkFrom(link, from, to, name, ctx));
    }
  }
  const closing = new Set(closingLinks(sound.values()));
  for (const { fromId, toId } of closing)
    ctx.leave("loopLink", `${items.get(fromId)?.name} → ${items.get(toId)?.name}`);
  return [...sound.values()].filter((link) => !closing.has(link));
}

function troubleWith(
  from: PlanItem | undefined,
  to: PlanItem,
  parents: ReadonlyMap<Id, Id | null>,
  isKnown: boolean,
): LinkTopic | null {
  if (!from) return "unknownLink";
  if (to === from) return "selfLink";
  if (holds(parents, from.id, to.id) || holds(parents, to.id, from.id)) return "nestedLink";
  return isKnown ? "repeatedLink" : null;
}

function linkFrom(
  { type, lagDays, lagKind }: RowLink,
  from: PlanItem,
  to: PlanItem,
  name: string,
  { roadmapId, newId, leave }: RowLinksContext,
): Dependency {
  const inRange = Math.abs(lagDays) <= MAX_LAG;
  if (!inRange) leave("linkGap", name);
  const ends = { fromId: from.id, toId: to.id };
  return createDependency({ id: newId(), roadmapId, ...ends, type, lagDays: inRange ? lagDays : 0, lagKind });
}

/** Whether one item lies anywhere below another. */
export function holds(parents: ReadonlyMap<Id, Id | null>, container: Id, id: Id): boolean {
  for (let up = parents.get(id) ?? null; up !== null; up = parents.get(up) ?? null) {
    if (up === container) return true;
  }
  return false;
}
