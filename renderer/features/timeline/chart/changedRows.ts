/** What an edit changed among the rows, so that the chart redraws that and nothing else. */
import { sameSigns, type TimelineRow } from "#shared/timeline/bar.ts";
import { hasSameCode } from "#shared/timeline/rows.ts";

/** Beyond this many rows, drawing the window anew is as quick. */
const MOST = 64;

/** Rows that look different now; null where rows came, went or were ordered otherwise, or where many changed. */
export function changedRows(before: readonly TimelineRow[], after: readonly TimelineRow[]): number[] | null {
  if (before.length !== after.length) return null;
  const changed: number[] = [];
  for (let index = 0; index < after.length; index++) {
    const was = before[index] as TimelineRow;
    const is = after[index] as TimelineRow;
    if (was === is) continue;
    if (was.id !== is.id || was.depth !== is.depth || !hasSameCode(was, is)) return null;
    if (isSame(was, is)) continue;
    changed.push(index);
    if (changed.length > MOST) return null;
  }
  return changed;
}

function isSame(a: TimelineRow, b: TimelineRow): boolean {
  return (
    a.start === b.start &&
    a.finish === b.finish &&
    a.progress === b.progress &&
    a.label === b.label &&
    a.mark === b.mark &&
    a.note === b.note &&
    a.kind === b.kind &&
    a.hue === b.hue &&
    a.expanded === b.expanded &&
    a.ghost?.start === b.ghost?.start &&
    a.ghost?.finish === b.ghost?.finish &&
    sameSigns(a.signs, b.signs)
  );
}
