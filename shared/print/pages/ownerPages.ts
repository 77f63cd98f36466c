/**
 * A sheet per person, to be taken along: what they answer for, decide and do, whom they wait for, and their routines.
 * Whoever has nothing open is left out.
 */
import type { Day } from "#shared/domain/day.ts";
import { formatDay } from "#shared/domain/day.ts";
import { waitingList } from "#shared/domain/delegation.ts";
import { listOf, livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import type { FlowPages } from "#shared/print/layout/flow.ts";
import {
  type FlowStory,
  flowPages,
  flowSection,
  type SectionBuilder,
} from "#shared/print/layout/flowSheets.ts";
import { type ColumnSpec, flowTable, type GroupText } from "#shared/print/layout/flowTable.ts";
import { saysSeat } from "#shared/print/layout/owners.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { apart, type Measure } from "#shared/print/layout/text.ts";
import { loadSentence } from "./loadWords.ts";
import { decides } from "./ownerDecides.ts";
import { ownerRoutines } from "./ownerRoutines.ts";
import { linksInto, waitsOn } from "./ownerWaits.ts";
import { answersFor, does } from "./ownerWork.ts";

/** Null where nobody has anything. */
export function ownerPages(plan: Plan, asOf: Day, size: SheetSize, measure: Measure): FlowPages | null {
  const into = linksInto(plan);
  const stories = livePeople(plan).flatMap((person) => ownerStory(plan, person, asOf, into) ?? []);
  return flowPages(stories, size, measure);
}

/** A table under a heading, or nothing. */
export interface OwnerPart {
  readonly id: string;
  readonly title: string;
  readonly aside: string;
  readonly columns: readonly ColumnSpec[];
  readonly groups: readonly GroupText[];
}

function ownerStory(
  plan: Plan,
  person: Person,
  asOf: Day,
  into: ReturnType<typeof linksInto>,
): FlowStory | null {
  const list = listOf(plan, person.id);
  const parts: readonly OwnerPart[] = [
    answersFor(plan, list, asOf),
    decides(plan, person, asOf),
    does(plan, list, person.id, asOf),
    waitsOn(plan, person.id, list, into, waitingList(plan, person.id, asOf), asOf),
    ownerRoutines(plan, person.id, asOf),
  ].filter(({ groups }) => groups.some(({ rows }) => rows.length > 0));
  if (parts.length === 0) return null;
  return {
    id: person.id,
    title: isBlank(person.name) ? "Unnamed person" : person.name.trim(),
    subtitle: subtitleOf(plan, person),
    lead: loadSentence(plan, person.id, asOf),
    hue: null,
    blocks: parts.map((part) => ({ kind: "whole", section: sectionOf(part) })),
  };
}

function sectionOf({ id, title, aside, columns, groups }: OwnerPart): SectionBuilder {
  return (room) => flowSection(room, { id, title, aside, table: flowTable(columns, groups, room) });
}

function subtitleOf(plan: Plan, person: Person): string {
  const { id, role, engagement } = person;
  const seats = [plan.roadmap.ceoId === id ? "CEO" : "", plan.roadmap.cooId === id ? "COO" : ""].filter(
    Boolean,
  );
  const own = role.trim();
  const title = [...seats.filter((seat) => !saysSeat(own, seat)), apart(own)].filter(Boolean).join(", ");
  const tasks = listOf(plan, id).does.filter(({ isGroup }) => !isGroup);
  const done = tasks.filter(isFinished).length;
  return [
    title,
    engagedWords(engagement),
    tasks.length > 0 ? `${done} of ${count(tasks.length, "task")} done` : "",
  ]
    .filter(Boolean)
    .join("  ·  ");
}

function engagedWords(engagement: Person["engagement"]): string {
  if (!engagement) return "";
  const { from, until, daysPerMonth } = engagement;
  const span = [from ? `from ${formatDay(from)}` : "", until ? `until ${formatDay(until)}` : ""].filter(
    Boolean,
  );
  const often = daysPerMonth === null ? "" : `, ${count(daysPerMonth, "day")} a month`;
  return `Engaged ${span.join(" ")}${often}`.replace(/\s+,/, ",").trim();
}
