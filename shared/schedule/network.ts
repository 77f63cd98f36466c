/**
 * The plan's activities and links on typed arrays, built once and then passed over many times. Activities are
 * numbered in topological order, so a pass is one loop over the arrays; nothing in it knows dates.
 *
 * Ends: every activity has two, `2 * i` its start and `2 * i + 1` its finish. A link is stored as the end it
 * leaves and the distance from there to the successor's start (lag, less the duration for FF and SF), which makes
 * all four types one addition. Links across calendars and elapsed lags need look-ups: their end is stored as
 * `~end` and the passes turn to bounds.ts.
 */
import { count as countWords } from "#shared/domain/words.ts";
import { type Anchors, anchorsOf, PLAIN } from "./anchors.ts";
import { type WorkingDays, workingDays } from "./calendar.ts";
import type { ScheduleActivity, ScheduleInput, ScheduleLink } from "./input.ts";
import { type Arrows, loopOutside, pathBetween, rowsBy, topologicalOrder } from "./order.ts";

/** The links on one side of every activity, grouped by activity. */
export interface LinkRows {
  readonly offsets: Int32Array;
  /** Index into `Network.links`. */
  readonly link: Int32Array;
  /** The end at the other side; `~end` when the link needs look-ups. */
  readonly end: Int32Array;
  /** Distance to this activity's start (incoming) or finish (outgoing) from that end, in working days. */
  readonly distance: Float64Array;
}

export interface Network extends Anchors {
  readonly size: number;
  readonly activities: readonly ScheduleActivity[];
  readonly links: readonly ScheduleLink[];
  readonly input: ScheduleInput;
  readonly axes: readonly WorkingDays[];
  readonly calendarOf: Int32Array;
  readonly duration: Float64Array;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  /** Of every link: 1 for SS and SF. */
  readonly leavesStart: Uint8Array;
  /** The points at which groups start and end. */
  readonly joins: Int32Array;
  /** 1 for the point at which a group's first work starts (`join` "any"). */
  readonly isFirstOf: Uint8Array;
  readonly incoming: LinkRows;
  readonly outgoing: LinkRows;
  readonly indexOf: ReadonlyMap<string, number>;
  /** 1 where the forward pass needs additions only: work placed by plain links and a floor. */
  readonly isPlainIn: Uint8Array;
  /** 1 where the backward pass needs additions only: no latest dates, no look-ups, no points at either side. */
  readonly isPlainOut: Uint8Array;
  /** The least part of a day that counts: half of one where durations or lags have parts, else all of it. */
  readonly step: number;
  /** Whether work that would run over from the middle of a day is moved on to the next morning. */
  readonly fitsDays: boolean;
}

export interface NetworkProblem {
  readonly code: "loop" | "unknown-activity" | "duplicate-activity" | "unknown-calendar" | "no-working-days";
  /** One plain sentence; ids stand for names, which the caller knows. */
  readonly message: string;
  /** The ids concerned; of a loop each once, in link direction. */
  readonly ids: readonly string[];
}

export type NetworkOutcome =
  | { readonly ok: true; readonly value: Network }
  | { readonly ok: false; readonly problem: NetworkProblem };

/** Builds the network, or says what keeps it from being scheduled. Linear in activities and links. */
export function buildNetwork(input: ScheduleInput): NetworkOutcome {
  const given = new Map<string, number>();
  for (const [index, activity] of input.activities.entries()) given.set(activity.id, index);
  const problem = inputProblem(input, given);
  if (problem) return { ok: false, problem };
  const arrows = arrowsOf(input.links, given);
  const order = topologicalOrder(arrows);
  if (order.length < arrows.count) {
    const ids = loopOutside(arrows, order).map((index) => (input.activities[index] as ScheduleActivity).id);
    return { ok: false, problem: loopProblem(ids) };
  }
  return { ok: true, value: assemble(input, arrows, order) };
}

/**
 * The loop that a link from `from` to `to` would close, as ids in link direction starting with `from`; null when
 * the link is safe. For the moment of linking, before anything is built.
 */
export function loopIfLinked(
  links: readonly Pick<ScheduleLink, "from" | "to">[],
  from: string,
  to: string,
): readonly string[] | null {
  if (from === to) return [from];
  const index = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!index.has(id)) index.set(id, index.size);
    return index.get(id) as number;
  };
  const start = numberOf(to);
  const goal = numberOf(from);
  const ends = links.map((link) => [numberOf(link.from), numberOf(link.to)] as const);
  const arrows = {
    count: index.size,
    from: Int32Array.from(ends, (pair) => pair[0]),
    to: Int32Array.from(ends, (pair) => pair[1]),
  };
  const path = pathBetween(arrows, start, goal);
  if (!path) return null;
  const ids = [...index.keys()];
  return [from, ...path.slice(0, -1).map((node) => ids[node] as string)];
}

function loopProblem(ids: readonly string[]): NetworkProblem {
  const shown = ids.length > 8 ? `${ids.slice(0, 8).join(" → ")} → …` : [...ids, ids[0]].join(" → ");
  const message = `These links lead back to where they began: ${shown}. Take out one of ${countWords(ids.length, "link")}.`;
  return { code: "loop", message, ids };
}

function inputProblem(input: ScheduleInput, given: ReadonlyMap<string, number>): NetworkProblem | null {
  const emptyCalendar = input.calendars.findIndex((calendar) => workingDays(calendar).nth.length === 0);
  if (input.calendars.length === 0 || emptyCalendar >= 0) {
    return {
      code: "no-working-days",
      message: "Mark at least one day of the week as a working day.",
      ids: [],
    };
  }
  const repeated = input.activities.find((activity, index) => given.get(activity.id) !== index);
  if (repeated) {
    return {
      code: "duplicate-activity",
      message: `Two activities share the id ${repeated.id}.`,
      ids: [repeated.id],
    };
  }
  const astray = input.activities.find((activity) => !input.calendars[activity.calendar ?? 0]);
  if (astray) {
    return {
      code: "unknown-calendar",
      message: `Give ${astray.id} a calendar that exists.`,
      ids: [astray.id],
    };
  }
  const loose = input.links.find((link) => !given.has(link.from) || !given.has(link.to));
  if (!loose) return null;
  const message = `Remove the link from ${loose.from} to ${loose.to}: one of them does not exist.`;
  return { code: "unknown-activity", message, ids: [loose.from, loose.to] };
}

function arrowsOf(links: readonly ScheduleLink[], index: ReadonlyMap<string, number>): Arrows {
  const from = new Int32Array(links.length);
  const to = new Int32Array(links.length);
  for (let link = 0; link < links.length; link++) {
    from[link] = index.get((links[link] as ScheduleLink).from) as number;
    to[link] = index.get((links[link] as ScheduleLink).to) as number;
  }
  return { count: index.size, from, to };
}

function assemble(input: ScheduleInput, arrows: Arrows, order: Int32Array): Network {
  const size = order.length;
  const rank = new Int32Array(size);
  const activities = Array.from(order, (given, place) => {
    rank[given] = place;
    return input.activities[given] as ScheduleActivity;
  });
  const linkFrom = arrows.from.map((given) => rank[given] as number);
  const linkTo = arrows.to.map((given) => rank[given] as number);
  const calendarOf = Int32Array.from(activities, (activity) => activity.calendar ?? 0);
  const duration = Float64Array.from(activities, (a) => (a.isMilestone ? 0 : Math.max(0, a.durationDays)));
  const axes = input.calendars.map(workingDays);
  const parts = { input, size, activities, links: input.links, axes, calendarOf, duration, linkFrom, linkTo };
  const incoming = linkRows(parts, "incoming");
  const partDays = hasPartDays(parts);
  const fitsDays = !(input.splitDays ?? false) && partDays;
  const outgoing = linkRows(parts, "outgoing");
  const anchors = anchorsOf({ ...parts, incoming, fitsDays });
  return {
    ...parts,
    ...anchors,
    leavesStart: Uint8Array.from(input.links, ({ type }) => (type === "SS" || type === "SF" ? 1 : 0)),
    joins: Int32Array.from(activities.flatMap(({ join }, index) => (join ? [index] : []))),
    isFirstOf: Uint8Array.from(activities, ({ join }) => (join === "any" ? 1 : 0)),
    incoming,
    outgoing,
    indexOf: new Map(activities.map((activity, index) => [activity.id, index])),
    step: partDays ? 0.5 : 1,
    fitsDays,
    isPlainIn: Uint8Array.from(order, (_, i) => plainInAt(anchors, incoming, i)),
    isPlainOut: Uint8Array.from(order, (_, i) => plainOutAt(anchors, outgoing, i)),
  };
}

/** `isPlainIn` of one activity. */
export function plainInAt({ state }: Anchors, { offsets, end }: LinkRows, i: number): number {
  if (state[i] !== PLAIN) return 0;
  for (let row = offsets[i] as number; row < (offsets[i + 1] as number); row++)
    if ((end[row] as number) < 0) return 0;
  return 1;
}

/** `isPlainOut` of one activity. */
export function plainOutAt({ state, cap }: Anchors, { offsets, end }: LinkRows, i: number): number {
  if (state[i] !== PLAIN || cap[i] !== Number.POSITIVE_INFINITY) return 0;
  for (let row = offsets[i] as number; row < (offsets[i + 1] as number); row++) {
    const other = end[row] as number;
    if (other < 0 || state[other >> 1] !== PLAIN) return 0;
  }
  return 1;
}

type Parts = Pick<Network, "links" | "calendarOf" | "duration" | "linkFrom" | "linkTo" | "size">;

/** Whether a duration or a lag has a part of a day. */
export function hasPartDays({ duration, links }: Pick<Parts, "duration" | "links">): boolean {
  return (
    duration.some((days) => !Number.isInteger(days)) || links.some((link) => !Number.isInteger(link.lag))
  );
}

function linkRows(parts: Parts, side: "incoming" | "outgoing"): LinkRows {
  const { links, linkFrom, linkTo, calendarOf, duration } = parts;
  const comesIn = side === "incoming";
  const { offsets, items } = rowsBy(comesIn ? linkTo : linkFrom, parts.size);
  const end = new Int32Array(items.length);
  const distance = new Float64Array(items.length);
  for (let row = 0; row < items.length; row++) {
    const index = items[row] as number;
    const link = links[index] as ScheduleLink;
    const from = linkFrom[index] as number;
    const to = linkTo[index] as number;
    const leavesStart = link.type === "SS" || link.type === "SF";
    const reachesFinish = link.type === "FF" || link.type === "SF";
    const other = comesIn ? 2 * from + (leavesStart ? 0 : 1) : 2 * to + (reachesFinish ? 1 : 0);
    const plain = link.lagKind === "working" && calendarOf[from] === calendarOf[to];
    end[row] = plain ? other : ~other;
    distance[row] = comesIn
      ? link.lag - (reachesFinish ? (duration[to] as number) : 0)
      : (leavesStart ? (duration[from] as number) : 0) - link.lag;
  }
  return { offsets, link: items, end, distance };
}
