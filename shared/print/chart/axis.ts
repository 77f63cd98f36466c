/** Labels of a time axis on paper: the ticks of the shared scale, thinned until every label has room. */

import type { Measure, TextStyle } from "#shared/print/layout/text.ts";
import { headerOf, type Tick, type TickUnit, type TimeScale } from "#shared/timeline/scale.ts";

export interface AxisTick {
  /** Where the unit begins, held inside the axis. */
  readonly x: number;
  readonly width: number;
  /** Empty when there is no room for it. */
  readonly label: string;
}

export interface Axis {
  /** Months over days, years over quarters; empty when the minor ticks are years. */
  readonly major: readonly AxisTick[];
  readonly minor: readonly AxisTick[];
  readonly minorUnit: TickUnit;
}

export const AXIS_TEXT: TextStyle = { size: 7, weight: 400 };
const AXIS_MAJOR_TEXT: TextStyle = { size: 7, weight: 600 };

/** Printed 7 pt labels need less room than the 11 px ones the scale is made for. */
const ROOM = 0.72;
const LABEL_PADDING = 5;
const STEPS = [1, 2, 5, 10, 20, 50, 100];

/** The axis from `from` to `to`, in the units of the scale. */
export function axisOf(scale: TimeScale, from: number, to: number, measure: Measure): Axis {
  const header = headerOf(scale, from, to, ROOM);
  const minor = header.minorUnit === "year" ? thinned(header.minor, measure) : header.minor;
  return {
    minorUnit: header.minorUnit,
    major: header.major.map((tick) => fitted(tick, from, to, measure, AXIS_MAJOR_TEXT)),
    minor: minor.map((tick) => fitted(tick, from, to, measure, AXIS_TEXT)),
  };
}

function fitted(tick: Tick, from: number, to: number, measure: Measure, style: TextStyle): AxisTick {
  const x = Math.max(tick.x, from);
  const width = Math.min(tick.x + tick.width, to) - x;
  // A week that began before the axis would put the wrong day at its edge.
  const begunBefore = /^\d{1,2}\b/.test(tick.label) && tick.x < from;
  const fits = !begunBefore && measure(tick.label, style) + LABEL_PADDING <= width;
  return { x, width, label: fits ? tick.label : "" };
}

/** Years too narrow for their labels are joined into runs of 2, 5, 10 … years. */
function thinned(years: readonly Tick[], measure: Measure): Tick[] {
  const widest = Math.max(0, ...years.map((year) => measure(year.label, AXIS_TEXT) + LABEL_PADDING));
  const narrowest = Math.min(...years.map((year) => year.width));
  const step = STEPS.find((n) => n * narrowest >= widest) ?? 100;
  const runs: { -readonly [K in keyof Tick]: Tick[K] }[] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && Number(year.label) % step !== 0) run.width += year.width;
    else runs.push({ ...year });
  }
  return runs;
}
