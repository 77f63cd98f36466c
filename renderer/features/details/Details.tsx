import { useOutline, useSelection } from "#renderer/commands/hooks.ts";
import { Glance } from "./Glance.tsx";
import { MilestoneDetails } from "./MilestoneDetails.tsx";
import { SelectionDetails } from "./SelectionDetails.tsx";
import { StageDetails } from "./StageDetails.tsx";
import { TaskDetails } from "./TaskDetails.tsx";

/** Everything about what is selected, to read and to edit; the roadmap at a glance when nothing is. */
export function Details() {
  const selection = useSelection();
  const { byId } = useOutline();
  const nodes = selection.flatMap((id) => byId.get(id) ?? []);
  const node = nodes[0];
  if (!node) return <Glance />;
  if (nodes.length > 1) return <SelectionDetails nodes={nodes} />;
  const { item } = node;
  // The key keeps typing that is under way with the item it was meant for.
  if (item.kind === "task") return <TaskDetails key={item.id} task={item} node={node} />;
  if (item.kind === "milestone") return <MilestoneDetails key={item.id} milestone={item} node={node} />;
  return <StageDetails key={item.id} stage={item} node={node} />;
}
