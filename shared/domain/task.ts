import { z } from "zod";
import { constraintSchema } from "./constraint.ts";
import { daySchema } from "./day.ts";
import { amountSchema } from "./decisionRight.ts";
import { deletedAtSchema, idSchema, nameSchema, orderSchema, textSchema } from "./fields.ts";
import { handoverSchema, MAX_HANDOVERS } from "./handover.ts";
import { MAX_RUN_MINUTES, ruleSchema } from "./routine.ts";

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

/** The routine that a task builds. What is not known yet is asked when the task is done. */
export const commissionSchema = z
  .object({
    name: nameSchema,
    ownerId: idSchema.nullable(),
    rule: ruleSchema.nullable(),
    minutes: z.number().min(0).max(MAX_RUN_MINUTES).nullable(),
    procedureId: idSchema.nullable(),
    /** The routine itself, once it runs. */
    routineId: idSchema.nullable(),
  })
  .readonly();
export type Commission = z.infer<typeof commissionSchema>;

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
    /** How it is done. */
    procedureId: idSchema.nullable().default(null),
    /** The matter in which it decides something. */
    decisionRightId: idSchema.nullable().default(null),
    /** What it commits the company to pay. */
    amount: amountSchema.default(null),
    /** Thinking about where the company goes rather than running it. */
    isStrategy: z.boolean().default(false),
    commission: commissionSchema.nullable().default(null),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Task = z.infer<typeof taskSchema>;

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
    procedureId: null,
    decisionRightId: null,
    amount: null,
    isStrategy: false,
    commission: null,
    deletedAt: null,
    ...input,
    kind: "task",
  };
}

/** For a copy: handed to nobody yet, and about to start a routine of its own. */
export function unstarted(task: Task): Task {
  const commission = task.commission && { ...task.commission, routineId: null };
  return { ...task, handovers: [], commission };
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
