/** Work that is too long to be believed, late, or promised for a day that it cannot keep. */
import { formatDayNear } from "#shared/domain/day.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import { daysLate } from "#shared/domain/standing.ts";
import type { Task } from "#shared/domain/task.ts";
import { durationWords } from "#shared/domain/words.ts";
import { named } from "#shared/review/look.ts";
import type { Check } from "#shared/review/types.ts";

/** Working days from which on one number alone is no estimate. */
const LONG = 10;
/** Calendar days after which late work has no end in sight. */
const LONG_LATE = 30;

export const DATE_CHECKS: readonly Check[] = [
  {
    key: "promise-missed",
    severity: "stops",
    title: "A promise that cannot be kept",
    why: "Somebody counts on that day. Tell them, or move what stands before it.",
    find: ({ tasks, milestones, today }) =>
      [...milestones, ...tasks].flatMap((node) => {
        const promise = promiseOf(node, today);
        if (promise === null || !promise.isMissed) return [];
        const { id } = node.item;
        return [
          {
            id,
            fact: promise.deadline,
            text: () =>
              `${named(node)} was promised for ${formatDayNear(promise.deadline, today)}: ${promise.words}.`,
            fix: { kind: "item", id, field: "Promised", label: "Open the promise" } as const,
          },
        ];
      }),
  },
  {
    key: "no-end",
    severity: "stops",
    title: "Late, with no end in sight",
    why: "Everything after it is planned on a date that has passed.",
    find: ({ tasks, milestones, today }) =>
      [...milestones, ...tasks].flatMap((node) => {
        const { item, finish } = node;
        const late = daysLate(node, today);
        if (late <= LONG_LATE || finish === null) return [];
        const field = item.kind === "milestone" ? "Date" : "Finish";
        return [
          {
            id: item.id,
            fact: finish,
            text: () =>
              `${named(node)} should have been done on ${formatDayNear(finish, today)}, ${late} days ago.`,
            fix: { kind: "item", id: item.id, field, label: "Give it a new date" } as const,
          },
        ];
      }),
  },
  {
    key: "one-number",
    severity: "look",
    title: "A long task with one number and no hours",
    why: "Nobody has counted what is in it. Split it, or say how many hours it takes.",
    find: ({ tasks }) =>
      tasks
        .filter(({ item }) => {
          const task = item as Task;
          return task.durationDays > LONG && task.effortHours === null && task.checklist.length === 0;
        })
        .map((node) => ({
          id: node.item.id,
          text: () =>
            `${named(node)} takes ${durationWords((node.item as Task).durationDays)} of work, and that is all that is said.`,
          fix: { kind: "item", id: node.item.id, field: "Work, in hours", label: "Say how many hours" },
        })),
  },
];
