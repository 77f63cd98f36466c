/** What the timeline is asked to look for: the filter, and the critical path with the room to slip beside it. */
import { useDeferredValue, useMemo } from "react";
import { useUi } from "#renderer/commands/hooks.ts";
import type { CriticalTo } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { criticalIds } from "#shared/schedule/criticalPath.ts";
import { slipDays } from "#shared/schedule/slipTo.ts";
import { type Filtered, filterItems, isFiltering, liveFilter } from "#shared/timeline/filter.ts";
import type { RowLook } from "#shared/timeline/rows.ts";

const NOTHING: ReadonlySet<Id> = new Set();
const NO_ROOM: ReadonlyMap<Id, number> = new Map();

/** Null while nothing is asked for, which costs nothing then. */
export function useLook(plan: Plan): RowLook | null {
  const critical = useCritical(plan);
  const filtered = useFiltered(plan, critical.ids);
  return useMemo(
    () =>
      filtered || critical.isShown
        ? { filtered, critical: critical.isShown ? critical.ids : NOTHING, slipTo: critical.slipTo }
        : null,
    [filtered, critical],
  );
}

/** What the critical path leads to; an item that is gone, or has come to hold others, leads nowhere. */
export function useCriticalTo(plan: Plan): CriticalTo {
  const to = useUi((state) => state.criticalTo);
  if (to === "off" || to === "end") return to;
  const node = outlineOf(plan).byId.get(to);
  return node && node.item.kind !== "stage" && !node.isGroup ? to : "off";
}

/** An edit is painted first; the critical path follows it a moment later. */
function useCritical(plan: Plan) {
  const to = useCriticalTo(plan);
  const isFilter = useUi((state) => state.filter.criticalOnly);
  const later = useDeferredValue(to === "off" ? null : plan);
  // What is on screen hangs on the filter, so that it cannot wait.
  const asked = isFilter ? plan : later;
  const target = to === "off" || to === "end" ? null : to;
  const ids = useMemo(() => (asked ? criticalIds(asked, target) : NOTHING), [asked, target]);
  const slipTo = useMemo(() => (later ? slipDays(later, target) : NO_ROOM), [later, target]);
  return useMemo(
    () => ({ ids, slipTo: to === "off" ? NO_ROOM : slipTo, isShown: to !== "off" }),
    [ids, slipTo, to],
  );
}

/**
 * Selected items stay although they do not match, so that a task just added, marked done or gone to by name does not
 * vanish under the hand.
 */
function useFiltered(plan: Plan, critical: ReadonlySet<Id>): Filtered | null {
  const asked = useUi((state) => state.filter);
  const filter = useMemo(() => liveFilter(plan, asked), [plan, asked]);
  const today = useUi((state) => state.today);
  const selection = useUi((state) => state.selection);
  const matching = useMemo(
    () => (isFiltering(filter) ? filterItems(plan, filter, { today, critical }) : null),
    [plan, filter, today, critical],
  );
  const kept = matching ? selection.filter((id) => !matching.shown.has(id)).join("\n") : "";
  return useMemo(
    () => (kept === "" ? matching : filterItems(plan, filter, { today, critical, kept: kept.split("\n") })),
    [matching, kept, plan, filter, today, critical],
  );
}
