/** Milestones, stages and gates that do not say when they are reached. */
import { daysBetween, formatDayNear } from "#shared/domain/day.ts";
import { isHere } from "#shared/domain/decisions.ts";
import type { GateCriterion } from "#shared/domain/gate.ts";
import { gatesOf, isUndecided } from "#shared/domain/gates.ts";
import type { Milestone } from "#shared/domain/milestone.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { isFinished } from "#shared/domain/standing.ts";
import { lineOfSight } from "#shared/domain/vision.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { named } from "#shared/review/look.ts";
import type { Check, Look, Spotted } from "#shared/review/types.ts";

/** Where criteria of a gate are written. */
const GATE_FIELD = "Add a criterion";

export const MILESTONE_CHECKS: readonly Check[] = [
  {
    key: "milestone-owner",
    severity: "weakens",
    title: "A milestone without an owner",
    why: "Nobody will say early that it is slipping.",
    find: ({ plan, milestones, today }) =>
      milestones
        .filter(({ item }) => !isHere(plan, (item as Milestone).ownerId))
        .map((node) =>
          at(node, "Owner", "Choose an owner", () => `Nobody owns ${named(node)}${dueOn(node, today)}.`),
        ),
  },
  {
    key: "milestone-criteria",
    severity: "weakens",
    title: "A milestone that does not say when it is reached",
    why: "Without a test, two people will hold it for reached on two different days.",
    find: ({ milestones, today }) =>
      milestones
        .filter(({ item }) => (item as Milestone).criteria.every(({ text }) => isBlank(text)))
        .map((node) =>
          at(
            node,
            "Add a criterion",
            "Say when it is reached",
            () => `${named(node)}${dueOn(node, today)} does not say what must be true for it to be reached.`,
          ),
        ),
  },
  {
    key: "milestone-vision",
    severity: "look",
    title: "A milestone that serves no sentence of the vision",
    why: "Either the vision leaves it out, or it is work for something else.",
    find: ({ plan }) => {
      if (plan.roadmap.visionLines.length === 0) return [];
      return lineOfSight(plan)
        .orphans.filter((node) => !isFinished(node))
        .map((node) =>
          at(
            node,
            "Serves",
            "Choose what it serves",
            () => `${named(node)} serves no sentence of the vision.`,
          ),
        );
    },
  },
  {
    key: "stage-goal",
    severity: "weakens",
    title: "A stage without a goal",
    why: "Nobody can tell what the stage is for, or that it is over.",
    find: ({ stages }) =>
      stages
        .filter((node) => hasOpenWork(node) && isBlank((node.item as Stage).goal))
        .map((node) => at(node, "Goal", "Write the goal", () => `The stage ${named(node)} has no goal.`)),
  },
  {
    key: "gate-criteria",
    severity: "weakens",
    title: "A gate without criteria",
    why: "Without them the next stage starts because time has passed.",
    find: ({ stages }) =>
      stages
        .filter((node) => hasOpenWork(node) && (node.item as Stage).gateCriteria.length === 0)
        .map((node) =>
          at(
            node,
            GATE_FIELD,
            "Add criteria",
            () => `The stage ${named(node)} does not say what must be true at its end.`,
          ),
        ),
  },
  {
    key: "gate-evidence",
    severity: "weakens",
    title: "A gate without evidence",
    why: "What nobody has seen is only hoped for.",
    find: unproven,
  },
];

/** Calendar days before the end of a stage within which its musts have to be shown. */
const NEAR_END = 28;

/** Musts that are ticked and that nothing shows; near the end of the stage also those that are not ticked yet. */
function unproven({ plan, stages, today }: Look): readonly Spotted[] {
  const gates = new Map(gatesOf(plan).map((gate) => [gate.stage.id, gate]));
  return stages.flatMap((node): Spotted[] => {
    const gate = gates.get(node.item.id);
    if (!gate || !isUndecided(gate)) return [];
    const isNear = gate.day !== null && daysBetween(today, gate.day) <= NEAR_END;
    const without = gate.stage.gateCriteria.filter(
      (criterion) => criterion.isMust && (criterion.isMet || isNear) && !isShown(criterion),
    );
    if (without.length === 0) return [];
    const ticked = without.filter(({ isMet }) => isMet).length;
    return [
      at(node, GATE_FIELD, "Add the evidence", () => {
        const what = count(without.length, "must-have");
        const met = ticked > 0 ? `, ${ticked === without.length ? "all" : ticked} ticked as met` : "";
        return `The gate of ${named(node)} has ${what} that nothing shows${met}.`;
      }),
    ];
  });
}

function isShown({ evidence }: GateCriterion): boolean {
  return evidence.some(({ note, figure, link }) => !isBlank(note) || !isBlank(figure) || !isBlank(link));
}

function hasOpenWork(node: OutlineNode): boolean {
  return node.children.length > 0 && !isFinished(node);
}

function dueOn({ finish }: OutlineNode, today: string): string {
  return finish === null ? "" : ` (${formatDayNear(finish, today)})`;
}

function at({ item: { id } }: OutlineNode, field: string, label: string, text: () => string): Spotted {
  return { id, text, fix: { kind: "item", id, field, label } };
}
