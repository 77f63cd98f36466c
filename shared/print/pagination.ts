/**
 * Rows onto sheets, in order, each exactly once. A container is never the last row of a sheet while what it
 * holds begins the next, and a stage or milestone keeps its items together when that leaves no more than a fifth of
 * the sheet empty.
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

/** `room` is the height a sheet has for rows when its first row is the given one. */
export function paginate(rows: readonly PageRow[], room: (firstRow: number) => number): PageRange[] {
  const pages: PageRange[] = [];
  for (let from = 0; from < rows.length; ) {
    const to = breakAfter(rows, from, room(from));
    pages.push({ from, to });
    from = to;
  }
  return pages;
}

function breakAfter(rows: readonly PageRow[], from: number, room: number): number {
  const last = lastThatFits(rows, from, room);
  if (last === rows.length) return last;
  const firm = withoutOrphans(rows, from, last);
  return niceBreak(rows, from, firm, room) ?? firm;
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
