/**
 * The log of decisions: those in force, those proposed, then what they took the place of and what was turned down; what
 * was decided, why, by whom, when, and what it touches.
 */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Decision } from "#shared/domain/decision.ts";
import { chainsOf, type DecisionStanding, type InChain } from "#shared/domain/decisionChain.ts";
import { decisionName, liveDecisions, STANDING_WORDS } from "#shared/domain/decisionLog.ts";
import { rightStanding } from "#shared/domain/decisionRecords.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import { moneyWords } from "#shared/domain/money.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { count, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowMark, FlowPages } from "#shared/print/layout/flow.ts";
import { flowPages, flowSection } from "#shared/print/layout/flowSheets.ts";
import {
  type CellText,
  type ColumnSpec,
  flowTable,
  type GroupText,
  type RowText,
} from "#shared/print/layout/flowTable.ts";
import { personName } from "#shared/print/layout/owners.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";

const ORDER: readonly DecisionStanding[] = ["proposed", "in-force", "replaced", "rejected"];

const MARKS: Record<DecisionStanding, FlowMark> = {
  proposed: { shape: "half", tone: "warn" },
  "in-force": { shape: "check", tone: "good" },
  replaced: { shape: "dash", tone: "plain" },
  rejected: { shape: "bar", tone: "plain" },
};

const COLUMNS: readonly ColumnSpec[] = [
  { head: "Decision", share: 0.4 },
  { head: "Why", share: 0.26, isOptional: true },
  { head: "Who", most: 0.16, isOptional: true },
  { head: "When", most: 1 },
  { head: "Touches", share: 0.34, isOptional: true },
];

/** Null while nothing was decided or proposed. */
export function decisionLogPages(plan: Plan, asOf: Day, size: SheetSize, measure: Measure): FlowPages | null {
  const chains = chainsOf(plan);
  const byStanding = new Map<DecisionStanding, { decision: Decision; chain: InChain }[]>();
  for (const decision of liveDecisions(plan)) {
    const chain = chains.get(decision.id);
    if (!chain) continue;
    const known = byStanding.get(chain.standing);
    if (known) known.push({ decision, chain });
    else byStanding.set(chain.standing, [{ decision, chain }]);
  }
  if (byStanding.size === 0) return null;
  const groups = ORDER.map((standing): GroupText => {
    const own = byStanding.get(standing) ?? [];
    return {
      id: standing,
      title: TITLES[standing],
      aside: `${own.length}`,
      rows: own.map(({ decision, chain }) => decisionRow(plan, decision, chain)),
    };
  });
  return flowPages(
    [
      {
        id: "log",
        title: "Decisions taken",
        subtitle: tallyWords(byStanding, asOf),
        lead: "",
        hue: null,
        blocks: [
          {
            kind: "whole",
            section: (room) =>
              flowSection(room, { id: "log", title: "", table: flowTable(COLUMNS, groups, room) }),
          },
        ],
      },
    ],
    size,
    measure,
  );
}

const TITLES: Record<DecisionStanding, string> = {
  proposed: "Proposed, to be decided",
  "in-force": "In force",
  replaced: "Replaced by a later one",
  rejected: "Turned down",
};

function tallyWords(byStanding: ReadonlyMap<DecisionStanding, readonly unknown[]>, asOf: Day): string {
  const parts = ORDER.flatMap((standing) => {
    const n = byStanding.get(standing)?.length ?? 0;
    return n === 0 ? [] : [`${n} ${STANDING_WORDS[standing].toLowerCase()}`];
  });
  return `${parts.join(", ")} on ${formatDay(asOf)}. The newest first.`;
}

function decisionRow(plan: Plan, decision: Decision, chain: InChain): RowText {
  const { id, outcome, reason, decidedOn, recordedAt } = decision;
  return {
    id,
    cells: [
      {
        text: decisionName(decision),
        note: [outcome.trim(), chainWords(chain)].filter(Boolean).join("  ·  "),
        mark: MARKS[chain.standing],
        isStrong: chain.standing === "in-force" || chain.standing === "proposed",
      },
      { text: reason, isQuiet: true },
      whoCell(plan, decision),
      formatDay(decidedOn ?? recordedAt.slice(0, 10)),
      touchesCell(plan, decision),
    ],
  };
}

function chainWords({ replaces, replacedBy, challenger, standing }: InChain): string {
  if (replacedBy) return `Replaced by “${decisionName(replacedBy)}”`;
  const parts = [
    replaces ? `${standing === "proposed" ? "To take" : "In"} the place of “${decisionName(replaces)}”` : "",
    challenger ? `A proposal to replace it: “${decisionName(challenger)}”` : "",
  ];
  return parts
    .filter(Boolean)
    .join("  ·  ")
    .replace(/^In the place/, "In place");
}

/** Who decided, and where it lay outside of their right, that too. */
function whoCell(plan: Plan, decision: Decision): CellText {
  const { state, decidedById, ratifiedById, ratifiedOn } = decision;
  const who = personName(plan, decidedById);
  if (state === "proposed") return { text: who ?? "", note: who === null ? "" : "to decide" };
  const { kind } = rightStanding(plan, decision);
  const agreed = personName(plan, ratifiedById);
  const on = ratifiedOn === null ? "" : ` on ${formatDay(ratifiedOn)}`;
  if (kind === "outside")
    return { text: who ?? "", note: "outside their right", mark: { shape: "triangle", tone: "warn" } };
  return { text: who ?? "Nobody named", note: kind === "agreed" && agreed ? `${agreed} agreed${on}` : "" };
}

const MOST_TOUCHED = 5;

function touchesCell(plan: Plan, { itemIds, decisionRightId, amount }: Decision): CellText {
  const items = itemIds.flatMap((id) => {
    const item = itemById(plan, id);
    return item && item.deletedAt === null ? [nameOrUntitled(item.name, item.kind)] : [];
  });
  const more = items.length - MOST_TOUCHED;
  const names = more > 0 ? [...items.slice(0, MOST_TOUCHED), `${count(more, "more item")}`] : items;
  const right = plan.decisionRights.get(decisionRightId ?? "");
  const notes = [
    right?.deletedAt === null ? matterName(right) : "",
    !amount ? "" : moneyWords(amount, plan.roadmap.currency),
  ];
  return { text: names.join("; "), note: notes.filter(Boolean).join(", "), isQuiet: true };
}
