import { useEffect, useRef, useState } from "react";
import { useDocument, usePlan } from "#renderer/commands/hooks.ts";
import type { Change } from "#shared/domain/change.ts";
import { isPlanItem } from "#shared/domain/entity.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { activeNow, type Grid } from "./grid.ts";

/** Says what an edit did to the rows, whichever key, menu or button it came from. */
export function Announcer({ grid }: { readonly grid: Grid }) {
  const plan = usePlan();
  const last = useDocument((state) => state.planHistory.undo.at(-1));
  const seen = useRef(last);
  const [text, setText] = useState("");
  useEffect(() => {
    if (!last || seen.current === last) return;
    seen.current = last;
    const words = describe(grid, plan, last);
    if (words) setText(words);
  }, [grid, plan, last]);
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      {text}
    </div>
  );
}

/** Where rows went; edits of fields speak for themselves. */
function describe(grid: Grid, plan: Plan, change: Change): string | null {
  const first = change.updated[0]?.[1] ?? change.added[0];
  if (!first || !isPlanItem(first)) return null;
  const verb = /^(Move|Indent|Outdent|Delete|Duplicate|Paste|Pin|Unpin|Promise|Clear the promise)/.exec(
    change.label,
  )?.[1];
  if (!verb || change.label === "Move in time" || change.label === "Move milestone") return null;
  if (verb === "Delete") {
    const active = activeNow(grid);
    return `${change.label}: done.${active ? ` Now on ${placeOf(plan, active.item.id)}` : ""}`;
  }
  return `${change.label}: ${placeOf(plan, first.id)}`;
}

function placeOf(plan: Plan, id: string): string {
  const node = outlineOf(plan).byId.get(id);
  return node
    ? `${node.wbsCode} ${nameOrUntitled(node.item.name, node.item.kind)}, level ${node.depth + 1}`
    : "";
}
