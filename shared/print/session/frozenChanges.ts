/**
 * What became of a plan between two frozen states: for paper and for minutes, which tell of a session long after the
 * plan has moved on. Days are working days of the plan's calendar.
 */
import type { BaselineItem } from "#shared/domain/baseline.ts";
import { type Day, daysBetween, formatDayNear } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { capital, count, nameOrUntitled } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";

export interface FrozenLine {
  readonly id: Id;
  readonly name: string;
  readonly isMilestone: boolean;
  /** Each for itself: `moved 3 Feb → 10 Feb, 5 days later`, `done`, `deleted`. */
  readonly says: readonly string[];
  /** Why it moved, where somebody said so. */
  readonly reason: string;
  /** Working days by which it moved; 0 of anything else. */
  readonly days: number;
  /** What became of it, where that is all there is to say; such tasks can be told together. */
  readonly fate: Fate | null;
}

const FATES = ["done", "moved later", "moved earlier", "moved", "new", "dropped", "deleted"] as const;
type Fate = (typeof FATES)[number];

/** Several tasks with the same fate, told in one run of names. */
export interface FrozenFold {
  /** `Moved later, 9 tasks`. */
  readonly title: string;
  readonly names: readonly string[];
}

export interface FrozenGroup {
  readonly stage: string;
  readonly lines: readonly FrozenLine[];
  readonly folds: readonly FrozenFold[];
}

/** With more tasks than this in one stage, those with the same fate are told together. */
const MOST_TASK_LINES = 6;

interface State {
  readonly items: ReadonlyMap<Id, BaselineItem>;
  readonly holders: ReadonlySet<Id>;
}

/** The lines by stage, in the order of the later state; what moved furthest first. */
export function frozenChanges(
  plan: Plan,
  before: readonly BaselineItem[],
  after: readonly BaselineItem[],
  today: Day,
): readonly FrozenGroup[] {
  const [was, is] = [stateOf(before), stateOf(after)];
  const groups = new Map<string, FrozenLine[]>();
  // Older baselines did not keep who answered for what.
  const knowsOwners = before.some(({ ownerId }) => ownerId !== null);
  const put = (
    state: State,
    item: BaselineItem,
    says: readonly string[],
    days = 0,
    isMoved = false,
  ): void => {
    if (says.length === 0) return;
    const stage = stageOf(state, item);
    const key = stage ? nameOrUntitled(stage.name, "stage") : "Elsewhere";
    const lines = groups.get(key) ?? [];
    groups.set(key, lines);
    const reason = days === 0 ? "" : reasonOf(plan, item);
    const name = nameOrUntitled(item.name, item.kind);
    const isMilestone = item.kind === "milestone";
    lines.push({ id: item.id, name, isMilestone, says, reason, days, fate: fateOf(says, days, isMoved) });
  };
  for (const item of is.items.values()) {
    const old = was.items.get(item.id);
    if (old) {
      const days = rollsUp(is, item) ? 0 : movedDays(plan, old, item);
      put(
        is,
        item,
        whatChanged(plan, is, knowsOwners ? old : { ...old, ownerId: item.ownerId }, item, days, today),
        days,
        isMoved(is, old, item),
      );
    } else if (item.parentId === null || was.items.has(item.parentId)) put(is, item, [addedWords(is, item)]);
  }
  for (const item of was.items.values()) {
    const isTop = item.parentId === null || is.items.has(item.parentId);
    if (!is.items.has(item.id) && isTop) put(was, item, ["deleted"]);
  }
  return [...groups].map(([stage, lines]) => folded(stage, lines.toSorted(byWeight)));
}

/** `isMoved`: to another day, if only over days off, so that `days` is 0. */
function fateOf(says: readonly string[], days: number, isMoved: boolean): Fate | null {
  if (says.length !== 1) return null;
  if (isMoved) return days === 0 ? "moved" : days > 0 ? "moved later" : "moved earlier";
  return FATES.find((fate) => fate === says[0]) ?? null;
}

function folded(stage: string, lines: readonly FrozenLine[]): FrozenGroup {
  const tasks = lines.filter(({ isMilestone }) => !isMilestone);
  if (tasks.length <= MOST_TASK_LINES) return { stage, lines, folds: [] };
  const folds = FATES.flatMap((fate): (FrozenFold & { readonly of: readonly FrozenLine[] })[] => {
    const of = tasks.filter((line) => line.fate === fate);
    if (of.length < 2) return [];
    const title = `${capital(fate)}, ${count(of.length, "task")}`;
    return [{ title, names: of.map(nameAndDays), of }];
  });
  const told = new Set(folds.flatMap(({ of }) => of));
  return {
    stage,
    lines: lines.filter((line) => !told.has(line)),
    folds: folds.map(({ title, names }) => ({ title, names })),
  };
}

function nameAndDays({ name, days, fate, says }: FrozenLine): string {
  if (fate === "moved") return `${name} (${says[0]})`;
  if (fate !== "moved later" && fate !== "moved earlier") return name;
  return `${name} (${days > 0 ? "+" : "−"}${Math.abs(days)}\u00a0d)`;
}

/** What was late on a day in a frozen plan: tasks that hold no others, and milestones; the longest first. */
export function lateIn(
  items: readonly BaselineItem[],
  day: Day,
): readonly { readonly item: BaselineItem; readonly days: number }[] {
  const state = stateOf(items);
  return items
    .flatMap((item) => {
      const isOpen = !item.isFinished && !rollsUp(state, item);
      return isOpen && item.finish !== null && item.finish < day
        ? [{ item, days: daysBetween(item.finish, day) }]
        : [];
    })
    .sort((a, b) => b.days - a.days);
}

function stateOf(items: readonly BaselineItem[]): State {
  const holders = new Set(
    items.flatMap(({ kind, parentId }) => (kind === "task" && parentId ? [parentId] : [])),
  );
  const tasks = new Set(items.filter(({ kind }) => kind === "task").map(({ id }) => id));
  return {
    items: new Map(items.map((item) => [item.id, item])),
    holders: new Set([...holders].filter((id) => tasks.has(id))),
  };
}

function stageOf({ items }: State, item: BaselineItem): BaselineItem | null {
  let up: BaselineItem | undefined = item;
  for (let left = items.size; up && up.kind !== "stage" && left > 0; left--)
    up = up.parentId === null ? undefined : items.get(up.parentId);
  return up?.kind === "stage" ? up : null;
}

function movedDays(plan: Plan, was: BaselineItem, is: BaselineItem): number {
  if (was.finish === null || is.finish === null || was.finish === is.finish) return 0;
  return calendarTable(plan.roadmap.calendar).workingDaysBetween(was.finish, is.finish);
}

function whatChanged(
  plan: Plan,
  now: State,
  was: BaselineItem,
  is: BaselineItem,
  days: number,
  today: Day,
): string[] {
  const isGroup = rollsUp(now, is);
  const says: string[] = [];
  if (!isGroup && is.isFinished !== was.isFinished) says.push(finishedWords(plan, is));
  else if (isMoved(now, was, is)) says.push(movedWords(was, is, days, today));
  if (was.ownerId !== is.ownerId) says.push(`${personOf(plan, was.ownerId)} → ${personOf(plan, is.ownerId)}`);
  if (was.name !== is.name) says.push(`was called “${nameOrUntitled(was.name, was.kind)}”`);
  return says;
}

function rollsUp({ holders }: State, { id, kind }: BaselineItem): boolean {
  return holders.has(id) || kind === "stage";
}

/** Its own last day is another one, and it was neither finished nor opened again. */
function isMoved(now: State, was: BaselineItem, is: BaselineItem): boolean {
  return !rollsUp(now, is) && is.isFinished === was.isFinished && was.finish !== is.finish;
}

function finishedWords(plan: Plan, { id, kind, isFinished }: BaselineItem): string {
  if (!isFinished) return "open again";
  if (plan.tasks.get(id)?.status === "cancelled") return "dropped";
  return kind === "milestone" ? "reached" : "done";
}

function movedWords(was: BaselineItem, is: BaselineItem, days: number, today: Day): string {
  const day = (when: Day | null): string => (when === null ? "no date" : formatDayNear(when, today));
  const far = days === 0 ? "" : `, ${count(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`;
  return `${day(was.finish)} → ${day(is.finish)}${far}`;
}

function addedWords({ items }: State, item: BaselineItem): string {
  let held = 0;
  const inside = new Set([item.id]);
  for (const other of items.values()) {
    if (other.parentId === null || !inside.has(other.parentId)) continue;
    inside.add(other.id);
    held++;
  }
  return held === 0 ? "new" : `new, with ${count(held, "item")}`;
}

function personOf(plan: Plan, id: Id | null): string {
  return id === null ? "nobody" : plan.people.get(id)?.name.trim() || "somebody";
}

/** The reason that was given for the slip to that date. */
function reasonOf(plan: Plan, item: BaselineItem): string {
  const slips = plan.milestones.get(item.id)?.slips ?? [];
  return (slips.findLast(({ to }) => to === item.finish) ?? slips.at(-1))?.reason.trim() ?? "";
}

function byWeight(a: FrozenLine, b: FrozenLine): number {
  if (a.isMilestone !== b.isMilestone) return a.isMilestone ? -1 : 1;
  return Math.abs(b.days) - Math.abs(a.days);
}
