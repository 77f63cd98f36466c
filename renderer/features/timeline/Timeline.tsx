import { useState } from "react";
import { clearFilter, toggleFoldedInFilter } from "#renderer/commands/filter.ts";
import { useApp, useComparison, usePlan, useReadOnly, useUi } from "#renderer/commands/hooks.ts";
import {
  addItemAt,
  editMilestone,
  link,
  remove,
  rename,
  setFinish,
  setStartKeepingFinish,
  shift,
} from "#renderer/commands/items.ts";
import { run } from "#renderer/commands/registry.ts";
import { openDetails, select, toggleCollapsed } from "#renderer/commands/selection.ts";
import type { TimelineRequest } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { dragFollowers } from "#shared/timeline/preview.ts";
import { CriticalButton } from "./CriticalButton.tsx";
import { FilterButton } from "./FilterButton.tsx";
import { LookStrip } from "./LookStrip.tsx";
import { TimelineView } from "./TimelineView.tsx";
import { useLook } from "./useLook.ts";

const TOOLS = (
  <>
    <FilterButton />
    <CriticalButton />
  </>
);

/** The timeline of the open roadmap, wired to the store and the commands. */
export function Timeline() {
  const app = useApp();
  const plan = usePlan();
  const look = useLook(plan);
  const scrollDay = useUi((state) => state.scrollDay);
  const request = useUi((state) => state.timelineRequest);
  const selected = useUi((state) => state.selection.at(-1));
  const [before] = useState(request);
  const [firstLook] = useState(() => firstRequest(scrollDay === null, selected));
  return (
    <TimelineView
      plan={plan}
      look={look}
      tools={TOOLS}
      strip={<LookStrip filtered={look?.filtered ?? null} />}
      onFilter={() => run(app, "view.filter")}
      onClearFilter={() => clearFilter(app)}
      onCritical={() => run(app, "view.critical")}
      comparison={useComparison()}
      today={useUi((state) => state.today)}
      collapsed={useUi((state) => (look?.filtered ? state.foldedInFilter : state.collapsed))}
      selection={useUi((state) => state.selection)}
      pxPerDay={useUi((state) => state.pxPerDay)}
      columnWidth={useUi((state) => state.columnWidth)}
      scrollDay={scrollDay}
      request={request === before ? firstLook : request}
      readOnly={useReadOnly()}
      onToggleCollapsed={(id) => (look?.filtered ? toggleFoldedInFilter(app, id) : toggleCollapsed(app, id))}
      onSelect={(ids) => select(app, ids)}
      onOpenDetails={(id) => openDetails(app, id)}
      onZoom={(pxPerDay) => app.ui.setState({ pxPerDay })}
      onColumnWidth={(columnWidth) => app.ui.setState({ columnWidth })}
      onScrollDay={(scrollDay) => app.ui.setState({ scrollDay })}
      onShift={(ids, days) => shift(app, ids, days)}
      onStart={(id, start) => setStartKeepingFinish(app, id, start)}
      onFinish={(id, finish) => setFinish(app, id, finish)}
      onMilestoneDate={(id, date) => editMilestone(app, id, { date }, { label: "Move milestone" })}
      onPreview={(drag) => dragFollowers(plan, drag)}
      onLink={(fromId, toId) => link(app, { fromId, toId })}
      onRename={(id, name) => {
        const kind = plan.tasks.has(id) ? "task" : plan.milestones.has(id) ? "milestone" : "stage";
        rename(app, kind, id, name);
      }}
      onRemove={(ids) => remove(app, ids)}
      onAddTask={(parentId, start) => addItemAt(app, { parentId, afterId: null }, { kind: "task", start })}
    />
  );
}

/** The whole plan the first time; after that where it was left, unless the selected row lies elsewhere. */
function firstRequest(isFirst: boolean, id: Id | undefined): TimelineRequest | null {
  if (isFirst) return { seq: 0, kind: "fit", id };
  return id === undefined ? null : { seq: 0, kind: "reveal", id };
}
