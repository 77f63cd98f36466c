/** A sentence cut at the names of the items it is about. */
import type { Id } from "#shared/domain/fields.ts";

export interface Part {
  /** The item whose name this is; null for the words between. */
  readonly id: Id | null;
  readonly text: string;
}

interface Named {
  readonly id: Id;
  /** The name as it stands in the sentence. */
  readonly quoted: string;
}

/** Names without their quotes. Items of the same name are taken in the order given, over and over. */
export function namesIn(words: string, items: readonly Named[]): readonly Part[] {
  const idsOf = new Map<string, Id[]>();
  for (const { id, quoted } of items) idsOf.set(quoted, [...(idsOf.get(quoted) ?? []), id]);
  const parts: Part[] = [];
  let rest = words;
  for (let next = firstIn(rest, idsOf); next; next = firstIn(rest, idsOf)) {
    if (next.at > 0) parts.push({ id: null, text: rest.slice(0, next.at) });
    const ids = idsOf.get(next.quoted) as Id[];
    const id = ids.shift() as Id;
    ids.push(id);
    parts.push({ id, text: next.quoted.slice(1, -1) });
    rest = rest.slice(next.at + next.quoted.length);
  }
  if (rest !== "") parts.push({ id: null, text: rest });
  return parts;
}

/** The name that comes first; of those at one place the longest. */
function firstIn(text: string, idsOf: ReadonlyMap<string, readonly Id[]>) {
  let first: { readonly at: number; readonly quoted: string } | null = null;
  for (const quoted of idsOf.keys()) {
    const at = text.indexOf(quoted);
    if (at < 0) continue;
    const isFirst =
      first === null || at < first.at || (at === first.at && quoted.length > first.quoted.length);
    if (isFirst) first = { at, quoted };
  }
  return first;
}
