/** Text of several lines, as people copy it from notes and documents, becomes items of the outline. */
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, addMonths, type Day, latest } from "#shared/domain/day.ts";
import type { Entity, PlanItem } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { createMilestone } from "#shared/domain/milestone.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import { createStage } from "#shared/domain/stage.ts";
import { createTask } from "#shared/domain/task.ts";
import { count } from "#shared/domain/words.ts";
import { type CalendarTable, calendarTable } from "#shared/schedule/calendar.ts";
import { changed, findNode, gone } from "./context.ts";
import { DEFAULT_TASK_DAYS, keysAfter } from "./place.ts";
import { withRoom } from "./room.ts";

export interface PastedLine {
  readonly name: string;
  /** 0 for the outermost; never more than one deeper than the line before. */
  readonly level: number;
  /** Cells of a spreadsheet may say these; null or left out where nothing does. */
  readonly start?: Day | null;
  readonly finish?: Day | null;
  readonly personId?: Id | null;
}

/** Longest list that is taken at once. */
export const MAX_PASTED_LINES = 2_000;
const MAX_NAME = 500;
/** Columns a tab counts for when lines mix tabs and spaces. */
const TAB_WIDTH = 4;
const BULLET = /^(?:[-*+•◦▪–—]|\[[ xX]?\])\s+/u;
const NUMBER = /^(?:\d{1,3}|[a-zA-Z])[.)]\s+/u;

/**
 * Reads a pasted list: one item a line, empty lines skipped. A line stands deeper than the one before when it is
 * indented further (tabs or spaces, any width), or when it is a bullet under a plain or numbered line.
 */
export function parsePastedLines(text: string): readonly PastedLine[] {
  const lines: PastedLine[] = [];
  const open: number[] = [];
  for (const raw of text.replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/)) {
    const { weight, name } = readLine(raw);
    if (name === "") continue;
    while (open.length > 0 && (open.at(-1) as number) >= weight) open.pop();
    lines.push({ name, level: open.length });
    open.push(weight);
  }
  return lines;
}

/** Indentation outweighs the sign before the text: plain, then numbered, then bulleted. */
function readLine(raw: string): { readonly weight: number; readonly name: string } {
  const indent = /^\s*/u.exec(raw)?.[0] ?? "";
  let width = 0;
  for (const sign of indent) width += sign === "\t" ? TAB_WIDTH : 1;
  let name = raw.slice(indent.length).trimEnd();
  let rank = 0;
  if (BULLET.test(name)) {
    rank = 2;
    name = name.replace(BULLET, "").replace(/^\[[ xX]?\]\s+/u, "");
  } else if (NUMBER.test(name)) {
    rank = 1;
    name = name.replace(NUMBER, "");
  }
  return { weight: width * 3 + rank, name: name.replace(/\s+/gu, " ").trim() };
}

/** Where a list goes: behind an item as its siblings, the first line naming that item when `fill` is set. */
export interface PasteTarget {
  /** Null puts the list at the end of the stages. */
  readonly id: Id | null;
  readonly fill: boolean;
}

/**
 * Makes one item of each line, as one change. Outermost lines become siblings of the target and of its kind;
 * inside a stage come milestones, inside a milestone or a task come tasks.
 */
export function pasteLines(
  plan: Plan,
  ctx: EditContext,
  target: PasteTarget,
  lines: readonly PastedLine[],
): Result<Change> {
  if (lines.length === 0) return refuse("empty-paste", "There is no text to make rows of.");
  if (lines.length > MAX_PASTED_LINES) {
    return refuse("long-paste", `Paste at most ${MAX_PASTED_LINES.toLocaleString("en")} lines at once.`);
  }
  const long = lines.findIndex((line) => line.name.length > MAX_NAME);
  if (long >= 0)
    return refuse("long-name", `Line ${long + 1} is too long for a name (500 characters at most).`);
  const node = target.id === null ? null : findNode(plan, target.id).node;
  if (target.id !== null && !node) return gone("item");
  const paste = new Paste(plan, ctx, node, target.fill && node !== null);
  for (const line of lines) paste.add(line);
  return changed(ctx, `Paste ${count(lines.length, "row")}`, withRoom(plan, paste.rows()));
}

/** An item that may get more below it, and the day on which what it holds next can begin. */
interface Open {
  readonly id: Id | null;
  readonly kind: PlanItem["kind"] | null;
  /** Where it stands among the added rows; -1 when it was there before. */
  readonly at: number;
  next: Day;
}

class Paste {
  readonly #added: Entity[] = [];
  readonly #updated: [Entity, Entity][] = [];
  readonly #orders = new Map<Id | null, string[]>();
  readonly #open: Open[];
  readonly #calendar: CalendarTable;

  constructor(
    readonly plan: Plan,
    readonly ctx: EditContext,
    readonly target: OutlineNode | null,
    private fill: boolean,
  ) {
    this.#calendar = calendarTable(plan.roadmap.calendar);
    const parent = target?.parent ?? null;
    const next = this.#dayAfter(target);
    this.#open = [{ id: parent?.item.id ?? null, kind: parent?.item.kind ?? null, at: -1, next }];
  }

  rows() {
    return { added: this.#withOrders(), updated: this.#updated };
  }

  add(line: PastedLine): void {
    const { name, level } = line;
    this.#open.length = level + 1;
    const parent = this.#open[level] as Open;
    if (this.fill && this.target) {
      this.fill = false;
      this.#open.push(this.#fillTarget(this.target, name));
      return;
    }
    const kind =
      level === 0 ? (this.target?.item.kind ?? "stage") : parent.kind === "stage" ? "milestone" : "task";
    const id = this.ctx.newId();
    this.#open.push({ id, kind, at: this.#added.length, next: parent.next });
    const ends = this.#create(kind, { id, roadmapId: this.plan.roadmap.id, order: "", name }, parent, line);
    for (const up of this.#open.slice(0, -1)) {
      up.next = latest([up.next, ends]) as Day;
      this.#holdUntil(up.at, addDays(ends, -1));
    }
  }

  /** A milestone made here is not reached before the last of its tasks. */
  #holdUntil(at: number, finish: Day): void {
    const row = this.#added[at];
    if (row?.kind === "milestone" && row.date < finish) this.#added[at] = { ...row, date: finish };
  }

  #fillTarget(target: OutlineNode, name: string): Open {
    const { item } = target;
    this.#updated.push([item, { ...item, name }]);
    const next =
      item.kind === "milestone"
        ? this.#startBefore(item.date)
        : (target.start ?? this.plan.roadmap.startDate);
    return { id: item.id, kind: item.kind, at: -1, next };
  }

  /** Adds a row and tells the day after it, on which its next sibling can begin. */
  #create(
    kind: PlanItem["kind"],
    common: { id: Id; roadmapId: Id; order: string; name: string },
    parent: Open,
    { start: from = null, finish = null, personId = null }: PastedLine,
  ): Day {
    if (kind === "stage") {
      this.#added.push(createStage(common));
      return parent.next;
    }
    const parentId = parent.id as Id;
    if (kind === "milestone") {
      const date = finish ?? from ?? this.#calendar.onOrAfter(addMonths(parent.next, 1));
      this.#added.push(createMilestone({ ...common, parentId, date, ownerId: personId }));
      return date;
    }
    const start = this.#calendar.onOrAfter(from ?? finish ?? parent.next);
    const isSpan = finish !== null && finish >= start;
    const durationDays = isSpan ? this.#calendar.durationOf(start, finish) : DEFAULT_TASK_DAYS;
    const assignments = personId === null ? [] : [{ personId, allocationPct: 100 }];
    this.#added.push(createTask({ ...common, parentId, start, durationDays, assignments }));
    return addDays(this.#calendar.finishOf(start, durationDays), 1);
  }

  #dayAfter(node: OutlineNode | null): Day {
    if (!node) {
      const finishes = outlineOf(this.plan).stages.flatMap((stage) => stage.spanFinish ?? []);
      return latest(finishes) ?? this.plan.roadmap.startDate;
    }
    const finish = node.spanFinish ?? node.parent?.spanFinish ?? this.plan.roadmap.startDate;
    return node.item.kind === "task" ? addDays(finish, 1) : finish;
  }

  /** Tasks of a milestone that already has a date begin a month before it, but not before the roadmap. */
  #startBefore(date: Day): Day {
    const month = addMonths(date, -1);
    const { startDate } = this.plan.roadmap;
    return month < startDate && startDate < date ? startDate : month;
  }

  /** Order keys are given per container once the number of new rows in each is known. */
  #withOrders(): Entity[] {
    const counts = new Map<Id | null, number>();
    for (const row of this.#added) counts.set(parentOf(row), (counts.get(parentOf(row)) ?? 0) + 1);
    for (const [parentId, number] of counts) this.#orders.set(parentId, this.#keysIn(parentId, number));
    return this.#added.map(
      (row) => ({ ...row, order: this.#orders.get(parentOf(row))?.shift() as string }) as Entity,
    );
  }

  #keysIn(parentId: Id | null, number: number): string[] {
    const outline = outlineOf(this.plan);
    if (this.target && parentId === (this.target.parent?.item.id ?? null)) {
      return keysAfter(this.target.parent?.children ?? outline.stages, this.target.item.id, number);
    }
    const siblings = parentId === null ? outline.stages : (outline.byId.get(parentId)?.children ?? []);
    return keysAfter(siblings, siblings.at(-1)?.item.id ?? null, number);
  }
}

function parentOf(row: Entity): Id | null {
  return row.kind === "task" || row.kind === "milestone" ? row.parentId : null;
}
