import { useDeferredValue } from "react";
import { useOutline, useUi } from "#renderer/commands/hooks.ts";
import type { Id } from "#shared/domain/fields.ts";
import { Glance } from "./Glance.tsx";
import { MilestoneDetails } from "./MilestoneDetails.tsx";
import { SelectionDetails } from "./SelectionDetails.tsx";
import { StageDetails } from "./StageDetails.tsx";
import { TaskDetails } from "./TaskDetails.tsx";

/**
 * Everything about what is selected, to read and to edit; the roadmap at a glance when nothing is. The row in focus
 * is drawn first and the panel right behind it, so that a held arrow key runs at the speed of the rows.
 */
export function Details() {
  const selection = useUi((state) => state.selection);
  const drawn = useDeferredValue(selection);
  const { byId } = useOutline();
  const nodesOf = (ids: readonly Id[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const kept = nodesOf(drawn);
  // What was just deleted is not in the outline any more: no glimpse of the whole roadmap in between.
  const nodes = kept.length > 0 ? kept : nodesOf(selection);
  const node = nodes[0];
  if (!node) return <Glance />;
  if (nodes.length > 1) return <SelectionDetails nodes={nodes} />;
  const { item } = node;
  // The key keeps typing that is under way with the item it was meant for.
  if (item.kind === "task") return <TaskDetails key={item.id} task={item} node={node} />;
  if (item.kind === "milestone") return <MilestoneDetails key={item.id} milestone={item} node={node} />;
  return <StageDetails key={item.id} stage={item} node={node} />;
}
