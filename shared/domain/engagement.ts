/** Work that lies outside the engagement of whoever has it: somebody else has to carry it on, or begin it. */

import { nextDue } from "#shared/routines/due.ts";
import { addDays, type Day, formatDay } from "./day.ts";
import type { Id } from "./fields.ts";
import type { OutlineNode } from "./outline.ts";
import type { Person } from "./person.ts";
import type { Routine } from "./routine.ts";
import { isFinished } from "./standing.ts";
import { isBlank } from "./words.ts";

export interface Gap {
  readonly personId: Id;
  /** `after`: it goes on past their last day; `before`: it begins ahead of their first. */
  readonly side: "after" | "before";
  /** Their last day, or their first. */
  readonly day: Day;
}

type People = ReadonlyMap<Id, Person>;

/** Open tasks and milestones: the first of those who have it whose engagement does not hold it whole. */
export function gapOf(people: People, node: OutlineNode): Gap | null {
  const { item, start, finish } = node;
  if (item.kind === "stage" || node.isGroup || finish === null || isFinished(node)) return null;
  for (const id of havingIds(node)) {
    const gap = gapIn(people.get(id), item.kind === "milestone" ? finish : (start ?? finish), finish);
    if (gap) return gap;
  }
  return null;
}

/** Routines: runs from `today` on. */
export function routineGap(people: People, routine: Routine, today: Day): Gap | null {
  const person = people.get(routine.ownerId ?? "");
  if (routine.deletedAt !== null || !person?.engagement) return null;
  const { until } = person.engagement;
  const next = nextDue(routine, today);
  if (next === null) return null;
  const late = until === null ? null : nextDue(routine, until >= today ? addDays(until, 1) : today);
  return gapIn(person, next, late ?? next);
}

/** Who has an item: those who do it, or whoever answers for it while nobody is named. */
export function havingIds({ item }: OutlineNode): readonly Id[] {
  if (item.kind === "milestone") return item.ownerId === null ? [] : [item.ownerId];
  if (item.kind !== "task") return [];
  if (item.assignments.length > 0) return item.assignments.map(({ personId }) => personId);
  return item.accountableId === null ? [] : [item.accountableId];
}

function gapIn(person: Person | undefined, first: Day, last: Day): Gap | null {
  if (!person?.engagement) return null;
  const { from, until } = person.engagement;
  if (until !== null && last > until) return { personId: person.id, side: "after", day: until };
  return from !== null && first < from ? { personId: person.id, side: "before", day: from } : null;
}

/** `Bo is here until 30 Jun 2027. Who carries this on?` */
export function gapWords(people: People, { personId, side, day }: Gap): string {
  const name = people.get(personId)?.name ?? "";
  const who = isBlank(name) ? "Whoever has it" : name.trim();
  return side === "after"
    ? `${who} is engaged until ${formatDay(day)}. Who carries this on?`
    : `${who} is engaged from ${formatDay(day)}. Who does this until then?`;
}
