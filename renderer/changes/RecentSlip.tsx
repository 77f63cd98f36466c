import { useDocument, usePlan, useReadOnly } from "#renderer/commands/hooks.ts";
import type { History } from "#renderer/store/history.ts";
import type { UntoldSlip } from "#shared/changes/types.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { SlipAsk } from "./SlipAsk.tsx";

/** Right after a milestone was moved later: the question why, as long as nothing else was done. */
export function RecentSlip({ milestone }: { readonly milestone: Milestone }) {
  const { roadmap } = usePlan();
  const readOnly = useReadOnly();
  const from = useDocument((state) => slippedFrom(state.planHistory, milestone.id));
  if (readOnly || from === null || milestone.reachedOn !== null || milestone.date <= from) return null;
  const slip: UntoldSlip = {
    milestoneId: milestone.id,
    name: nameOrUntitled(milestone.name, "milestone"),
    from,
    to: milestone.date,
    days: calendarTable(roadmap.calendar).workingDaysBetween(from, milestone.date),
  };
  return <SlipAsk key={`${milestone.id} ${slip.to}`} slip={slip} look="panel" />;
}

/** The date from which the last step moved the milestone to a later one. */
function slippedFrom({ undo }: History, id: Id): string | null {
  for (const [from, to] of undo.at(-1)?.updated ?? []) {
    if (from.id !== id || from.kind !== "milestone" || to.kind !== "milestone") continue;
    return to.date > from.date && to.slips === from.slips ? from.date : null;
  }
  return null;
}
