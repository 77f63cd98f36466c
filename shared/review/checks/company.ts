/** What was agreed between people and is not kept, and what nobody has chosen. */
import { formatDayNear } from "#shared/domain/day.ts";
import { decisionsOf, liveRights, reviewDue } from "#shared/domain/decisions.ts";
import { matterName } from "#shared/domain/decisionWords.ts";
import { daysWaited, followUpDue, handedIn } from "#shared/domain/delegation.ts";
import { gapOf, gapWords, routineGap } from "#shared/domain/engagement.ts";
import { isBlank } from "#shared/domain/words.ts";
import { named, personNamed } from "#shared/review/look.ts";
import type { Check, Look, Spotted } from "#shared/review/types.ts";

/** Calendar days after which a hand-over should have its answer. */
const A_WEEK = 7;

export const COMPANY_CHECKS: readonly Check[] = [
  {
    key: "outside-right",
    severity: "stops",
    title: "A decision somebody may not take alone",
    why: "It will be made twice, or taken back.",
    find: ({ plan }) =>
      [...decisionsOf(plan).outside.values()].map((finding) => ({
        id: finding.taskId,
        fact: finding.kind,
        text: () => finding.sentence,
        fix: { kind: "item", id: finding.taskId, field: "Decides about", label: "Open the decision" },
      })),
  },
  {
    key: "past-engagement",
    severity: "weakens",
    title: "Work outside of somebody’s engagement",
    why: "On that day nobody is there to do it.",
    find: outsideEngagement,
  },
  {
    key: "handover-unanswered",
    severity: "weakens",
    title: "A hand-over without an answer",
    why: "One thinks that it is handed over, the other that it is not theirs yet.",
    find: ({ plan, tasks, today }) =>
      tasks.flatMap((node) => {
        const handed = handedIn(node);
        if (handed?.handover.state !== "handed") return [];
        const days = daysWaited(handed, today);
        if (days <= A_WEEK) return [];
        const { byId, toId, on } = handed.handover;
        return [
          {
            id: node.item.id,
            fact: on,
            text: () =>
              `${personNamed(plan, byId)} handed ${named(node)} to ${personNamed(plan, toId)} ${days} days ago and has no answer.`,
            fix: {
              kind: "item",
              id: node.item.id,
              field: "Follow up with",
              label: "Open the hand-over",
            } as const,
          },
        ];
      }),
  },
  {
    key: "follow-up",
    severity: "look",
    title: "A follow-up that is overdue",
    why: "Work that nobody asks about is put off.",
    find: ({ plan, tasks, today }) =>
      tasks.flatMap((node) => {
        const handed = handedIn(node);
        const days = handed && followUpDue(handed, today);
        if (!handed || !days) return [];
        const { byId, toId, followUpOn } = handed.handover;
        return [
          {
            id: node.item.id,
            fact: followUpOn ?? "",
            text: () =>
              `${personNamed(plan, byId)} was to ask ${personNamed(plan, toId)} about ${named(node)} on ${formatDayNear(followUpOn ?? today, today)}.`,
            fix: {
              kind: "item",
              id: node.item.id,
              field: "Follow up with",
              label: "Open the hand-over",
            } as const,
          },
        ];
      }),
  },
  {
    key: "matter-review",
    severity: "look",
    title: "Who decides what: time to look again",
    why: "People grow into deciding more, or less.",
    find: ({ plan, today }) =>
      liveRights(plan)
        .filter((right) => reviewDue(right, today) === "overdue")
        .map((right) => ({
          id: right.id,
          fact: right.reviewOn ?? "",
          text: () =>
            `Who decides about “${matterName(right)}” was to be looked at again on ${formatDayNear(right.reviewOn ?? today, today)}.`,
          fix: { kind: "matter", id: right.id, label: "Open the matter" },
        })),
  },
  {
    key: "no-holidays",
    severity: "look",
    title: "No public holidays",
    why: "The plan works through days on which nobody does.",
    find: ({ plan: { roadmap } }) => {
      const { holidays, exceptions } = roadmap.calendar;
      if (holidays !== null || exceptions.some(({ working }) => !working)) return [];
      return [
        {
          id: null,
          text: () => "Nobody has chosen which public holidays count, so that the plan has none.",
          fix: { kind: "settings", label: "Choose the holidays" },
        },
      ];
    },
  },
];

function outsideEngagement({ plan, tasks, milestones, today }: Look): readonly Spotted[] {
  if ([...plan.people.values()].every(({ engagement }) => engagement === null)) return [];
  const items = [...tasks, ...milestones].flatMap((node): Spotted[] => {
    const gap = gapOf(plan.people, node);
    if (!gap) return [];
    const { id, kind } = node.item;
    const field = kind === "milestone" ? "Owner" : "Who does it";
    const text = (): string => `${named(node)}: ${gapWords(plan.people, gap)}`;
    return [{ id, fact: gap.day, text, fix: { kind: "item", id, field, label: "Choose who carries it on" } }];
  });
  const routines = [...plan.routines.values()].flatMap((routine): Spotted[] => {
    const gap = routineGap(plan.people, routine, today);
    if (!gap) return [];
    const name = isBlank(routine.name) ? "Untitled routine" : routine.name.trim();
    const text = (): string => `The routine “${name}”: ${gapWords(plan.people, gap)}`;
    const fix = { kind: "routine", id: routine.id, label: "Choose who carries it on" } as const;
    return [{ id: routine.id, fact: gap.day, text, fix }];
  });
  return [...items, ...routines];
}
