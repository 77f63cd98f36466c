/** What some weeks of a person come to. */
import type { PersonLoad } from "./load.ts";
import { weekAt } from "./load.ts";

export interface LoadTotals {
  /** Hours planned of those there are, in percent; null for weeks without any capacity. */
  readonly averagePct: number | null;
  /** Weeks with more hours than there are. */
  readonly overWeeks: number;
  /** The first of them, counted from the beginning of the load; null when there is none. */
  readonly firstOver: number | null;
  /** Hours beyond the capacity, weeks with room not set against them. */
  readonly overHours: number;
  /** Hours planned. */
  readonly hours: number;
}

/** `from`: index of the first week in the load; `count`: how many weeks. */
export function totalsOf(row: PersonLoad, from: number, count: number): LoadTotals {
  let [hours, capacity, overWeeks, overHours] = [0, 0, 0, 0];
  let firstOver: number | null = null;
  for (let week = Math.max(0, from); week < Math.min(from + count, row.capacity.length); week++) {
    const load = weekAt(row, week);
    hours += load.hours;
    capacity += load.capacity;
    overHours += load.over;
    if (load.over === 0) continue;
    overWeeks++;
    firstOver ??= week;
  }
  const averagePct = capacity > 0 ? Math.round((hours / capacity) * 100) : null;
  return { averagePct, overWeeks, firstOver, overHours, hours };
}
