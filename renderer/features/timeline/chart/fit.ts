/** The zoom that shows everything, names included. */
import type { TimelineRow } from "#shared/timeline/bar.ts";
import { clampZoom, zoomToFit } from "#shared/timeline/zoom.ts";
import type { RowData } from "./rowData.ts";
import { barLabel, roomForName } from "./slotBar.ts";
import { textWidth } from "./textWidth.ts";

/** Between a bar and its name, and around the note behind it. */
const BESIDE = 18;
const NOTE = 20;
/** Half a diamond stands out to the right of a short day. */
const DIAMOND = 8;
/** Share of the room a name may claim before it is cut off rather than pressing the plan together. */
const LONGEST_MILESTONE = 0.4;
const LONGEST_TASK = 0.25;
/** Names leave their bars as bars grow shorter, so the zoom is found in a few rounds. */
const ROUNDS = 4;

interface Name {
  /** Days from the first day of all to the end of the row's bar. */
  readonly end: number;
  readonly days: number;
  /** Pixels to the right of the bar, and the bar width from which the name is not among them. */
  readonly name: number;
  readonly note: number;
  readonly inside: number;
}

/** Zoom at which `data` with the names beside its bars fills `room` pixels. */
export function zoomToShowAll(data: RowData, room: number): number {
  const { firstDay, lastDay } = data;
  if (firstDay === null || lastDay === null) return zoomToFit(1, room);
  const names = data.rows.flatMap((row, index) => nameOf(row, index, data, firstDay, room) ?? []);
  let zoom = zoomToFit(lastDay - firstDay + 1, room);
  for (let round = 0; round < ROUNDS; round++) {
    const before = zoom;
    for (const { end, days, name, note, inside } of names) {
      const right = days * before < inside ? name + note : note;
      zoom = Math.min(zoom, (room - right) / end);
    }
    if (zoom === before) break;
  }
  return clampZoom(zoom);
}

function nameOf(row: TimelineRow, index: number, data: RowData, firstDay: number, room: number): Name | null {
  const span = data.storedSpan(index);
  if (!span) return null;
  const isMilestone = row.kind === "milestone";
  const longest = room * (isMilestone ? LONGEST_MILESTONE : LONGEST_TASK);
  const letters = textWidth(barLabel(row), isMilestone ? 600 : 500);
  return {
    end: Math.max(0.5, span.finish + 1 - firstDay),
    days: span.finish + 1 - span.start,
    name: Math.min(longest, BESIDE + letters) + (isMilestone ? DIAMOND : 0),
    note: row.note === "" ? 0 : NOTE + textWidth(row.note, 600),
    inside: roomForName(row),
  };
}
