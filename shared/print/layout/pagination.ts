/**
 * Rows onto sheets, in order, each exactly once. A container is never the last row of a sheet while what it
 * holds begins the next, and a stage or milestone keeps its items together when that leaves no more than a fifth of
 * the sheet empty. Where groups are to stay whole, none that fits on a sheet is cut in two, however much that leaves.
 */
export interface PageRow {
  readonly height: number;
  /** 0 for stages. */
  readonly depth: number;
}

/** Rows `from` up to but not including `to`. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** A sheet may be broken early, to keep things together, once it is this full. */
const FULL_ENOUGH = 0.8;

/** The height a sheet has for rows when its first row is the given one. */
type Room = (firstRow: number) => number;

/** `whole` keeps every group below a stage on one sheet if it fits there with the headings it follows. */
export function paginate(
  rows: readonly PageRow[],
  room: Room,
  groups: "whole" | "tidy" = "tidy",
): PageRange[] {
  const pages: PageRange[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = breakAfter(rows, from, room, groups === "whole");
    pages.push({ from, to });
    from = to;
  }
  return pages;
}

function breakAfter(rows: readonly PageRow[], from: number, room: Room, keepsGroups: boolean): number {
  const last = lastThatFits(rows, from, room(from));
  if (last === rows.length) return last;
  const firm = withoutOrphans(rows, from, last);
  const whole = keepsGroups ? withoutSplits(rows, from, firm, room) : firm;
  return niceBreak(rows, from, whole, room(from)) ?? whole;
}

/** Moves the break above the widest group that it would cut and that fits on the next sheet. */
function withoutSplits(rows: readonly PageRow[], from: number, to: number, room: Room): number {
  for (const group of groupsAround(rows, from, to)) {
    let first = group;
    while (first > from && depthAt(rows, first - 1) < depthAt(rows, first)) first--;
    if (first > from && fitsWhole(rows, first, group, room(first))) return first;
  }
  return to;
}

/** What holds the row `at` and starts on this sheet, the widest first; stages are not groups. */
function groupsAround(rows: readonly PageRow[], from: number, at: number): number[] {
  const groups: number[] = [];
  let depth = depthAt(rows, at);
  for (let i = at - 1; i >= from && depth > 1; i--) {
    if (depthAt(rows, i) >= depth) continue;
    depth = depthAt(rows, i);
    groups.unshift(i);
  }
  return groups;
}

/** Whether the rows from `first` to the last one in the group take no more than the room. */
function fitsWhole(rows: readonly PageRow[], first: number, group: number, room: number): boolean {
  let used = 0;
  for (let i = first; i < rows.length && (i <= group || depthAt(rows, i) > depthAt(rows, group)); i++) {
    used += rows[i]?.height ?? 0;
    if (used > room) return false;
  }
  return true;
}

/** At least one row, even one higher than the sheet. */
function lastThatFits(rows: readonly PageRow[], from: number, room: number): number {
  let used = 0;
  let to = from;
  while (to < rows.length && used + (rows[to]?.height ?? 0) <= room) used += rows[to++]?.height ?? 0;
  return Math.max(to, from + 1);
}

/** Moves the break up over containers whose first child would start the next sheet. */
function withoutOrphans(rows: readonly PageRow[], from: number, to: number): number {
  let at = to;
  while (at > from && depthAt(rows, at) > depthAt(rows, at - 1)) at--;
  return at > from ? at : to;
}

/** A later start of a stage, else of a milestone or top task, that keeps enough on this sheet. */
function niceBreak(rows: readonly PageRow[], from: number, to: number, room: number): number | null {
  const fill = filled(rows, from, to, room);
  for (const depth of [0, 1]) {
    for (let at = to; at > from && (fill.get(at) ?? 0) >= FULL_ENOUGH; at--) {
      if (depthAt(rows, at) <= depth && depthAt(rows, at - 1) >= depthAt(rows, at)) return at;
    }
  }
  return null;
}

function filled(rows: readonly PageRow[], from: number, to: number, room: number): Map<number, number> {
  const shares = new Map<number, number>();
  let used = 0;
  for (let i = from; i < to; i++) {
    used += rows[i]?.height ?? 0;
    shares.set(i + 1, used / room);
  }
  return shares;
}

function depthAt(rows: readonly PageRow[], i: number): number {
  return rows[i]?.depth ?? 0;
}
