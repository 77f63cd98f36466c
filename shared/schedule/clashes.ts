/**
 * Everything in a plan that does not fit together, in one list: nothing is moved silently, so every clash is named and
 * comes with ways out. Compares stored dates with links, rules, promises and the as-of date.
 */
import type { ConstraintKind } from "#shared/domain/constraint.ts";
import { type Day, daysBetween, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { pathBetween } from "#shared/domain/operations/link.ts";
import { type OutlineNode, outlineOf, subtreeOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { workEnd } from "#shared/domain/promise.ts";
import { isCancelled, isFinished } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { count, durationWords, nameOrUntitled } from "#shared/domain/words.ts";
import { calendarFor } from "#shared/domain/workingTime.ts";
import { brokenLinks } from "./brokenLinks.ts";
import { type Clash, clash, type Fix, quoted } from "./clash.ts";
import { cutLinkFix, moveFix, onDay, patchFix, ruleFixes } from "./fixes.ts";
import { leftBehind } from "./leftBehind.ts";
import { loopClash } from "./loopClash.ts";
import { isHeld } from "./planInput.ts";
import { storedScheduleOf } from "./planSchedule.ts";
import { pullForwardFix } from "./pullForward.ts";
import { fitted, furthestBound } from "./storedPlaces.ts";
import { allowedDay } from "./whyStored.ts";

const known = new WeakMap<
  Plan,
  { readonly asOf: Day; readonly today: Day; readonly clashes: readonly Clash[] }
>();

/**
 * All clashes, in the order in which they are best mended: loops, promises, rules, links, milestones before their
 * work, work left behind the as-of date (`today` where the plan keeps none). Once per plan value and day.
 */
export function clashesOf(plan: Plan, today: Day): readonly Clash[] {
  const asOf = plan.roadmap.statusDate ?? today;
  let found = known.get(plan);
  if (found?.asOf !== asOf || found.today !== today) {
    found = { asOf, today, clashes: findClashes(plan, asOf, today) };
    known.set(plan, found);
  }
  return found.clashes;
}

function findClashes(plan: Plan, asOf: Day, today: Day): readonly Clash[] {
  const outline = outlineOf(plan);
  const open = outline.inOrder.filter((node) => isOpen(node));
  return [
    ...loopClash(plan),
    ...open.flatMap((node) => promiseClash(plan, node, asOf, today)),
    ...open.flatMap((node) => ruleClash(plan, node, asOf, today)),
    ...brokenLinks(plan, today),
    ...open.flatMap((node) => milestoneClash(plan, node, today)),
    ...leftBehind(plan, open, asOf, today),
  ];
}

/** Tasks without others in them, and milestones, that are still to come. */
function isOpen(node: OutlineNode): boolean {
  return node.item.kind !== "stage" && !node.isGroup && !isFinished(node);
}

function promiseClash(plan: Plan, node: OutlineNode, asOf: Day, today: Day): readonly Clash[] {
  const item = node.item as Task | Milestone;
  const { deadline } = item;
  const work = workEnd(node);
  const finish = work ?? (node.finish as Day);
  if (deadline === null || finish <= deadline) return [];
  const days = daysBetween(deadline, finish);
  const verb = item.kind === "task" ? "ends" : work ? "waits for work that ends" : "falls on";
  const late = `${durationWords(days)} after`;
  return [
    clash(
      { key: `promise-missed ${item.id}`, kind: "promise-missed", itemIds: [item.id], days },
      () =>
        `${quoted(plan, item.id)} ${verb} ${formatDayNear(finish, today)}, ${late} its promised date ${formatDayNear(deadline, today)}`,
      () => [
        ...pullForwardFix(plan, item.id, asOf, { by: deadline, now: finish, what: "promise" }),
        ...onDay(finish, (day) =>
          patchFix(item, `Promise ${formatDayNear(day, today)} instead`, { deadline: day }),
        ),
        patchFix(item, "Take the promise back", { deadline: null }),
      ],
    ),
  ];
}

const RULE_WORDS: Record<ConstraintKind, string> = {
  ASAP: "",
  ALAP: "",
  SNET: "must not start before",
  SNLT: "must start by",
  FNET: "must not finish before",
  FNLT: "must finish by",
  MSO: "must start on",
  MFO: "must finish on",
};

function ruleClash(plan: Plan, node: OutlineNode, asOf: Day, today: Day): readonly Clash[] {
  const item = node.item as Task | Milestone;
  const { constraint } = item;
  if (!constraint?.date || isHeld(item)) return [];
  const { kind, date } = constraint;
  const isAboutFinish = kind === "FNET" || kind === "FNLT" || kind === "MFO";
  const day = (isAboutFinish ? node.finish : node.start) as Day;
  const calendar = calendarFor(plan, item);
  const wanted =
    item.kind === "milestone" ? date : isAboutFinish ? calendar.onOrBefore(date) : calendar.onOrAfter(date);
  // Work without duration may lie on the very day, although nobody works on it.
  if (day === date) return [];
  const early = day < wanted && kind !== "SNLT" && kind !== "FNLT";
  const late = day > wanted && kind !== "SNET" && kind !== "FNET";
  if (!early && !late) return [];
  const verb = item.kind === "milestone" ? "falls on" : isAboutFinish ? "ends" : "starts";
  const shift = calendar.workingDaysBetween(day, wanted);
  const start = item.kind === "milestone" ? wanted : calendar.addWorkingDays(node.start as Day, shift);
  return [
    clash(
      { key: `rule-not-met ${item.id}`, kind: "rule-not-met", itemIds: [item.id], days: Math.abs(shift) },
      () =>
        `${quoted(plan, item.id)} ${verb} ${formatDayNear(day, today)}, but ${RULE_WORDS[kind]} ${formatDayNear(date, today)}`,
      () => {
        const finish = item.kind === "milestone" ? start : calendar.finishOf(start, item.durationDays);
        const move =
          early || linksAllow(plan, item, start)
            ? onDay(start, (to) => moveToRule(item, to, today))
            : pullForwardFix(plan, item.id, asOf, { by: finish, now: node.finish as Day, what: "rule" });
        return [...move, ...ruleFixes(item, constraint, day, today)];
      },
    ),
  ];
}

/** Keeps the rule, unlike a move to anywhere else. */
function moveToRule(item: Task | Milestone, day: Day, today: Day) {
  const label = `Move it to ${formatDayNear(day, today)}`;
  if (item.kind === "milestone") return patchFix(item, label, { date: day });
  return patchFix(item, label, { start: day });
}

/** Whether an item may lie on a day as far as its links say: one clash is not to be mended by another. */
function linksAllow(plan: Plan, { id }: Task | Milestone, day: Day): boolean {
  const schedule = storedScheduleOf(plan);
  const index = schedule?.network.indexOf.get(id);
  if (!schedule || index === undefined) return true;
  const bound = furthestBound(schedule.network, schedule.places, index);
  if (bound === Number.NEGATIVE_INFINITY) return true;
  return allowedDay(schedule, index, fitted(schedule.network, index, bound)) <= day;
}

/** A milestone that comes before the end of the open work it holds. */
function milestoneClash(plan: Plan, node: OutlineNode, today: Day): readonly Clash[] {
  const { item } = node;
  if (item.kind !== "milestone" || node.children.length === 0) return [];
  const after = subtreeOf(node).filter(
    (below) =>
      below !== node && isOpen(below) && (below.finish ?? "") > item.date && !isCancelled(below.item),
  );
  const last = after.reduce<OutlineNode | null>(
    (latest, below) => (latest === null || (below.finish ?? "") > (latest.finish ?? "") ? below : latest),
    null,
  );
  if (!last?.finish) return [];
  const { finish } = last;
  const name = `'${nameOrUntitled(item.name, item.kind)}'`;
  const work = after.length === 1 ? "one item in it ends later" : `${after.length} items in it end later`;
  const its = `'${nameOrUntitled(last.item.name, last.item.kind)}'`;
  const until = after.length === 1 ? `${its} on` : `the last, ${its}, on`;
  const itemIds = [item.id, ...after.map((below) => below.item.id)];
  return [
    clash(
      { key: `milestone-before-work ${item.id}`, kind: "milestone-before-work", itemIds, days: 0 },
      () =>
        `${name} is planned for ${formatDayNear(item.date, today)}, but ${work}: ${until} ${formatDayNear(finish, today)}`,
      () => [
        ...cutFix(
          plan,
          item.id,
          after.map((below) => below.item.id),
        ),
        ...onDay(finish, (day) => moveFix(item, day, today)),
      ],
    ),
  ];
}

/** Work that waits for the milestone it leads to moves away with it: only without that link can it come before. */
function cutFix(plan: Plan, milestoneId: Id, heldIds: readonly Id[]): readonly Fix[] {
  for (const id of heldIds) {
    const [fromId, toId] = pathBetween(plan, milestoneId, id)?.slice(-2) ?? [];
    const link = [...plan.dependencies.values()].find((l) => l.fromId === fromId && l.toId === toId);
    if (link) return [cutLinkFix(plan, link)];
  }
  return [];
}

/** `3 clashes`, for a badge. */
export function clashCount(clashes: readonly Clash[]): string {
  return count(clashes.length, "clash", "clashes");
}
