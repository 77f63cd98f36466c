/**
 * What changed between a former state of the plan and the plan as it is. Pure and derived, never stored; the former
 * state comes from the journal (net.ts) or from a baseline. O(items of both).
 */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { calendarTable } from "#shared/schedule/calendar.ts";
import { nextGateMove } from "./effect.ts";
import { type Facts, factsOf, moveOf } from "./facts.ts";
import { itemLines, type PlacedLine } from "./items.ts";
import { shownDays } from "./moveWords.ts";
import { otherLines } from "./others.ts";
import { toldSince, untoldSlip } from "./slips.ts";
import {
  type ChangeGroup,
  type ChangeLine,
  type ChangeList,
  type Former,
  type Move,
  SAID_KINDS,
  type UntoldSlip,
} from "./types.ts";

/** `today` only decides which days are told with their year. */
export function changesSince(former: Former, plan: Plan, today: Day): ChangeList {
  const facts = factsOf(former, plan, today);
  const groups = grouped(facts);
  return {
    groups,
    nextGate: nextGateMove(facts),
    planDays: facts.comparison.varianceDays,
    untold: untoldSlips(facts),
    isEmpty: groups.length === 0,
  };
}

const OUTSIDE = "Outside the stages";

function grouped(facts: Facts): ChangeGroup[] {
  const byStage = new Map<Id | null, PlacedLine[]>();
  for (const placed of itemLines(facts)) {
    const known = byStage.get(placed.stageId);
    if (known) known.push(placed);
    else byStage.set(placed.stageId, [placed]);
  }
  const groups: ChangeGroup[] = [];
  for (const { node } of facts.comparison.stages) {
    const move = stageMove(facts, node.item.id);
    const lines = ordered(byStage.get(node.item.id) ?? []);
    const name = nameOrUntitled(node.item.name, "stage");
    if (lines.length > 0 || move) groups.push({ stageId: node.item.id, name, isLive: true, move, lines });
  }
  const live = outlineOf(facts.plan).byId;
  for (const was of facts.frozen.byId.values()) {
    if (was.kind !== "stage" || live.has(was.id)) continue;
    const lines = ordered(byStage.get(was.id) ?? []);
    const name = nameOrUntitled(was.name, "stage");
    if (lines.length > 0) groups.push({ stageId: was.id, name, isLive: false, move: null, lines });
  }
  const outside = [...ordered(byStage.get(null) ?? []), ...otherLines(facts)];
  if (outside.length > 0)
    groups.push({ stageId: null, name: OUTSIDE, isLive: false, move: null, lines: outside });
  return groups;
}

function stageMove({ comparison }: Facts, id: Id): Move | null {
  const item = comparison.byId.get(id);
  return item?.changes.includes("moved") ? moveOf(item) : null;
}

/** Largest effect on the next gate first, then the largest move, then by what became of it, then as read. */
function ordered(placed: readonly PlacedLine[]): ChangeLine[] {
  const size = ({ move }: ChangeLine): number => (move ? Math.abs(shownDays(move) ?? 0) : 0);
  const rank = ({ says }: ChangeLine): number => SAID_KINDS.indexOf(says[0]?.kind ?? "other");
  return [...placed]
    .sort(
      (a, b) =>
        b.line.effectDays - a.line.effectDays ||
        size(b.line) - size(a.line) ||
        rank(a.line) - rank(b.line) ||
        a.place - b.place,
    )
    .map(({ line }) => line);
}

function untoldSlips({ former, comparison, plan }: Facts): UntoldSlip[] {
  const calendar = calendarTable(plan.roadmap.calendar);
  const slips: UntoldSlip[] = [];
  for (const { node, was } of comparison.byId.values()) {
    const { item } = node;
    if (item.kind !== "milestone") continue;
    const slip = untoldSlip(item, was.isFinished ? null : was.finish, toldSince(former, item));
    if (!slip) continue;
    const days = calendar.workingDaysBetween(slip.from, slip.to);
    slips.push({ milestoneId: item.id, name: nameOrUntitled(item.name, "milestone"), ...slip, days });
  }
  return slips;
}
