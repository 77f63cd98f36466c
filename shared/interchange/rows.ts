/**
 * A table of rows, as spreadsheets and Microsoft Project keep plans, made into stages, milestones and tasks. An
 * outermost row that holds others becomes a stage; outermost rows that hold nothing stand together in stages of their
 * own, where they stood; below, a row that holds others is a group.
 */
import { generateNKeysBetween } from "fractional-indexing";
import type { Constraint } from "#shared/domain/constraint.ts";
import type { Day } from "#shared/domain/day.ts";
import type { DependencyType } from "#shared/domain/dependency.ts";
import type { PlanItem } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { createMilestone, type Health } from "#shared/domain/milestone.ts";
import { createStage } from "#shared/domain/stage.ts";
import { type Assignment, createTask, type TaskStatus } from "#shared/domain/task.ts";
import { cleanText } from "./text.ts";

/** A link as the row of its successor names it. */
export interface RowLink {
  /** What the file calls the predecessor. */
  readonly from: string;
  readonly type: DependencyType;
  readonly lagDays: number;
  readonly lagKind: "working" | "elapsed";
}

export interface PlanRow {
  /** 0 for the outermost; a row stands in the nearest row above it that is less deep. */
  readonly level: number;
  readonly kind: "stage" | "milestone" | "task";
  readonly name: string;
  readonly notes: string;
  readonly goal?: string;
  /** Null where the file has none: it then stands on the first day of the plan. */
  readonly start: Day | null;
  readonly durationDays: number;
  readonly constraint?: Constraint | null;
  readonly deadline?: Day | null;
  readonly isPinned?: boolean;
  readonly actualStart?: Day | null;
  readonly actualFinish?: Day | null;
  readonly progressPct: number;
  readonly status: TaskStatus;
  readonly health?: Health;
  readonly effortHours?: number | null;
  readonly assignments: readonly Assignment[];
  /** Who answers for a task or owns a milestone. */
  readonly accountableId: Id | null;
  readonly links: readonly RowLink[];
}

export interface RowsContext {
  readonly roadmapId: Id;
  readonly newId: () => Id;
  /** Where rows without a date stand. */
  readonly firstDay: Day;
  /** The name of stages that the file does not have. */
  readonly looseName: string;
  /** Told of a milestone that holds what no milestone can, and became a group. */
  readonly onMilestoneGroup: (name: string) => void;
}

export interface PlacedRows {
  readonly items: readonly PlanItem[];
  /** Which item each row became. */
  readonly itemOf: ReadonlyMap<PlanRow, PlanItem>;
  /** How many outermost rows stand in stages that the file does not have. */
  readonly loose: number;
}

interface Node {
  readonly row: PlanRow;
  readonly children: Node[];
}

/** Deepest nesting that is read; rows below stand as deep as this. */
const MAX_LEVEL = 200;

export function placeRows(rows: readonly PlanRow[], ctx: RowsContext): PlacedRows {
  const slots = slotsOf(treeOf(rows));
  const placer = new Placer(ctx);
  const keys = generateNKeysBetween(null, null, slots.length);
  let loose = 0;
  slots.forEach((slot, i) => {
    const order = keys[i] as string;
    if ("stage" in slot) placer.stage(slot.stage, order);
    else {
      loose += slot.loose.length;
      placer.looseStage(slot.loose, order);
    }
  });
  placer.placeQueued();
  return { items: placer.items, itemOf: placer.itemOf, loose };
}

function treeOf(rows: readonly PlanRow[]): Node[] {
  const top: Node[] = [];
  const open: { readonly level: number; readonly node: Node }[] = [];
  for (const row of rows) {
    const level = Math.min(row.kind === "stage" ? 0 : row.level, MAX_LEVEL);
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const node: Node = { row, children: [] };
    (open.at(-1)?.node.children ?? top).push(node);
    open.push({ level, node });
  }
  return top;
}

type Slot = { readonly stage: Node } | { readonly loose: Node[] };

function slotsOf(top: readonly Node[]): Slot[] {
  const slots: Slot[] = [];
  for (const node of top) {
    const last = slots.at(-1);
    const isStage = node.row.kind === "stage" || (node.children.length > 0 && node.row.kind === "task");
    if (isStage) slots.push({ stage: node });
    else if (last && "loose" in last) last.loose.push(node);
    else slots.push({ loose: [node] });
  }
  return slots;
}

interface Queued {
  readonly parentId: Id;
  readonly nodes: readonly Node[];
}

/** Goes breadth first with a queue, so that depth costs no stack. */
class Placer {
  readonly items: PlanItem[] = [];
  readonly itemOf = new Map<PlanRow, PlanItem>();
  readonly #queue: Queued[] = [];

  constructor(readonly ctx: RowsContext) {}

  stage({ row, children }: Node, order: string): void {
    const { name, notes, goal } = row;
    const stage = createStage({ ...this.#common(name, order), notes: cleanText(notes), goal: goal ?? "" });
    this.#put(stage, row, children);
  }

  looseStage(nodes: readonly Node[], order: string): void {
    this.#put(createStage(this.#common(this.ctx.looseName, order)), null, nodes);
  }

  placeQueued(): void {
    for (let head = 0; head < this.#queue.length; head++) {
      const { parentId, nodes } = this.#queue[head] as Queued;
      const keys = generateNKeysBetween(null, null, nodes.length);
      nodes.forEach((node, i) => {
        const item = this.#item(node, parentId, keys[i] as string);
        this.#put(item, node.row, node.children);
      });
    }
  }

  #put(item: PlanItem, row: PlanRow | null, children: readonly Node[]): void {
    this.items.push(item);
    if (row) this.itemOf.set(row, item);
    if (children.length > 0) this.#queue.push({ parentId: item.id, nodes: children });
  }

  #item({ row, children }: Node, parentId: Id, order: string): PlanItem {
    const common = { ...this.#common(row.name, order), parentId, notes: cleanText(row.notes) };
    const dates = {
      constraint: row.constraint ?? null,
      deadline: row.deadline ?? null,
      isPinned: row.isPinned ?? false,
    };
    const start = row.start ?? this.ctx.firstDay;
    if (row.kind === "milestone") {
      if (children.every((child) => child.row.kind !== "milestone")) {
        const reachedOn = row.status === "done" ? (row.actualFinish ?? start) : null;
        const { accountableId: ownerId, health = "unset" } = row;
        return createMilestone({ ...common, ...dates, date: start, ownerId, health, reachedOn });
      }
      this.ctx.onMilestoneGroup(row.name);
    }
    return createTask({
      ...common,
      ...dates,
      start,
      durationDays: row.durationDays,
      actualStart: row.actualStart ?? null,
      actualFinish: row.status === "done" ? (row.actualFinish ?? null) : null,
      progressPct: row.progressPct,
      status: row.status,
      effortHours: row.effortHours ?? null,
      assignments: row.assignments,
      accountableId: row.accountableId,
    });
  }

  #common(name: string, order: string) {
    const { roadmapId, newId } = this.ctx;
    return { id: newId(), roadmapId, order, name: cutText(cleanText(name).trim(), MAX_NAME) };
  }
}
