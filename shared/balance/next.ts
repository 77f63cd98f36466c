/** What the CEO could hand over next, what that frees, and who could take it. */
import { type Day, latest } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { lastHandover } from "#shared/domain/handover.ts";
import { holderOf } from "#shared/domain/operations/delegate.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { livePeople } from "#shared/domain/people.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { halfHours, weekLoadOf } from "#shared/load/load.ts";
import { asOfDay } from "#shared/load/pieces.ts";
import { weekOf } from "#shared/load/weeks.ts";
import { CEO_BUCKETS, leaderOf, type PlateItem, plateOf, soonHours } from "./plate.ts";

/**
 * How it leaves the plate. `hand-over`: with the right to decide; `give`: another owner or doer; `level`: somebody has
 * it already, and only the decision is left to give.
 */
export type WayOut = "hand-over" | "give" | "level";

export interface Candidate {
  readonly item: PlateItem;
  readonly way: WayOut;
  /** Hours of the next three months that leave the CEO's plate; half of them where only the decision is left. */
  readonly frees: number;
}

export interface DelegateNext {
  /** By what they free soonest, then in all. */
  readonly candidates: readonly Candidate[];
  /** On the plate and never proposed: reserved matters, strategy, and what waits for an answer. */
  readonly reserved: number;
  readonly strategy: number;
  readonly waiting: number;
}

export function delegateNext(plan: Plan, today: Day): DelegateNext {
  const ceo = leaderOf(plan, "ceoId");
  const from = asOfDay(plan, today);
  const found = { reserved: 0, strategy: 0, waiting: 0 };
  const candidates: Candidate[] = [];
  for (const item of ceo ? (plateOf(plan, today)?.items ?? []) : []) {
    if (!ceo || !CEO_BUCKETS.includes(item.bucket)) continue;
    if (item.isReserved) found.reserved++;
    else if (item.isStrategy) found.strategy++;
    else if (isWaiting(item)) found.waiting++;
    else {
      const part = item.bucket === "decides" ? 0.5 : 1;
      candidates.push({ item, way: wayOut(item, ceo.id), frees: soonHours(item, from) * part });
    }
  }
  candidates.sort((a, b) => b.frees - a.frees || b.item.hours - a.item.hours);
  return { candidates, ...found };
}

function isWaiting({ of }: PlateItem): boolean {
  const task = of.kind === "item" && of.node.item.kind === "task" ? of.node.item : null;
  return task !== null && lastHandover(task)?.state === "handed";
}

function wayOut({ of, bucket }: PlateItem, ceoId: Id): WayOut {
  if (of.kind === "routine" || of.node.item.kind !== "task") return "give";
  const holder = holderOf(of.node.item);
  if (holder === null || holder === ceoId) return "hand-over";
  return bucket === "decides" ? "level" : "give";
}

export interface Helper {
  readonly person: Person;
  /** Hours to spare in the week in which it begins. */
  readonly free: number;
  readonly week: Day;
  /** Open work of theirs beside it: in the same milestone, group or stage. */
  readonly related: number;
  readonly beside: string;
}

/**
 * Whoever does most beside it and has hours to spare in the week it begins, or else the COO. Hours alone fit nobody for
 * a piece of work, so null when neither has any.
 */
export function helperFor(plan: Plan, today: Day, { of, deciders, doers }: PlateItem): Helper | null {
  const from = asOfDay(plan, today);
  const begins = of.kind === "item" ? latest([from, of.node.start ?? from]) : from;
  const week = weekOf(begins ?? from);
  const parent = of.kind === "item" ? of.node.parent : null;
  const has = new Set([...deciders, ...doers]);
  let best: Helper | null = null;
  for (const person of livePeople(plan)) {
    if (person.id === plan.roadmap.ceoId || has.has(person.id)) continue;
    const { capacity, hours } = weekLoadOf(plan, today, person.id, week);
    const free = halfHours(capacity - hours);
    if (free <= 0) continue;
    const related = parent ? openBeside(plan, parent.item.id, person.id) : 0;
    if (related === 0 && person.id !== plan.roadmap.cooId) continue;
    const isBetter = !best || related > best.related || (related === best.related && free > best.free);
    if (isBetter) best = { person, free, week, related, beside: parent?.item.name ?? "" };
  }
  return best;
}

function openBeside(plan: Plan, parentId: Id, personId: Id): number {
  const children = outlineOf(plan).byId.get(parentId)?.children ?? [];
  return children.filter((node) => {
    const { item } = node;
    if (item.kind !== "task" || isFinished(node)) return false;
    return item.accountableId === personId || item.assignments.some((one) => one.personId === personId);
  }).length;
}
