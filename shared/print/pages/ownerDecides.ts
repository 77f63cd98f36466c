/** The matters somebody decides, and how far. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import { isHere, liveRights, reviewDue } from "#shared/domain/decisions.ts";
import { limitWords, matterName, rightSentence } from "#shared/domain/decisionWords.ts";
import type { Person } from "#shared/domain/person.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { ColumnSpec } from "#shared/print/layout/flowTable.ts";
import type { OwnerPart } from "./ownerPages.ts";

const COLUMNS: readonly ColumnSpec[] = [
  { head: "Matter", share: 0.4 },
  { head: "How far", share: 0.6 },
  { head: "Up to", most: 0.14, align: "end", isOptional: true },
  { head: "Look again on", most: 0.2, align: "end", isOptional: true },
];

export function decides(plan: Plan, { id }: Person, asOf: Day): OwnerPart {
  const { ceoId, currency } = plan.roadmap;
  const own = liveRights(plan).filter((right) => {
    const isHeld = !right.isReserved && isHere(plan, right.holderId);
    return (isHeld ? right.holderId : ceoId) === id;
  });
  return {
    id: "decides",
    title: "Decides",
    aside: "",
    columns: COLUMNS,
    groups: [
      {
        id: "matters",
        rows: own.map((right) => {
          const limit = limitWords(right, currency).replace(/^up to /, "");
          const isOverdue = reviewDue(right, asOf) === "overdue";
          return {
            id: right.id,
            cells: [
              { text: matterName(right), isStrong: true },
              rightSentence(plan, right),
              right.isReserved || right.holderId !== id ? "" : limit || "No limit",
              right.reviewOn === null
                ? ""
                : { text: formatDay(right.reviewOn), note: isOverdue ? "overdue" : "" },
            ],
          };
        }),
      },
    ],
  };
}
