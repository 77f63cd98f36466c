/** Adding, moving, indenting and copying items of the outline. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Change, EditContext } from "#shared/domain/change.ts";
import { addDays, addMonths, type Day } from "#shared/domain/day.ts";
import { createDependency, type Dependency } from "#shared/domain/dependency.ts";
import { type PlanItem, parentIdOf } from "#shared/domain/entity.ts";
import { cutText, type Id, MAX_NAME } from "#shared/domain/fields.ts";
import { createMilestone } from "#shared/domain/milestone.ts";
import { type OutlineNode, outlineOf, subtreeOf, topmostOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { createStage } from "#shared/domain/stage.ts";
import { createTask, unstarted } from "#shared/domain/task.ts";
import { KIND_WORDS } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { changed, findNode, gone } from "./context.ts";
import { checked } from "./fieldProblem.ts";
import { linksAcross } from "./nesting.ts";
import { withRoom } from "./room.ts";

/** Working days a new task is given before anybody has said. */
export const DEFAULT_TASK_DAYS = 5;

/** Where an item goes: in which container (null: among the stages), behind which sibling (null: first). */
export interface Place {
  readonly parentId: Id | null;
  readonly afterId: Id | null;
}

/** Which kinds may stand in which container; null is the top level. */
export function canHold(parent: PlanItem["kind"] | null, child: PlanItem["kind"]): boolean {
  if (parent === null) return child === "stage";
  if (parent === "milestone") return child === "task";
  return child !== "stage";
}

export type NewItem =
  | { readonly kind: "stage"; readonly name?: string }
  | { readonly kind: "milestone"; readonly name?: string; readonly date?: Day }
  | { readonly kind: "task"; readonly name?: string; readonly start?: Day; readonly durationDays?: number };

/** Adds an item; its id is the change's only added row. Dates nobody gave follow from its neighbours. */
export function addItem(plan: Plan, ctx: EditContext, place: Place, input: NewItem): Result<Change> {
  const parent = place.parentId === null ? null : findNode(plan, place.parentId).node;
  if (place.parentId !== null && !parent) return gone("place");
  if (!canHold(parent?.item.kind ?? null, input.kind))
    return misplaced(parent?.item.kind ?? null, input.kind);
  const order = keysAfter(siblingsAt(plan, parent), place.afterId, 1)[0] as string;
  const common = { id: ctx.newId(), roadmapId: plan.roadmap.id, order, name: input.name ?? "" };
  const label = `Add ${KIND_WORDS[input.kind].toLowerCase()}`;
  const row = checked(newRow(plan, parent, place, input, common));
  return row.ok ? changed(ctx, label, withRoom(plan, { added: [row.value] })) : row;
}

function newRow(
  plan: Plan,
  parent: OutlineNode | null,
  { afterId }: Place,
  input: NewItem,
  common: { readonly id: Id; readonly roadmapId: Id; readonly order: string; readonly name: string },
): PlanItem {
  if (input.kind === "stage" || !parent) return createStage(common);
  const parentId = parent.item.id;
  if (input.kind === "milestone") {
    const date = input.date ?? defaultMilestoneDate(plan, parent, afterId);
    return createMilestone({ ...common, parentId, date });
  }
  const start = input.start ?? defaultTaskStart(plan, parent, afterId);
  const durationDays = input.durationDays ?? DEFAULT_TASK_DAYS;
  return createTask({ ...common, parentId, start, durationDays });
}

/** Moves items, with all they hold, to a place; their order among themselves is kept. */
export function moveItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>, place: Place): Result<Change> {
  const outline = outlineOf(plan);
  const moving = topmostOf(outline, ids);
  if (moving.length === 0) return gone("item");
  const parent = place.parentId === null ? null : (outline.byId.get(place.parentId) ?? null);
  if (place.parentId !== null && !parent) return gone("place");
  const movingIds = new Set(moving.map((n) => n.item.id));
  for (let up = parent; up; up = up.parent) {
    if (movingIds.has(up.item.id)) return refuse("inside-itself", "An item cannot be moved into itself.");
  }
  for (const node of moving) {
    if (!canHold(parent?.item.kind ?? null, node.item.kind)) {
      return misplaced(parent?.item.kind ?? null, node.item.kind);
    }
  }
  const siblings = siblingsAt(plan, parent);
  const staying = siblings.filter((n) => !movingIds.has(n.item.id));
  const afterId = anchorAmong(siblings, movingIds, place.afterId);
  const keys = keysAfter(staying, afterId, moving.length);
  const updated = moving.map(
    ({ item }, i) => [item, placed(item, place.parentId, keys[i] as string)] as const,
  );
  const removed = linksAcross(plan, movingIds, place.parentId);
  const label = moving.length === 1 ? "Move item" : `Move ${moving.length} items`;
  return changed(ctx, label, withRoom(plan, { updated, removed }));
}

/** Puts each item inside the sibling above it. */
export function indentItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const moving = topmostOf(outlineOf(plan), ids);
  const first = moving[0];
  if (!first) return gone("item");
  if (moving.some((n) => n.item.kind !== "task")) {
    return refuse("cannot-indent", "Only tasks can be indented: stages and milestones keep their level.");
  }
  if (moving.some((n) => n.parent !== first.parent)) {
    return refuse("cannot-indent", "Select tasks on the same level to indent them together.");
  }
  const siblings = first.parent?.children ?? [];
  const above = siblings[siblings.indexOf(first) - 1];
  if (!above) return refuse("cannot-indent", "There is no item above on this level to indent under.");
  const afterId = above.children.at(-1)?.item.id ?? null;
  return relabel(moveItems(plan, ctx, idsOf(moving), { parentId: above.item.id, afterId }), "Indent");
}

/** Takes each item out of its container, to stand right behind it. */
export function outdentItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const moving = topmostOf(outlineOf(plan), ids);
  const container = moving[0]?.parent;
  if (!container?.parent) {
    return refuse("cannot-outdent", "This item is already as far out as it can be.");
  }
  if (moving.some((n) => n.parent !== container)) {
    return refuse("cannot-outdent", "Select items on the same level to outdent them together.");
  }
  const place = { parentId: container.parent.item.id, afterId: container.item.id };
  return relabel(moveItems(plan, ctx, idsOf(moving), place), "Outdent");
}

/** Moves items one place up or down among their siblings; at the edge they pass into the neighbour container. */
export function nudgeItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>, by: -1 | 1): Result<Change> {
  const moving = topmostOf(outlineOf(plan), ids);
  const first = moving[0];
  const last = moving.at(-1);
  if (!first || !last) return gone("item");
  if (moving.some((n) => n.parent !== first.parent)) {
    return refuse("cannot-move", "Select items on the same level to move them together.");
  }
  const siblings = first.parent?.children ?? outlineOf(plan).stages;
  const edge = by < 0 ? siblings.indexOf(first) : siblings.indexOf(last);
  const neighbour = siblings[edge + by];
  const parentId = first.parent?.item.id ?? null;
  if (neighbour) {
    const afterId = by > 0 ? neighbour.item.id : (siblings[edge - 2]?.item.id ?? null);
    return moveItems(plan, ctx, idsOf(moving), { parentId, afterId });
  }
  const next = nextContainer(plan, first, by);
  if (!next)
    return refuse("cannot-move", by < 0 ? "It is already at the top." : "It is already at the bottom.");
  const afterId = by < 0 ? (next.children.at(-1)?.item.id ?? null) : null;
  return moveItems(plan, ctx, idsOf(moving), { parentId: next.item.id, afterId });
}

/** Copies items with all they hold, and the links inside the copied part; copies stand behind the originals. */
export function duplicateItems(plan: Plan, ctx: EditContext, ids: Iterable<Id>): Result<Change> {
  const outline = outlineOf(plan);
  const copying = topmostOf(outline, ids);
  if (copying.length === 0) return gone("item");
  const newIds = new Map<Id, Id>();
  const added: (PlanItem | Dependency)[] = [];
  for (const root of copying) {
    const siblings = root.parent?.children ?? outline.stages;
    const order = keysAfter(siblings, root.item.id, 1)[0] as string;
    for (const { item } of subtreeOf(root)) {
      const id = ctx.newId();
      newIds.set(item.id, id);
      const isRoot = item === root.item;
      const parentId = parentIdOf(item);
      const own = { id, ...(isRoot ? { order, name: copyName(item.name) } : {}) };
      const copy = item.kind === "task" ? { ...unstarted(item), ...own } : { ...item, ...own };
      added.push(
        copy.kind === "stage" ? copy : { ...copy, parentId: newIds.get(parentId as Id) ?? copy.parentId },
      );
    }
  }
  for (const link of plan.dependencies.values()) {
    const [fromId, toId] = [newIds.get(link.fromId), newIds.get(link.toId)];
    if (fromId && toId) added.push(createDependency({ ...link, id: ctx.newId(), fromId, toId }));
  }
  const label = copying.length === 1 ? "Duplicate item" : `Duplicate ${copying.length} items`;
  return changed(ctx, label, withRoom(plan, { added }));
}

export function copyName(name: string): string {
  const ending = " (copy)";
  return name.trim() === "" ? "" : `${cutText(name, MAX_NAME - ending.length)}${ending}`;
}

/** Order keys for `count` items right behind `afterId` (null: first) among `siblings`. */
export function keysAfter(siblings: readonly OutlineNode[], afterId: Id | null, count: number): string[] {
  const index = afterId === null ? -1 : siblings.findIndex((n) => n.item.id === afterId);
  const at = afterId !== null && index < 0 ? siblings.length - 1 : index;
  const before = siblings[at]?.item.order ?? null;
  // Siblings with equal keys (two copies merged by hand) leave no room between them: step past them.
  const next = siblings.slice(at + 1).find((n) => before === null || n.item.order > before);
  return generateNKeysBetween(before, next?.item.order ?? null, count);
}

/** An order key for an item that comes back among `siblings`: its own, or one just behind whoever has it now. */
export function keyFor(item: { readonly order: string }, siblings: readonly OutlineNode[]): string {
  const holder = siblings.findLast((n) => n.item.order === item.order);
  return holder ? (keysAfter(siblings, holder.item.id, 1)[0] as string) : item.order;
}

/** Order key behind the last of a list that is already sorted. */
export function keyAtEnd(last: { readonly order: string } | undefined): string {
  return generateKeyBetween(last?.order ?? null, null);
}

function siblingsAt(plan: Plan, parent: OutlineNode | null): readonly OutlineNode[] {
  return parent?.children ?? outlineOf(plan).stages;
}

/** The nearest staying sibling at or before the wanted anchor, since the anchor itself may be moving. */
function anchorAmong(
  siblings: readonly OutlineNode[],
  moving: ReadonlySet<Id>,
  afterId: Id | null,
): Id | null {
  let index = siblings.findIndex((n) => n.item.id === afterId);
  while (index >= 0 && moving.has((siblings[index] as OutlineNode).item.id)) index--;
  return siblings[index]?.item.id ?? null;
}

function placed(item: PlanItem, parentId: Id | null, order: string): PlanItem {
  return item.kind === "stage" ? { ...item, order } : { ...item, order, parentId: parentId as Id };
}

/** The container beside this one that can take the item: stages among stages, others within their parent. */
function nextContainer(plan: Plan, node: OutlineNode, by: -1 | 1): OutlineNode | null {
  if (!node.parent) return null;
  const row = node.parent.parent?.children ?? outlineOf(plan).stages;
  let index = row.indexOf(node.parent) + by;
  while (row[index] && !canHold((row[index] as OutlineNode).item.kind, node.item.kind)) index += by;
  return row[index] ?? null;
}

function idsOf(nodes: readonly OutlineNode[]): Id[] {
  return nodes.map((n) => n.item.id);
}

function relabel(result: Result<Change>, label: string): Result<Change> {
  return result.ok ? ok({ ...result.value, label }) : result;
}

function misplaced(parent: PlanItem["kind"] | null, child: PlanItem["kind"]): Result<never> {
  const what = KIND_WORDS[child];
  if (child === "stage")
    return refuse("misplaced", "A stage stands at the top level and cannot go inside another item.");
  if (parent === null) return refuse("misplaced", `A ${what.toLowerCase()} belongs inside a stage.`);
  return refuse("misplaced", `A ${KIND_WORDS[parent].toLowerCase()} cannot hold a ${what.toLowerCase()}.`);
}

/** A new task starts when the one above it ends, else where its surroundings begin. */
function defaultTaskStart(plan: Plan, parent: OutlineNode, afterId: Id | null): Day {
  const calendar = calendarTable(plan.roadmap.calendar);
  const above = parent.children.filter((n) => n.item.kind === "task").find((n) => n.item.id === afterId);
  if (above?.finish) return calendar.onOrAfter(addDays(above.finish, 1));
  const earlier = parent.spanStart ?? finishBefore(plan, parent) ?? plan.roadmap.startDate;
  return calendar.onOrAfter(parent.item.kind === "milestone" ? leadUp(plan, parent) : earlier);
}

/** Tasks of a milestone begin where its first one does, else where the milestone before it lies. */
function leadUp(plan: Plan, milestone: OutlineNode): Day {
  const first = milestone.children.map((n) => n.start).find((day) => day !== null);
  if (first) return first;
  const siblings = milestone.parent?.children ?? [];
  const before = siblings[siblings.indexOf(milestone) - 1];
  const earlier = before?.finish ?? (milestone.parent ? finishBefore(plan, milestone.parent) : null);
  const start = earlier ? addDays(earlier, 1) : plan.roadmap.startDate;
  const date = milestone.start ?? start;
  return start < date ? start : addDays(date, -7);
}

/** Last day of whatever lies in the stages before this container's stage. */
function finishBefore(plan: Plan, node: OutlineNode): Day | null {
  const { stages } = outlineOf(plan);
  const index = stages.findIndex((s) => s.item.id === node.stageId);
  for (let i = index - 1; i >= 0; i--) {
    const finish = stages[i]?.spanFinish;
    if (finish) return finish;
  }
  return null;
}

/** A month after the milestone before it, so that a drafted row of milestones already reads as a plan. */
function defaultMilestoneDate(plan: Plan, parent: OutlineNode, afterId: Id | null): Day {
  const calendar = calendarTable(plan.roadmap.calendar);
  const index = parent.children.findIndex((n) => n.item.id === afterId);
  const before = parent.children[index]?.spanFinish ?? null;
  const base = before ?? finishBefore(plan, parent) ?? plan.roadmap.startDate;
  return calendar.onOrAfter(addMonths(base, 1));
}
