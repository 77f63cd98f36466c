/** The check-in: a line of notes for each who is there, begun with the name and filled in as it goes round. */
import type { Id } from "./fields.ts";
import type { Plan } from "./plan.ts";
import type { AgendaItem } from "./session.ts";
import { isBlank } from "./words.ts";

/** `Ana: ` and `Bo: ` on lines of their own; whole names where two are called alike. Empty without attendees. */
export function checkInLines({ people }: Plan, attendeeIds: readonly Id[]): string {
  const names = attendeeIds.flatMap((id) => {
    const name = people.get(id)?.name.trim().replace(/\s+/g, " ") ?? "";
    return isBlank(name) ? [] : [name];
  });
  const called = names.map((name) => name.split(" ")[0] ?? name);
  const isAlike = new Set(called).size < called.length;
  return (isAlike ? names : called).map((name) => `${name}: `).join("\n");
}

const UNFILLED = /^[^:\n]{1,500}:[ \t]*$/;

/** Where the first line that is only a name waits to be filled in, from `from` on; null where none does. */
export function nextPlace(notes: string, from = 0): number | null {
  let at = 0;
  for (const line of notes.split("\n")) {
    const end = at + line.length;
    if (at >= from && UNFILLED.test(line)) return end;
    at = end + 1;
  }
  return null;
}

/** The notes of an item as they are to be read: of a check-in without the names of those who said nothing. */
export function saidOn({ kind, notes }: AgendaItem): string {
  if (kind !== "check-in") return notes.trim();
  return notes
    .split("\n")
    .filter((line) => !UNFILLED.test(line))
    .join("\n")
    .trim();
}
