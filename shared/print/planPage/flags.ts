/**
 * Labels hung on points of a line, like flags on poles: each label sits in a lane beside its pole, and no label
 * covers another label or a pole. What cannot be hung without covering something stays without a label.
 */
export interface Flag {
  /** Position of the pole. */
  readonly x: number;
  /** Width of the label. */
  readonly width: number;
  /** Higher is hung first when room is short. */
  readonly weight: number;
}

export interface FlagRoom {
  readonly left: number;
  readonly right: number;
  readonly lanes: number;
  /** Clear space kept around labels and poles. */
  readonly gap: number;
}

export interface HungFlag {
  /** 0 is next to the line. */
  readonly lane: number;
  /** The side of the pole on which the label stands. */
  readonly side: "right" | "left";
  /** Left edge of the label. */
  readonly labelX: number;
}

interface Taken extends HungFlag {
  readonly x: number;
  readonly end: number;
}

/** Space between a pole and its label. */
export const POLE_SPACE = 3;

type Side = HungFlag["side"];

/** In which order places are tried: near lanes first, or one side in all lanes before the other. */
type Habit = readonly (readonly [lane: number, side: Side])[];

/**
 * One entry per flag, null where there was no room. Of several ways to hang them the one that hangs most wins,
 * then the one that leaves out the lightest, then the one that needs the fewest lanes.
 */
export function hangFlags(flags: readonly Flag[], room: FlagRoom): (HungFlag | null)[] {
  const all = flags.map((_, i) => i);
  const fromRight = [...all].sort((a, b) => xAt(flags, b) - xAt(flags, a) || b - a);
  const byWeight = [...all].sort((a, b) => weightAt(flags, b) - weightAt(flags, a) || a - b);
  const ways = [fromRight, [...fromRight].reverse(), byWeight].flatMap((order) =>
    habits(room.lanes).map((habit) => hangInOrder(flags, order, habit, room)),
  );
  const scored = ways.map((hung) => ({ hung, score: scoreOf(hung, flags) }));
  const best = scored.reduce((a, b) => (isBetter(b.score, a.score) ? b : a));
  return best.hung;
}

function habits(lanes: number): Habit[] {
  const all = Array.from({ length: lanes }, (_, lane) => lane);
  const near = (first: Side, second: Side): Habit =>
    all.flatMap((lane) => [[lane, first] as const, [lane, second] as const]);
  const oneSide = (first: Side, second: Side): Habit => [
    ...all.map((lane) => [lane, first] as const),
    ...all.map((lane) => [lane, second] as const),
  ];
  return [near("right", "left"), near("left", "right"), oneSide("right", "left"), oneSide("left", "right")];
}

type Score = readonly [hung: number, weight: number, fewLanes: number];

function scoreOf(hung: readonly (HungFlag | null)[], flags: readonly Flag[]): Score {
  let count = 0;
  let weight = 0;
  let lanes = 0;
  hung.forEach((flag, i) => {
    if (!flag) return;
    count++;
    weight += weightAt(flags, i);
    lanes = Math.max(lanes, flag.lane + 1);
  });
  return [count, weight, -lanes];
}

function isBetter(a: Score, b: Score): boolean {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function xAt(flags: readonly Flag[], i: number): number {
  return flags[i]?.x ?? 0;
}

function weightAt(flags: readonly Flag[], i: number): number {
  return flags[i]?.weight ?? 0;
}

function hangInOrder(
  flags: readonly Flag[],
  order: readonly number[],
  habit: Habit,
  room: FlagRoom,
): (HungFlag | null)[] {
  const hung: (HungFlag | null)[] = flags.map(() => null);
  const taken: Taken[] = [];
  for (const i of order) {
    const flag = flags[i];
    const place = flag ? firstFreePlace(flag, taken, habit, room) : null;
    if (!flag || !place) continue;
    hung[i] = place;
    taken.push({ ...place, x: flag.x, end: place.labelX + flag.width });
  }
  return hung;
}

function firstFreePlace(flag: Flag, taken: readonly Taken[], habit: Habit, room: FlagRoom): HungFlag | null {
  for (const [lane, side] of habit) {
    const labelX = side === "right" ? flag.x + POLE_SPACE : flag.x - POLE_SPACE - flag.width;
    const place = { lane, side, labelX };
    const inside = labelX >= room.left && labelX + flag.width <= room.right;
    if (inside && taken.every((other) => isClear(flag, place, other, room.gap))) return place;
  }
  return null;
}

function isClear(flag: Flag, place: HungFlag, other: Taken, gap: number): boolean {
  const end = place.labelX + flag.width;
  const labelsMeet = place.lane === other.lane && place.labelX < other.end + gap && end + gap > other.labelX;
  const cutsOther = place.lane >= other.lane && isWithin(flag.x, other.labelX, other.end);
  const isCut = other.lane >= place.lane && isWithin(other.x, place.labelX, end);
  return !labelsMeet && !cutsOther && !isCut;
}

/** A pole must not touch a label; its own label stands POLE_SPACE away, and so must any other. */
function isWithin(x: number, from: number, to: number): boolean {
  return x > from - POLE_SPACE / 2 && x < to + POLE_SPACE / 2;
}
