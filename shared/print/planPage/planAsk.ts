/** What a board is asked for: gates whose day has come, proposals, and what was decided outside of a right. */
import type { Day } from "#shared/domain/day.ts";
import { formatDay } from "#shared/domain/day.ts";
import { decisionName, liveDecisions } from "#shared/domain/decisionLog.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import { gatesOf, isDue, signerOf } from "#shared/domain/gates.ts";
import { readinessLine } from "#shared/domain/gateWords.ts";
import { moneyWords } from "#shared/domain/money.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowMark } from "#shared/print/layout/flow.ts";
import { personName } from "#shared/print/layout/owners.ts";

export interface AskPoint {
  readonly name: string;
  readonly detail: string;
  readonly mark: FlowMark;
}

const DUE: FlowMark = { shape: "triangle", tone: "warn" };
const PROPOSED: FlowMark = { shape: "half", tone: "warn" };
const OUTSIDE: FlowMark = { shape: "square", tone: "bad" };

export function askPoints(plan: Plan, asOf: Day): readonly AskPoint[] {
  const signer = signerOf(plan);
  const gates = gatesOf(plan)
    .filter((gate) => isDue(gate, asOf))
    .map((gate): AskPoint => {
      const since = gate.day === null ? "" : `, due since ${formatDay(gate.day)}`;
      const who = personName(plan, signer?.id ?? null);
      return {
        name: `Decide the gate of ${nameOrUntitled(gate.stage.name, "stage").trim()}`,
        detail: `${who ? `${who} signs` : "Nobody is named to sign"}${since}; ${readinessLine(gate)}`,
        mark: DUE,
      };
    });
  const decisions = liveDecisions(plan).flatMap((decision): AskPoint[] => {
    const name = decisionName(decision);
    const who = personName(plan, decision.decidedById);
    const amount = decision.amount === null ? "" : `, ${moneyWords(decision.amount, plan.roadmap.currency)}`;
    if (decision.state === "proposed")
      return [
        { name, detail: `${who ? `${who} decides` : "Nobody is named to decide"}${amount}`, mark: PROPOSED },
      ];
    if (decision.state !== "accepted" || rightStanding(plan, decision).kind !== "outside") return [];
    return [
      {
        name,
        detail: `Decided outside ${who === null ? "a" : `${who}’s`} right${amount}: to be agreed`,
        mark: OUTSIDE,
      },
    ];
  });
  return [...gates, ...decisions];
}
