/**
 * A plan as iCalendar (RFC 5545; links between items as in RFC 9253): milestones, tasks and routines as whole days.
 * Every item keeps its UID, and each file has a higher SEQUENCE than those before, so that a calendar that takes it in
 * again brings its entries up to date.
 *
 * A link is told twice, as RFC 9253 has the two kinds of relation run in opposite ways. In time (section 4.2: “Task-A
 * may be related to Task-B with RELTYPE=FINISHTOSTART with a gap”, A being the predecessor; section 5: “Task-B cannot
 * start until Task-A finishes”) it stands in the earlier item, names the later one and has the gap. As DEPENDS-ON
 * (section 5: the current component depends on the referenced one) it stands in the later item and names the earlier.
 */
import { addDays, type Day } from "#shared/domain/day.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { lastHandover } from "#shared/domain/handover.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { outsideLink } from "#shared/domain/outsideLink.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import type { Task } from "#shared/domain/task.ts";
import { STATUS_WORDS } from "#shared/domain/words.ts";
import { recurrenceOf } from "#shared/routines/due.ts";
import { expand, isRuleDay, nextOnOrAfter } from "#shared/routines/recurrence.ts";
import { type Rule, ruleText } from "#shared/routines/rule.ts";
import { linksInto, linksOutOf } from "./links-into.ts";
import { cleanText } from "./text.ts";

interface Stamp {
  /** `20270104T090000Z` */
  readonly at: string;
  readonly sequence: number;
}

/** SEQUENCE counts seconds from here: it rises with every file and stays within 31 bits until 2088. */
const FIRST_SECOND = Date.parse("2020-01-01T00:00:00Z") / 1_000;

const RELATION: Readonly<Record<Dependency["type"], string>> = {
  FS: "FINISHTOSTART",
  SS: "STARTTOSTART",
  FF: "FINISHTOFINISH",
  SF: "STARTTOFINISH",
};

/** @param exportedAt the present instant, ISO 8601 UTC */
export function writeIcs(plan: Plan, { exportedAt }: { readonly exportedAt: string }): string {
  const stamp: Stamp = {
    at: exportedAt.replace(/[-:]|\.\d+/g, ""),
    sequence: Math.max(0, Math.floor(Date.parse(exportedAt) / 1_000) - FIRST_SECOND),
  };
  const links = { into: linksInto(plan), outOf: linksOutOf(plan) };
  const items = outlineOf(plan).inOrder.filter(({ item, start }) => item.kind !== "stage" && start !== null);
  const known = new Set(items.map(({ item }) => item.id));
  const routines = [...plan.routines.values()].filter(({ deletedAt }) => deletedAt === null);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Groundwork//Roadmap//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(plan.roadmap.name)}`,
    ...items.flatMap((node) => itemEvent(plan, node, stamp, links, known)),
    ...routines.flatMap((routine) => routineEvents(plan, routine, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

interface Links {
  readonly into: ReadonlyMap<Id, readonly Dependency[]>;
  readonly outOf: ReadonlyMap<Id, readonly Dependency[]>;
}

function itemEvent(
  plan: Plan,
  node: OutlineNode,
  stamp: Stamp,
  links: Links,
  known: ReadonlySet<Id>,
): string[] {
  const { item, start, finish, parent } = node;
  const stage = plan.stages.get(node.stageId);
  const first = start ?? plan.roadmap.startDate;
  const isCancelled = item.kind === "task" && item.status === "cancelled";
  return event(uidOf(item.id), stamp, [
    ...span(first, finish ?? first),
    `SUMMARY:${escaped(item.kind === "milestone" ? `◆ ${item.name}` : item.name)}`,
    ...described([item.kind === "task" && !node.isGroup ? STATUS_WORDS[item.status] : "", item.notes]),
    ...(stage && stage.name !== "" ? [`CATEGORIES:${escaped(stage.name)}`] : []),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    ...(parent && known.has(parent.item.id) ? [`RELATED-TO;RELTYPE=PARENT:${uidOf(parent.item.id)}`] : []),
    ...(links.outOf.get(item.id) ?? []).filter(({ toId }) => known.has(toId)).map(relation),
    ...(links.into.get(item.id) ?? [])
      .filter(({ fromId }) => known.has(fromId))
      .map(({ fromId }) => `RELATED-TO;RELTYPE=DEPENDS-ON:${uidOf(fromId)}`),
    ...(item.kind === "task" ? workflowLinks(plan, item.procedureId) : []),
    ...(item.kind === "task"
      ? people(plan, item)
      : owner(plan, item.kind === "milestone" ? item.ownerId : null)),
  ]);
}

function relation({ toId, type, lagDays }: Dependency): string {
  const minutes = Math.round(Math.abs(lagDays) * 1_440);
  const days = Math.floor(minutes / 1_440);
  const rest = minutes % 1_440;
  const gap = `${lagDays < 0 ? "-" : ""}P${days > 0 ? `${days}D` : ""}${rest > 0 ? `T${rest}M` : ""}`;
  return `RELATED-TO;RELTYPE=${RELATION[type]}${minutes === 0 ? "" : `;GAP=${gap}`}:${uidOf(toId)}`;
}

/** Where the steps of its workflow say to look (RFC 9253, 8.2; the relation is one of IANA's). */
function workflowLinks(plan: Plan, procedureId: Id | null | undefined): string[] {
  const procedure = plan.procedures.get(procedureId ?? "");
  if (!procedure || procedure.deletedAt !== null) return [];
  return procedure.steps.flatMap(({ link, text }) => {
    const address = outsideLink(link);
    if (link === "" || !address.ok) return [];
    return [`LINK;VALUE=URI;LINKREL=describedby;LABEL=${parameter(text)}:${address.value}`];
  });
}

/** Who answers for it, who does it, and who handed it over to whom. */
function people(plan: Plan, task: Task): string[] {
  const lines = owner(plan, task.accountableId);
  const handover = lastHandover(task);
  const named = new Set<Id>();
  if (handover) {
    const answer = { handed: "NEEDS-ACTION", acknowledged: "ACCEPTED", declined: "DECLINED" }[handover.state];
    lines.push(
      attendee(plan, handover.byId, `PARTSTAT=DELEGATED;DELEGATED-TO="${addressOf(handover.toId)}"`),
      attendee(plan, handover.toId, `PARTSTAT=${answer};DELEGATED-FROM="${addressOf(handover.byId)}"`),
    );
    named.add(handover.byId).add(handover.toId);
  }
  for (const { personId } of task.assignments)
    if (!named.has(personId)) lines.push(attendee(plan, personId, "PARTSTAT=ACCEPTED"));
  return lines.filter((line) => line !== "");
}

function owner(plan: Plan, id: Id | null): string[] {
  const name = id === null ? undefined : plan.people.get(id)?.name;
  return id === null || name === undefined ? [] : [`ORGANIZER;CN=${parameter(name)}:${addressOf(id)}`];
}

function attendee(plan: Plan, id: Id, parameters: string): string {
  const name = plan.people.get(id)?.name;
  return name === undefined ? "" : `ATTENDEE;CN=${parameter(name)};${parameters}:${addressOf(id)}`;
}

/** People have no address here, and nothing can ever be sent to one that ends in `.invalid` (RFC 2606). */
function addressOf(id: Id): string {
  return `mailto:${id.replace(/[^\w.-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)}@groundwork.invalid`;
}

/** The rule as one entry that repeats, and each moved run as an entry of its own that replaces its day. */
function routineEvents(plan: Plan, routine: Routine, stamp: Stamp): string[] {
  const recurrence = recurrenceOf(routine);
  const first = recurrence && nextOnOrAfter(recurrence, routine.firstRun);
  if (!recurrence || first === null) return [];
  const { endedOn } = routine;
  if (endedOn !== null && first > endedOn) return movedOnly();
  const isRun = (day: Day): boolean => isRuleDay(recurrence, day) && (endedOn === null || day <= endedOn);
  const moved = routine.moved.filter((run) => endedOn === null || run.to <= endedOn);
  // What was moved behind the end, or onto a day that is due anyway, is left out rather than told twice.
  const left = new Set([...routine.skipped, ...routine.moved.map((run) => run.from)].filter(isRun));
  const known = new Set<Day>();
  const kept = moved.filter(({ to }) => {
    const isNew = !known.has(to) && !(isRun(to) && !left.has(to));
    known.add(to);
    return isNew;
  });
  const replaced = new Map(kept.filter(({ from }) => isRun(from)).map((run) => [run.from, run.to]));
  const excluded = [...left].filter((day) => !replaced.has(day)).sort();
  const common = routineLines(plan, routine);
  const rule = endedRule(recurrence.rule, endedOn, () => expand(recurrence, first, endedOn ?? first).length);
  const main = event(uidOf(routine.id), stamp, [
    ...span(first, first),
    `RRULE:${ruleText(rule)}`,
    ...(excluded.length > 0 ? [`EXDATE;VALUE=DATE:${excluded.map(basic).join(",")}`] : []),
    ...common,
  ]);
  const moves = [...replaced].flatMap(([from, to]) =>
    event(uidOf(routine.id), stamp, [`RECURRENCE-ID;VALUE=DATE:${basic(from)}`, ...span(to, to), ...common]),
  );
  const others = kept.filter(({ from }) => !isRun(from)).flatMap(({ from, to }) => single(from, to));
  return [...main, ...moves, ...others];

  function single(from: Day, to: Day): string[] {
    return event(uidOf(`${routine.id}-${from}`), stamp, [...span(to, to), ...routineLines(plan, routine)]);
  }
  function movedOnly(): string[] {
    return routine.moved
      .filter(({ to }) => to <= (endedOn ?? to))
      .flatMap(({ from, to }) => single(from, to));
  }
}

function routineLines(plan: Plan, routine: Routine): string[] {
  const steps = routine.steps.map(({ text }) => `- ${text}`).join("\n");
  return [
    `SUMMARY:${escaped(routine.name)}`,
    ...described([steps, routine.notes]),
    "TRANSP:TRANSPARENT",
    ...workflowLinks(plan, routine.procedureId),
    ...owner(plan, routine.ownerId),
  ];
}

/** A rule ends after a number of runs or on a day, never both (RFC 5545, 3.3.10). */
function endedRule(rule: Rule, endedOn: Day | null, runsUntilEnd: () => number): Rule {
  if (endedOn === null) return rule;
  if (rule.count !== null) return { ...rule, count: Math.min(rule.count, runsUntilEnd()) };
  return { ...rule, until: rule.until !== null && rule.until < endedOn ? rule.until : endedOn };
}

function event(uid: string, { at, sequence }: Stamp, lines: readonly string[]): string[] {
  return ["BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${at}`, `SEQUENCE:${sequence}`, ...lines, "END:VEVENT"];
}

/** The end of whole days is the day after the last. */
function span(first: Day, last: Day): string[] {
  return [`DTSTART;VALUE=DATE:${basic(first)}`, `DTEND;VALUE=DATE:${basic(addDays(last, 1))}`];
}

function described(parts: readonly string[]): string[] {
  const text = parts.filter((part) => part !== "").join("\n\n");
  return text === "" ? [] : [`DESCRIPTION:${escaped(text)}`];
}

function basic(day: Day): string {
  return day.replaceAll("-", "");
}

function uidOf(id: Id): string {
  return `${id.replace(/[^\w.-]/g, (sign) => `_${sign.codePointAt(0)?.toString(16)}`)}@groundwork`;
}

function escaped(text: string): string {
  return cleanText(text)
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** A parameter's value has no way to hold a quote or a line end. */
function parameter(text: string): string {
  return `"${cleanText(text).replaceAll('"', "'").replace(/\s+/g, " ")}"`;
}

/** Lines of at most 75 octets, broken between characters, each further one behind a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
