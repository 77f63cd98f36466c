/** Plans with everything that can meet in one, and every kind of edit, by the throw of dice. */
import type { Change } from "#shared/domain/change.ts";
import { closuresOf } from "#shared/domain/closures.ts";
import { CONSTRAINT_KINDS, type Constraint, isDated } from "#shared/domain/constraint.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { LINK_RULES } from "#shared/domain/dependency.ts";
import type { Id } from "#shared/domain/fields.ts";
import { binOf, deleteItems, deleteListed, restoreFromBin } from "#shared/domain/operations/bin.ts";
import {
  addWorkedDay,
  removeClosure,
  saveClosure,
  setWorkingWeekdays,
} from "#shared/domain/operations/calendar.ts";
import { togglePinned } from "#shared/domain/operations/dateRules.ts";
import { toggleDone } from "#shared/domain/operations/done.ts";
import { editEntity, finishTaskOn, shiftItems, startTaskOn } from "#shared/domain/operations/edit.ts";
import { addLink, type NewLink, removeLinks } from "#shared/domain/operations/link.ts";
import { removeDaysOff, setDaysOff } from "#shared/domain/operations/people.ts";
import {
  addItem,
  indentItems,
  moveItems,
  nudgeItems,
  outdentItems,
} from "#shared/domain/operations/place.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import type { Result } from "#shared/domain/result.ts";
import { TASK_STATUSES } from "#shared/domain/task.ts";
import { withFollowers } from "#shared/schedule/follow.ts";
import { storedScheduleOf } from "#shared/schedule/planSchedule.ts";
import {
  aPlan,
  type ItemLiteral,
  type MilestoneLiteral,
  START,
  type TaskLiteral,
  type TestContext,
} from "./builders.ts";
import type { Chance } from "./chance.ts";

const WEEKS = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 3, 5], [0, 1, 2, 3, 4, 5, 6], [2]] as const;

const day = (dice: Chance): Day => addDays(START, dice.whole(0, 45));
const maybe = <T extends object>(dice: Chance, odds: number, fields: () => T): Partial<T> =>
  dice.next() < odds ? fields() : {};

function duration(dice: Chance): number {
  const roll = dice.next();
  if (roll < 0.08) return 0;
  return roll < 0.3 ? dice.whole(1, 9) / 2 : dice.whole(1, 8);
}

function constraint(dice: Chance): Constraint {
  const kind = dice.pick(CONSTRAINT_KINDS) ?? "ASAP";
  return { kind, date: isDated(kind) ? day(dice) : null };
}

/** Up to a dozen items in groups, milestones and stages, in every state, with people away and days off. */
export function wildPlan(dice: Chance, ctx: TestContext): Plan {
  let made = 0;
  const people = Array.from({ length: dice.whole(0, 3) }, (_, i) => `p${i}`);
  const rules = () => ({
    ...maybe(dice, 0.1, () => ({ isPinned: true })),
    ...maybe(dice, 0.15, () => ({ constraint: constraint(dice) })),
    ...maybe(dice, 0.1, () => ({ deadline: day(dice) })),
  });
  const task = (deep: number): TaskLiteral => ({
    task: `T${made++}`,
    start: day(dice),
    durationDays: duration(dice),
    does: people.filter(() => dice.next() < 0.3),
    ...rules(),
    ...maybe(dice, 0.2, () => ({ status: dice.pick(TASK_STATUSES) ?? "done" })),
    ...maybe(dice, deep > 0 ? 0.2 : 0, () => ({ holds: several(dice, 3, () => item(deep - 1)) })),
  });
  const milestone = (): MilestoneLiteral => ({
    milestone: `M${made++}`,
    date: day(dice),
    ...rules(),
    ...maybe(dice, 0.1, () => ({ reachedOn: day(dice) })),
    holds: several(dice, 3, () => task(1)),
  });
  const item = (deep: number): ItemLiteral => (dice.next() < 0.3 ? milestone() : task(deep));
  const exceptions = several(dice, 3, () => ({ date: day(dice), working: dice.next() < 0.3, name: "Off" }));
  const plan = aPlan({
    roadmap: {
      calendar: { workingWeekdays: dice.pick(WEEKS) ?? WEEKS[0], exceptions, holidays: null },
      statusDate: dice.next() < 0.2 ? day(dice) : null,
    },
    people: people.map((name) => ({ name, daysOff: several(dice, 1, () => away(dice)) })),
    stages: [1, 2, 3].map((n) => ({ name: `S${n}`, holds: several(dice, 4, () => item(2)) })),
  });
  return linked(plan, ctx, dice);
}

function several<T>(dice: Chance, most: number, make: () => T): T[] {
  return Array.from({ length: dice.whole(0, most) }, make);
}

function away(dice: Chance) {
  const from = day(dice);
  return { from, to: addDays(from, dice.whole(0, 10)), name: "Away" };
}

/** Most links followed as on the screen, the others as in a file, kept or not. */
function linked(plan: Plan, ctx: TestContext, dice: Chance): Plan {
  let now = plan;
  for (let n = dice.whole(0, 16); n > 0; n--) {
    const added = addLink(now, ctx, link(now, dice));
    if (!added.ok) continue;
    const next = applyChange(now, dice.next() < 0.7 ? withFollowers(now, added.value) : added.value);
    if (storedScheduleOf(next)) now = next;
  }
  return now;
}

function link(plan: Plan, dice: Chance): NewLink & { readonly rule?: (typeof LINK_RULES)[number] } {
  return {
    fromId: anyId(plan, dice),
    toId: anyId(plan, dice),
    type: dice.pick(["FS", "FS", "SS", "FF", "SF"] as const) ?? "FS",
    lagDays: dice.next() < 0.2 ? dice.whole(-5, 8) / 2 : dice.whole(-2, 4),
    lagKind: dice.next() < 0.2 ? "elapsed" : "working",
    ...maybe(dice, 0.6, () => ({ rule: dice.pick(LINK_RULES) ?? "use" })),
  };
}

const ids = (plan: Plan): Id[] => outlineOf(plan).inOrder.map(({ item }) => item.id);
const anyId = (plan: Plan, dice: Chance): Id => dice.pick(ids(plan)) ?? "none";
const key = (map: ReadonlyMap<Id, unknown>, dice: Chance): Id => dice.pick([...map.keys()]) ?? "none";

function leaf(plan: Plan, dice: Chance, kind: "task" | "milestone"): Id {
  const leaves = outlineOf(plan).inOrder.filter(({ item, isGroup }) => item.kind === kind && !isGroup);
  return dice.pick(leaves)?.item.id ?? "none";
}

type Edit = (plan: Plan, ctx: TestContext, dice: Chance) => Result<Change>;

const EDITS: readonly Edit[] = [
  (p, c, d) => editEntity(p, c, "task", leaf(p, d, "task"), { start: day(d) }),
  (p, c, d) => editEntity(p, c, "task", leaf(p, d, "task"), { durationDays: duration(d) }),
  (p, c, d) => editEntity(p, c, "task", leaf(p, d, "task"), { status: d.pick(TASK_STATUSES) ?? "done" }),
  (p, c, d) => editEntity(p, c, "task", leaf(p, d, "task"), { actualStart: d.pick([null, day(d)]) ?? null }),
  (p, c, d) => editEntity(p, c, "task", leaf(p, d, "task"), { constraint: constraint(d) }),
  (p, c, d) =>
    editEntity(p, c, "task", leaf(p, d, "task"), {
      assignments: d.some([...p.people.keys()]).map((personId) => ({ personId, allocationPct: 100 })),
    }),
  (p, c, d) => editEntity(p, c, "milestone", leaf(p, d, "milestone"), { date: day(d) }),
  (p, c, d) => editEntity(p, c, "milestone", leaf(p, d, "milestone"), { constraint: constraint(d) }),
  (p, c, d) => toggleDone(p, c, d.some(ids(p)), day(d)),
  (p, c, d) => shiftItems(p, c, d.some(ids(p)), d.whole(-15, 20)),
  (p, c, d) => finishTaskOn(p, c, leaf(p, d, "task"), day(d)),
  (p, c, d) => startTaskOn(p, c, leaf(p, d, "task"), day(d)),
  (p, c, d) => togglePinned(p, c, d.some(ids(p))),
  (p, c, d) => setDaysOff(p, c, key(p.people, d), away(d)),
  (p, c, d) => {
    const id = key(p.people, d);
    return removeDaysOff(p, c, id, d.pick(p.people.get(id)?.daysOff ?? []) ?? away(d));
  },
  (p, c, d) => deleteListed(p, c, key(p.people, d)),
  (p, c, d) => setWorkingWeekdays(p, c, d.pick(WEEKS) ?? WEEKS[0]),
  (p, c, d) => saveClosure(p, c, { ...away(d), name: "Closed", yearly: false }),
  (p, c, d) => {
    const closure = d.pick(closuresOf(p.roadmap.calendar));
    return closure ? removeClosure(p, c, closure) : addWorkedDay(p, c, day(d), "Open");
  },
  (p, c, d) => addLink(p, c, link(p, d)),
  (p, c, d) => addLink(p, c, link(p, d)),
  (p, c, d) => editEntity(p, c, "dependency", key(p.dependencies, d), { lagDays: d.whole(-2, 5) }),
  (p, c, d) =>
    editEntity(p, c, "dependency", key(p.dependencies, d), {
      type: d.pick(["FS", "SS", "FF", "SF"] as const) ?? "FS",
      rule: d.pick(LINK_RULES) ?? "use",
    }),
  (p, c, d) => removeLinks(p, c, d.some([...p.dependencies.keys()])),
  (p, c, d) => indentItems(p, c, d.some(ids(p))),
  (p, c, d) => outdentItems(p, c, d.some(ids(p))),
  (p, c, d) => nudgeItems(p, c, d.some(ids(p)), d.pick([1, -1] as const) ?? 1),
  (p, c, d) => moveItems(p, c, d.some(ids(p)), { parentId: anyId(p, d), afterId: null }),
  (p, c, d) => addItem(p, c, { parentId: anyId(p, d), afterId: null }, { kind: "task", name: "New" }),
  (p, c, d) => deleteItems(p, c, [anyId(p, d)]),
  (p, c, d) => restoreFromBin(p, c, d.pick(binOf(p).map(({ entity }) => entity.id)) ?? "none"),
];

/** One edit of a plan, or a refusal. */
export function wildEdit(plan: Plan, ctx: TestContext, dice: Chance): Result<Change> {
  return (dice.pick(EDITS) as Edit)(plan, ctx, dice);
}
