import { z } from "zod";
import { constraintSchema } from "./constraint.ts";
import { daySchema } from "./day.ts";
import { deletedAtSchema, type Id, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { handoverSchema, MAX_HANDOVERS } from "./handover.ts";

export const TASK_STATUSES = [
  "not-started",
  "in-progress",
  "waiting",
  "blocked",
  "done",
  "cancelled",
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Longest task, in working days (about 40 years). */
export const MAX_DURATION_DAYS = 10_000;

export const assignmentSchema = z
  .object({
    personId: idSchema,
    /** Share of the person's working time while the task runs, in percent (0 to 1000). */
    allocationPct: z.number().min(0).max(1_000),
  })
  .readonly();
export type Assignment = z.infer<typeof assignmentSchema>;

export const checklistItemSchema = z.object({ id: idSchema, text: nameSchema, done: z.boolean() }).readonly();
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

/** One-time work. A task that holds other items is a group: its dates and progress roll up from them. */
export const taskSchema = z
  .object({
    kind: z.literal("task"),
    id: idSchema,
    roadmapId: idSchema,
    /** A milestone, a stage, or the task that groups this one. */
    parentId: idSchema,
    order: orderSchema,
    name: nameSchema,
    /** Where the plan puts it; `actualStart` says where it really began. */
    start: daySchema,
    /** Working days, halves allowed; 0 is a task done within its start day's margin. */
    durationDays: z.number().min(0).max(MAX_DURATION_DAYS),
    constraint: constraintSchema.nullable().default(null),
    /** A date that warns when it is missed and never moves anything. */
    deadline: daySchema.nullable().default(null),
    /** Links and calendars no longer move it. */
    isPinned: z.boolean().default(false),
    actualStart: daySchema.nullable().default(null),
    /** The day it was done; only for done work. */
    actualFinish: daySchema.nullable().default(null),
    /** Who does it. */
    assignments: z.array(assignmentSchema).max(200).readonly(),
    /** Who answers for it: exactly one, or null while nobody does. */
    accountableId: idSchema.nullable(),
    /** Who is asked before it is decided. */
    consultedIds: z.array(idSchema).max(200).readonly().default([]),
    /** Who is told once it is done. */
    informedIds: z.array(idSchema).max(200).readonly().default([]),
    /** From the first who handed it over to whoever has it; empty while nobody did. */
    handovers: z.array(handoverSchema).max(MAX_HANDOVERS).readonly().default([]),
    status: z.enum(TASK_STATUSES),
    /** 0 to 100. */
    progressPct: z.number().min(0).max(100),
    /** Hours of work in all, or null when nobody has said. */
    effortHours: z.number().min(0).max(1_000_000).nullable(),
    notes: textSchema,
    checklist: z.array(checklistItemSchema).max(500).readonly(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Task = z.infer<typeof taskSchema>;

/** Everybody a task names, in whatever part; some of them more than once. */
export function peopleOfTask(task: Task): readonly (Id | null)[] {
  return [
    task.accountableId,
    ...task.assignments.map((a) => a.personId),
    ...task.consultedIds,
    ...task.informedIds,
    ...task.handovers.flatMap(({ byId, toId }) => [byId, toId]),
  ];
}

export function createTask(
  input: Pick<Task, "id" | "roadmapId" | "parentId" | "order" | "name" | "start"> & Partial<Task>,
): Task {
  return {
    durationDays: 1,
    constraint: null,
    deadline: null,
    isPinned: false,
    actualStart: null,
    actualFinish: null,
    assignments: [],
    accountableId: null,
    consultedIds: [],
    informedIds: [],
    handovers: [],
    status: "not-started",
    progressPct: 0,
    effortHours: null,
    notes: "",
    checklist: [],
    deletedAt: null,
    ...input,
    kind: "task",
  };
}

/**
 * Keeps status and progress from contradicting each other: done is 100 %, 100 % is done, some progress on a
 * task that was not started puts it in progress, and reopening a done task takes it below 100 %.
 */
export function reconcileProgress(before: Task, after: Task): Task {
  if (after.status !== before.status) return { ...after, progressPct: progressForStatus(after) };
  if (after.progressPct !== before.progressPct) return { ...after, status: statusForProgress(after) };
  return after;
}

function progressForStatus(task: Task): number {
  if (task.status === "done") return 100;
  if (task.status === "not-started") return 0;
  return task.status !== "cancelled" && task.progressPct === 100 ? 90 : task.progressPct;
}

function statusForProgress(task: Task): TaskStatus {
  if (task.progressPct === 100) return "done";
  if (task.status === "done") return task.progressPct === 0 ? "not-started" : "in-progress";
  return task.status === "not-started" && task.progressPct > 0 ? "in-progress" : task.status;
}
