/** What in a change bears on dates: looked at before any schedule is worked out. */
import type { Change } from "#shared/domain/change.ts";
import type { Dependency } from "#shared/domain/dependency.ts";
import { type Entity, isPlanItem, parentIdOf } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { isCancelled } from "#shared/domain/standing.ts";

export interface Touched {
  /** Tasks and milestones whose dates the change sets. */
  readonly placed: ReadonlySet<Id>;
  /** Of those, the ones that were there before. */
  readonly hasMoved: boolean;
  /** Links that the change draws, or whose kind or gap it changes. */
  readonly links: ReadonlySet<Id>;
  /** Items that got another rule for their dates, or a link more or fewer. */
  readonly turned: ReadonlySet<Id>;
  /** Whether somebody's working days change: the plan's calendar, a person's days off, who does a task. */
  readonly recalendars: boolean;
  /** Whether the outline afterwards has other items, has them elsewhere, or counts others (cancelled work counts not). */
  readonly reshapes: boolean;
  /** Whether it does nothing but set dates and durations, so that the network of the plan before it holds. */
  readonly isDatesOnly: boolean;
}

export function touchedBy(change: Change): Touched {
  const placed = new Set<Id>();
  const links = new Set<Id>();
  const turned = new Set<Id>();
  let hasMoved = false;
  let recalendars = false;
  for (const row of [...change.added, ...change.removed]) {
    if (row.kind === "dependency") for (const id of [row.fromId, row.toId]) turned.add(id);
  }
  for (const row of change.added) {
    if (row.kind === "task" || row.kind === "milestone") placed.add(row.id);
    else if (row.kind === "dependency") links.add(row.id);
  }
  for (const [from, to] of change.updated) {
    if (differsInTime(from, to)) {
      placed.add(to.id);
      hasMoved = true;
    } else if (differsInRule(from, to)) turned.add(to.id);
    if (from.kind === "dependency" && to.kind === "dependency" && differsInReach(from, to)) {
      links.add(to.id);
      turned.add(to.fromId);
    }
    recalendars ||= differsInCalendar(from, to);
  }
  const reshapes = reshapesOutline(change);
  const isDatesOnly = !reshapes && !recalendars && links.size === 0 && setsDatesOnly(change);
  return { placed, hasMoved, links, turned, recalendars, reshapes, isDatesOnly };
}

function differsInTime(from: Entity, to: Entity): boolean {
  if (from.kind === "task" && to.kind === "task") {
    return (
      (["start", "durationDays", "actualStart", "actualFinish"] as const).some(
        (key) => from[key] !== to[key],
      ) || (from.status === "done") !== (to.status === "done")
    );
  }
  if (from.kind !== "milestone" || to.kind !== "milestone") return false;
  return from.date !== to.date || from.reachedOn !== to.reachedOn;
}

function differsInRule(from: Entity, to: Entity): boolean {
  if ((from.kind !== "task" && from.kind !== "milestone") || from.kind !== to.kind) return false;
  return from.constraint !== to.constraint || from.isPinned !== to.isPinned;
}

function differsInReach(from: Dependency, to: Dependency): boolean {
  return (["fromId", "toId", "type", "lagDays", "lagKind"] as const).some((key) => from[key] !== to[key]);
}

function differsInCalendar(from: Entity, to: Entity): boolean {
  if (from.kind === "task" && to.kind === "task") return from.assignments !== to.assignments;
  if (from.kind === "person" && to.kind === "person") return from.daysOff !== to.daysOff;
  return from.kind === "roadmap" && to.kind === "roadmap" && from.calendar !== to.calendar;
}

function reshapesOutline(change: Change): boolean {
  if ([...change.added, ...change.removed].some(isPlanItem)) return true;
  return change.updated.some(
    ([from, to]) =>
      isPlanItem(from) &&
      isPlanItem(to) &&
      (from.deletedAt !== to.deletedAt ||
        from.order !== to.order ||
        parentIdOf(from) !== parentIdOf(to) ||
        isCancelled(from) !== isCancelled(to)),
  );
}

function setsDatesOnly(change: Change): boolean {
  if (change.added.length + change.removed.length > 0) return false;
  return change.updated.every(([from, to]) => {
    if (from.kind === "task" && to.kind === "task")
      return (
        !differsInRule(from, to) &&
        from.status === to.status &&
        to.status !== "done" &&
        from.progressPct === to.progressPct &&
        from.actualFinish === to.actualFinish &&
        (from.actualStart === null) === (to.actualStart === null)
      );
    return (
      from.kind === "milestone" &&
      to.kind === "milestone" &&
      !differsInRule(from, to) &&
      from.reachedOn === to.reachedOn
    );
  });
}
