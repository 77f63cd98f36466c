/** Links that lead in a loop through what stages and groups hold: until one goes, nothing in the plan can follow. */
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Clash, quoted } from "./clash.ts";
import { cutLinkFix } from "./fixes.ts";
import { groupOfPoint } from "./groups.ts";
import { buildNetwork } from "./network.ts";
import { scheduleInputOf } from "./planInput.ts";
import { storedScheduleOf } from "./planSchedule.ts";

const SHOWN = 6;

export function loopClash(plan: Plan): readonly Clash[] {
  if (storedScheduleOf(plan)) return [];
  const input = scheduleInputOf(plan);
  const network = buildNetwork(input);
  if (network.ok || network.problem.code !== "loop") return [];
  const { ids } = network.problem;
  const pairs = new Set(ids.map((id, i) => `${id}\n${ids[(i + 1) % ids.length]}`));
  const linkIds = new Set<Id>();
  for (const { id, from, to } of input.links) {
    if (id !== undefined && pairs.has(`${from}\n${to}`)) linkIds.add(id);
  }
  const itemIds = [...new Set(ids.map((id) => groupOfPoint(id) ?? id))];
  const names = itemIds.slice(0, SHOWN).map((id) => quoted(plan, id));
  const loop = [...names, itemIds.length > SHOWN ? "…" : names[0]].join(" → ");
  const fixes = [...linkIds].slice(0, SHOWN).flatMap((id) => {
    const link = plan.dependencies.get(id);
    return link ? [cutLinkFix(plan, link)] : [];
  });
  const words = `Links lead in a loop, so no date can follow them until one goes: ${loop}`;
  return [{ key: `loop ${[...linkIds].join(" ")}`, kind: "loop", words, itemIds, days: 0, fixes }];
}
