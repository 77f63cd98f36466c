/** Matters about which decisions are made: adding them, putting them in order, and a set to start with. */
import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { type Change, composeChanges, type EditContext } from "#shared/domain/change.ts";
import { addMonths } from "#shared/domain/day.ts";
import { createDecisionRight, type DecisionRight } from "#shared/domain/decisionRight.ts";
import { isHere, liveRights } from "#shared/domain/decisions.ts";
import { type Id, MAX_NAME } from "#shared/domain/fields.ts";
import type { DecisionLevel } from "#shared/domain/handover.ts";
import { compareOrder } from "#shared/domain/outline.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { changed, gone } from "./context.ts";
import { editEntity } from "./edit.ts";
import { keyAtEnd } from "./place.ts";
import { withRoom } from "./room.ts";

export type MatterInput = Partial<Pick<DecisionRight, "name" | "isReserved" | "holderId" | "level">>;

/** Months until the pair looks again at what they agreed. */
const LOOK_AGAIN = 3;

/** Adds a matter, the COO's unless said otherwise; it is the change's only added row. */
export function addMatter(plan: Plan, ctx: EditContext, input: MatterInput): Result<Change> {
  if ((input.name ?? "").length > MAX_NAME)
    return refuse("long-name", "The name is too long (500 characters at most).");
  const order = keyAtEnd([...plan.decisionRights.values()].sort(compareOrder).at(-1));
  const right = createDecisionRight({
    ...usualFields(plan, ctx, input.isReserved ?? false),
    name: "",
    ...input,
    id: ctx.newId(),
    order,
  });
  return changed(ctx, "Add matter", withRoom(plan, { added: [right] }));
}

function usualFields(plan: Plan, ctx: EditContext, isReserved: boolean) {
  const { id: roadmapId, cooId, calendar } = plan.roadmap;
  const reviewOn = calendarTable(calendar).onOrAfter(addMonths(ctx.today(), LOOK_AGAIN));
  if (isReserved) return { roadmapId, isReserved };
  return { roadmapId, isReserved, holderId: isHere(plan, cooId) ? cooId : null, reviewOn };
}

/** Adds a matter and lets a task decide about it, in one step. */
export function addMatterFor(plan: Plan, ctx: EditContext, taskId: Id, name: string): Result<Change> {
  const added = addMatter(plan, ctx, { name });
  const decisionRightId = added.ok ? added.value.added[0]?.id : undefined;
  if (!added.ok || decisionRightId === undefined) return added;
  const edited = editEntity(applyChange(plan, added.value), ctx, "task", taskId, { decisionRightId });
  return edited.ok ? ok(composeChanges(ctx, "Add matter", [added.value, edited.value])) : edited;
}

const RESERVED = ["Equity and ownership", "Debt", "Vision", "Closing the company"];
const SHARED: readonly (readonly [name: string, level: DecisionLevel])[] = [
  ["Hiring", 4],
  ["Spending", 6],
  ["Pricing", 5],
  ["Contracts", 5],
  ["Product", 3],
  ["Premises", 4],
];

/** What most pairs have to settle first; names that are there already are left out. */
export function addUsualMatters(plan: Plan, ctx: EditContext): Result<Change> {
  const known = new Set(liveRights(plan).map(({ name }) => name.trim().toLocaleLowerCase()));
  const inputs: MatterInput[] = [
    ...RESERVED.map((name) => ({ name, isReserved: true })),
    ...SHARED.map(([name, level]) => ({ name, level, isReserved: false })),
  ].filter(({ name }) => !known.has(name.toLocaleLowerCase()));
  const last = [...plan.decisionRights.values()].sort(compareOrder).at(-1);
  const keys = generateNKeysBetween(last?.order ?? null, null, inputs.length);
  const added = inputs.map((input, at) =>
    createDecisionRight({
      ...usualFields(plan, ctx, input.isReserved ?? false),
      name: "",
      ...input,
      id: ctx.newId(),
      order: keys[at] as string,
    }),
  );
  return changed(ctx, "Add the usual matters", withRoom(plan, { added }));
}

/** Moves a matter one place up (-1) or down (1) among those of its kind; no change at either end. */
export function moveMatter(plan: Plan, ctx: EditContext, id: Id, by: -1 | 1): Result<Change> {
  const right = plan.decisionRights.get(id);
  if (!right || right.deletedAt !== null) return gone("matter");
  const list = liveRights(plan).filter(({ isReserved }) => isReserved === right.isReserved);
  const neighbour = list[list.indexOf(right) + by];
  if (!neighbour) return changed(ctx, "Move matter", {});
  // Those in the bin and of the other kind keep their places too, so the new one has to be free of theirs.
  const keys = [...plan.decisionRights.values()].map(({ order }) => order).sort();
  const above = by > 0 ? neighbour.order : (keys.findLast((key) => key < neighbour.order) ?? null);
  const below = by < 0 ? neighbour.order : (keys.find((key) => key > neighbour.order) ?? null);
  const to = { ...right, order: generateKeyBetween(above, below) };
  return changed(ctx, "Move matter", withRoom(plan, { updated: [[right, to]] }));
}
