import { ChevronDown, Diamond, Flag, Waypoints } from "lucide-react";
import { memo } from "react";
import { Button as AriaButton, ToggleButton } from "react-aria-components";
import { showCritical } from "#renderer/commands/critical.ts";
import { openPlan, useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { run } from "#renderer/commands/registry.ts";
import type { CriticalTo } from "#renderer/store/uiStore.ts";
import { Finder, type FinderOption } from "#renderer/ui/Finder.tsx";
import { KindMark } from "#renderer/ui/Marks.tsx";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import styles from "./Tools.module.css";
import { useCriticalTo } from "./useLook.ts";

/** The critical path on or off, and beside it what it leads to. */
export function CriticalButton() {
  const plan = usePlan();
  const to = useCriticalTo(plan);
  return <CriticalTools to={to} words={targetWords(plan, to)} />;
}

interface CriticalToolsProps {
  readonly to: CriticalTo;
  readonly words: string;
}

/** Most edits leave them as they are. */
const CriticalTools = memo(function CriticalTools({ to, words }: CriticalToolsProps) {
  const app = useApp();
  const selected = useUi((state) => (state.selection.length === 1 ? state.selection[0] : undefined));
  return (
    <div className={styles.pair}>
      <ToggleButton
        className={styles.toggle ?? ""}
        isSelected={to !== "off"}
        onChange={() => (to === "off" ? run(app, "view.critical") : showCritical(app, "off"))}
      >
        <Waypoints size={14} aria-hidden />
        Critical path
      </ToggleButton>
      <Finder
        label="Critical path to"
        placeholder="Find a milestone"
        options={() => targets(openPlan(app), selected)}
        selected={to === "off" ? [] : [to]}
        onPick={(id) => showCritical(app, id)}
        emptyText="No milestone of that name."
        trigger={
          <AriaButton className={styles.chevron ?? ""} aria-label={`Critical path to: ${words}`}>
            <ChevronDown size={14} aria-hidden />
          </AriaButton>
        }
      />
    </div>
  );
});

/** The end of the plan, the selected item, then the milestones still ahead. */
function targets(plan: Plan, selected: Id | undefined): readonly FinderOption[] {
  const { byId, inOrder } = outlineOf(plan);
  const node = selected === undefined ? undefined : byId.get(selected);
  const item = node && node.item.kind === "task" && !node.isGroup ? node.item : null;
  return [
    { id: "end", label: "The end of the plan", mark: <Flag size={14} aria-hidden /> },
    ...(item
      ? [
          {
            id: item.id,
            label: nameOrUntitled(item.name, "task"),
            hint: "selected",
            mark: <KindMark kind="task" />,
          },
        ]
      : []),
    ...inOrder
      .filter((other) => other.item.kind === "milestone" && !isFinished(other))
      .map(({ item: { id, name }, wbsCode }) => ({
        id,
        label: nameOrUntitled(name, "milestone"),
        hint: id === selected ? "selected" : wbsCode,
        mark: <Diamond size={14} aria-hidden />,
      })),
  ];
}

/** `the end of the plan`, `“Lease signed”`. */
export function targetWords(plan: Plan, to: string): string {
  if (to === "off") return "not shown";
  const item = outlineOf(plan).byId.get(to)?.item;
  return item ? `“${nameOrUntitled(item.name, item.kind)}”` : "the end of the plan";
}
