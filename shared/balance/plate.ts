/**
 * The CEO's plate: how much of the open work still lies on the CEO, by stage and by month. An item lies on the CEO as
 * long as they decide about it or do any of it, and counts whole, once. It weighs the hours that are left of it;
 * milestones, and work that nobody has said the hours of, weigh as much as the middle one of those with hours.
 */
import { addMonths, type Day, dayNumber, latest } from "#shared/domain/day.ts";
import { havingIds } from "#shared/domain/engagement.ts";
import type { Id } from "#shared/domain/fields.ts";
import { liveRoutines } from "#shared/domain/operations/routines.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Routine } from "#shared/domain/routine.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { asOfDay, type Piece, piecesOf } from "#shared/load/pieces.ts";
import { decidersInTheEnd, isReserved } from "./decider.ts";
import { horizonOf, monthOf, monthsBetween, stageAt } from "./periods.ts";
import { type Slice, slicesOfPiece, slicesOfRoutine, spread, totalOf } from "./slices.ts";

/** Where an open item lies. `both`: the CEO decides and does it. */
export type Bucket = "both" | "decides" | "does" | "others" | "nobody";
export const CEO_BUCKETS: readonly Bucket[] = ["both", "decides", "does"];

interface Weighed {
  readonly id: Id;
  readonly bucket: Bucket;
  readonly deciders: readonly Id[];
  readonly doers: readonly Id[];
  readonly slices: readonly Slice[];
  /** Hours that are left of it; an ordinary item's where nobody has said. */
  readonly hours: number;
  readonly isSized: boolean;
  /** Not proposed to be given away. */
  readonly isReserved: boolean;
  readonly isStrategy: boolean;
}
export interface PlateItem extends Weighed {
  readonly of:
    | { readonly kind: "item"; readonly node: OutlineNode }
    | { readonly kind: "routine"; readonly routine: Routine };
}

export interface Share {
  readonly total: number;
  readonly by: Readonly<Record<Bucket, number>>;
  /** Of the whole, in percent; null where there is no work. */
  readonly ceoPct: number | null;
}

export interface Plate {
  readonly items: readonly PlateItem[];
  readonly whole: Share;
  /** Stages with open work or a wish, in order. */
  readonly stages: readonly { readonly stageId: Id; readonly share: Share }[];
  readonly months: readonly {
    readonly month: Day;
    readonly share: Share;
    readonly wantedPct: number | null;
  }[];
  /** What an item without hours weighs. */
  readonly usualHours: number;
  readonly unsized: number;
}

/** Hours of an item while no work has hours: a day. */
const A_DAY = 8;
const known = new WeakMap<Plan, { readonly today: Day; readonly plate: Plate | null }>();

/** The CEO, if somebody who is there was named. */
export function leaderOf(plan: Plan, seat: "ceoId" | "cooId"): Person | null {
  const person = plan.people.get(plan.roadmap[seat] ?? "");
  return person?.deletedAt === null ? person : null;
}

/** Null while nobody is named as CEO. */
export function plateOf(plan: Plan, today: Day): Plate | null {
  let found = known.get(plan);
  if (found?.today !== today) {
    const ceo = leaderOf(plan, "ceoId");
    found = { today, plate: ceo && addUp(plan, ceo.id, today) };
    known.set(plan, found);
  }
  return found.plate;
}

function addUp(plan: Plan, ceoId: Id, today: Day): Plate {
  const from = asOfDay(plan, today);
  const tasks = weighedTasks(plan, from, today);
  const hours = tasks
    .flatMap(({ slices, isSized }) => (isSized ? [totalOf(slices)] : []))
    .filter((h) => h > 0);
  const usualHours = median(hours) ?? A_DAY;
  const milestones = outlineOf(plan).inOrder.filter(
    (node) => node.item.kind === "milestone" && !isFinished(node),
  );
  const items: PlateItem[] = [
    ...[...tasks, ...milestones.map((node) => ({ node, slices: [], isSized: false }))].map((work) =>
      itemOf(plan, ceoId, work, from, usualHours),
    ),
    ...routinesOf(plan, ceoId, from),
  ];
  return {
    items,
    whole: shareOf(items.map((item) => [item, item.slices])),
    stages: stageShares(plan, items),
    months: monthShares(plan, items, from),
    usualHours,
    unsized: items.filter(({ isSized }) => !isSized).length,
  };
}

interface Work {
  readonly node: OutlineNode;
  readonly slices: readonly Slice[];
  readonly isSized: boolean;
}

function weighedTasks(plan: Plan, from: Day, today: Day): readonly Work[] {
  const pieces = new Map<Id, Piece[]>();
  for (const own of piecesOf(plan, today).values())
    for (const piece of own) {
      const ofTask = pieces.get(piece.task.id);
      if (ofTask) ofTask.push(piece);
      else pieces.set(piece.task.id, [piece]);
    }
  return outlineOf(plan).inOrder.flatMap((node) => {
    const { item } = node;
    if (item.kind !== "task" || node.isGroup || isFinished(node)) return [];
    const own = pieces.get(item.id) ?? [];
    const isSized = item.effortHours !== null || own.some((piece) => piece.isSized);
    return [{ node, slices: own.flatMap((piece) => slicesOfPiece(piece, node.stageId, from)), isSized }];
  });
}

function itemOf(plan: Plan, ceoId: Id, { node, slices, isSized }: Work, from: Day, usual: number): PlateItem {
  const { item } = node;
  const doers = havingIds(node);
  const deciders = item.kind === "task" ? decidersInTheEnd(plan, item) : doers;
  const begin = latest([from, node.start ?? from]) ?? from;
  const lies = isSized ? slices : spread(usual, node.stageId, begin, node.finish ?? begin);
  return {
    id: item.id,
    of: { kind: "item", node },
    bucket: bucketOf(plan, ceoId, deciders, doers),
    deciders,
    doers,
    slices: lies,
    hours: totalOf(lies),
    isSized,
    isReserved: item.kind === "task" && isReserved(plan, item),
    isStrategy: item.kind === "task" && item.isStrategy,
  };
}

function routinesOf(plan: Plan, ceoId: Id, from: Day): readonly PlateItem[] {
  const to = horizonOf(plan, from);
  const stageOn = stageAt(plan);
  return liveRoutines(plan).flatMap((routine): PlateItem[] => {
    const slices = slicesOfRoutine(routine, from, to, stageOn);
    if (slices.length === 0) return [];
    const owner = routine.ownerId === null ? [] : [routine.ownerId];
    return [
      {
        id: routine.id,
        of: { kind: "routine", routine },
        bucket: bucketOf(plan, ceoId, owner, owner),
        deciders: owner,
        doers: owner,
        slices,
        hours: totalOf(slices),
        isSized: true,
        isReserved: false,
        isStrategy: routine.isStrategy,
      },
    ];
  });
}

function bucketOf(plan: Plan, ceoId: Id, deciders: readonly Id[], doers: readonly Id[]): Bucket {
  const [decides, does] = [deciders.includes(ceoId), doers.includes(ceoId)];
  if (decides && does) return "both";
  if (decides || does) return decides ? "decides" : "does";
  return [...deciders, ...doers].some((id) => plan.people.has(id)) ? "others" : "nobody";
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

type Cut = readonly [item: Pick<Weighed, "bucket">, slices: readonly Slice[]];

function shareOf(cuts: readonly Cut[]): Share {
  const by: Record<Bucket, number> = { both: 0, decides: 0, does: 0, others: 0, nobody: 0 };
  for (const [{ bucket }, slices] of cuts) by[bucket] += totalOf(slices);
  const total = Object.values(by).reduce((sum, hours) => sum + hours, 0);
  const onCeo = CEO_BUCKETS.reduce((sum, bucket) => sum + by[bucket], 0);
  return { total, by, ceoPct: total > 0 ? (onCeo / total) * 100 : null };
}

function stageShares(plan: Plan, items: readonly PlateItem[]): Plate["stages"] {
  return outlineOf(plan).stages.map(({ item }) => ({
    stageId: item.id,
    share: shareOf(items.map((one) => [one, one.slices.filter(({ stageId }) => stageId === item.id)])),
  }));
}

function monthShares(plan: Plan, items: readonly PlateItem[], from: Day): Plate["months"] {
  const stageOn = stageAt(plan);
  const last = latest(items.flatMap(({ slices }) => slices.map(({ month }) => month))) ?? from;
  return monthsBetween(from, last).map((month) => {
    const stage = plan.stages.get(stageOn(dayInMiddle(month)) ?? "");
    return {
      month,
      share: shareOf(items.map((one) => [one, one.slices.filter((slice) => slice.month === month)])),
      wantedPct: stage?.wantedCeoPct ?? null,
    };
  });
}

function dayInMiddle(month: Day): number {
  return dayNumber(`${month.slice(0, 8)}15`);
}

/** Hours of an item in the next three months. */
export function soonHours({ slices }: Pick<Weighed, "slices">, from: Day): number {
  const end = addMonths(monthOf(from), 3);
  return totalOf(slices.filter(({ month }) => month < end));
}
