/** What the bars of the printed timeline show besides their dates: the critical path, and the newest baseline. */

import { compareWithBaseline } from "#shared/domain/compare.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { criticalIds } from "#shared/schedule/criticalPath.ts";

export interface BarSigns {
  /** On the chain that decides when the plan is done; never for what holds others. */
  readonly isCritical: boolean;
  /** Where it lay in the newest baseline, if that is elsewhere. */
  readonly was: { readonly start: Day; readonly finish: Day } | null;
}

export type SignsOf = (node: OutlineNode) => BarSigns;

export function barSigns(plan: Plan): SignsOf {
  const critical = criticalIds(plan, null);
  const baseline = baselinesOf(plan)[0];
  const compared = baseline ? compareWithBaseline(plan, baseline).byId : null;
  const wasOf = (id: Id): BarSigns["was"] => {
    const item = compared?.get(id);
    if (!item?.changes.includes("moved")) return null;
    const { start, finish } = item.was;
    return start === null || finish === null ? null : { start, finish };
  };
  return (node) => {
    const { item } = node;
    const isHolder = item.kind === "stage" || node.isGroup;
    return { isCritical: !isHolder && critical.has(item.id), was: isHolder ? null : wasOf(item.id) };
  };
}
