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
const SIDES: readonly (readonly [Side, Side])[] = [
  ["right", "left"],
  ["left", "right"],
];

/** One entry per flag, null where there was no room. Of several ways to hang them the one that hangs most wins. */
export function hangFlags(flags: readonly Flag[], room: FlagRoom): (HungFlag | null)[] {
  const all = flags.map((_, i) => i);
  const fromRight = [...all].sort((a, b) => xAt(flags, b) - xAt(flags, a) || b - a);
  const byWeight = [...all].sort((a, b) => weightAt(flags, b) - weightAt(flags, a) || a - b);
  let best: (HungFlag | null)[] = flags.map(() => null);
  for (const order of [fromRight, [...fromRight].reverse(), byWeight]) {
    for (const sides of SIDES) {
      const hung = hangInOrder(flags, order, sides, room);
      if (hung.every((flag) => flag !== null)) return hung;
      if (order === byWeight && countOf(hung) >= countOf(best)) best = hung;
    }
  }
  return best;
}

function countOf(hung: readonly (HungFlag | null)[]): number {
  return hung.filter((flag) => flag !== null).length;
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
  sides: readonly Side[],
  room: FlagRoom,
): (HungFlag | null)[] {
  const hung: (HungFlag | null)[] = flags.map(() => null);
  const taken: Taken[] = [];
  for (const i of order) {
    const flag = flags[i];
    const place = flag ? firstFreePlace(flag, taken, sides, room) : null;
    if (!flag || !place) continue;
    hung[i] = place;
    taken.push({ ...place, x: flag.x, end: place.labelX + flag.width });
  }
  return hung;
}

function firstFreePlace(
  flag: Flag,
  taken: readonly Taken[],
  sides: readonly Side[],
  room: FlagRoom,
): HungFlag | null {
  for (let lane = 0; lane < room.lanes; lane++) {
    for (const side of sides) {
      const labelX = side === "right" ? flag.x + POLE_SPACE : flag.x - POLE_SPACE - flag.width;
      const place = { lane, side, labelX };
      const inside = labelX >= room.left && labelX + flag.width <= room.right;
      if (inside && taken.every((other) => isClear(flag, place, other, room.gap))) return place;
    }
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
