/** Zoom levels of the timeline, in pixels a day. */

const SMALLEST_ZOOM = 0.1;
const LARGEST_ZOOM = 60;
/** What a new roadmap opens with. */
const DEFAULT_ZOOM = 6;
const STEP = 1.4;

export const ZOOM_PRESETS = [
  { id: "weeks", label: "Weeks", unitsPerDay: 24 },
  { id: "months", label: "Months", unitsPerDay: 6 },
  { id: "quarters", label: "Quarters", unitsPerDay: 2 },
  { id: "years", label: "Years", unitsPerDay: 0.7 },
] as const;
export type ZoomPreset = (typeof ZOOM_PRESETS)[number];

export function clampZoom(unitsPerDay: number): number {
  if (!Number.isFinite(unitsPerDay)) return DEFAULT_ZOOM;
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, unitsPerDay));
}

/** `steps` levels closer (negative: further away). */
export function zoomBy(unitsPerDay: number, steps: number): number {
  return clampZoom(unitsPerDay * STEP ** steps);
}

/** The zoom at which `days` fill `room` units. */
export function zoomToFit(days: number, room: number): number {
  return clampZoom(room / Math.max(1, days));
}

/** The preset whose zoom is nearest, by ratio. */
export function nearestPreset(unitsPerDay: number): ZoomPreset {
  let best: ZoomPreset = ZOOM_PRESETS[0];
  for (const preset of ZOOM_PRESETS) {
    if (ratio(preset.unitsPerDay, unitsPerDay) < ratio(best.unitsPerDay, unitsPerDay)) best = preset;
  }
  return best;
}

function ratio(a: number, b: number): number {
  return Math.abs(Math.log(a / b));
}
