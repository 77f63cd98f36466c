/** Gates whose day is near, and work that did not wait for them. */
import { type Day, daysBetween, formatDayNear } from "#shared/domain/day.ts";
import { type Gate, gatesOf, isUndecided, tooEarlyIn } from "#shared/domain/gates.ts";
import { readinessLine } from "#shared/domain/gateWords.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import { named } from "#shared/review/look.ts";
import type { Check, Fix, Look, Spotted } from "#shared/review/types.ts";

/** Calendar days before its gate within which a stage has to be ready. */
const SOON = 14;

export const GATE_CHECKS: readonly Check[] = [
  {
    key: "gate-not-ready",
    severity: "stops",
    title: "A gate that is due and not ready",
    why: "On its day there will be nothing to decide on but hope.",
    find: notReady,
  },
  {
    key: "too-early",
    severity: "weakens",
    title: "A milestone begun too early",
    why: "What is found out at the gate before it may undo the work.",
    find: tooEarly,
  },
];

function notReady({ plan, today }: Look): readonly Spotted[] {
  return gatesOf(plan).flatMap((gate): Spotted[] => {
    const { day, stage } = gate;
    if (!gate.isUsed || !isUndecided(gate) || isReady(gate) || day === null) return [];
    if (daysBetween(today, day) > SOON) return [];
    return [
      {
        id: stage.id,
        fact: day,
        text: () => `The gate of ${quoted(stage.name)} ${dueWords(day, today)}: ${readinessLine(gate)}.`,
        fix: lookAtGate(stage.id),
      },
    ];
  });
}

function isReady({ musts, milestonesAhead }: Gate): boolean {
  return musts.met === musts.count && milestonesAhead === 0;
}

function dueWords(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  const on = formatDayNear(day, today);
  if (ahead === 0) return "is due today";
  return ahead > 0 ? `is due on ${on}, in ${count(ahead, "day")}` : `was due on ${on}`;
}

function tooEarly({ plan, milestones }: Look): readonly Spotted[] {
  const early = tooEarlyIn(plan);
  if (early.size === 0) return [];
  return milestones.flatMap((node): Spotted[] => {
    const shut = early.get(node.item.id);
    if (!shut) return [];
    const text = () => `${named(node)} has begun before the gate of ${quoted(shut.name)} was passed.`;
    return [{ id: node.item.id, text, fix: lookAtGate(shut.id) }];
  });
}

function lookAtGate(id: string): Fix {
  return { kind: "item", id, field: "Add a criterion", label: "Look at the gate" };
}

function quoted(name: string): string {
  return `“${nameOrUntitled(name, "stage").trim()}”`;
}
