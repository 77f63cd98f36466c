import { z } from "zod";
import { daySchema } from "./day.ts";
import { deletedAtSchema, idSchema, instantSchema, nameSchema, textSchema } from "./fields.ts";

/** What an item of the agenda shows beside its notes; `own`: nothing but them. */
const AGENDA_KINDS = [
  "check-in",
  "changes",
  "gates",
  "overdue",
  "issues",
  "decisions",
  "next",
  "own",
] as const;

/** Longest time that can be set aside for one item, in minutes. */
export const MAX_BOX_MINUTES = 480;

export const agendaItemSchema = z
  .object({
    id: idSchema,
    kind: z.enum(AGENDA_KINDS),
    name: nameSchema,
    /** Time set aside. */
    minutes: z.number().min(0).max(MAX_BOX_MINUTES),
    /** Time spent on it so far, without the stretch that is running. */
    spentSeconds: z.number().min(0).max(864_000),
    isDone: z.boolean(),
    notes: textSchema,
    /** It was not reached in the session before. */
    isCarriedOver: z.boolean().default(false),
  })
  .readonly();
export type AgendaItem = z.infer<typeof agendaItemSchema>;

/** The item whose time is running, and since when. */
export const runningSchema = z.object({ itemId: idSchema, since: instantSchema }).readonly();

/** A planning session: planned, then open, then closed. */
export const sessionSchema = z
  .object({
    kind: z.literal("session"),
    id: idSchema,
    roadmapId: idSchema,
    /** Empty: it goes by its day. */
    name: nameSchema,
    plannedFor: daySchema,
    /** Null while it is only planned. */
    openedAt: instantSchema.nullable(),
    /** Null while it is planned or open. */
    closedAt: instantSchema.nullable(),
    attendeeIds: z.array(idSchema).max(200).readonly(),
    agenda: z.array(agendaItemSchema).max(100).readonly(),
    running: runningSchema.nullable(),
    /** What was said, beside the notes of each item. */
    minutes: textSchema,
    /** For the eyes of this computer's people only: never printed, never presented. */
    privateNotes: textSchema,
    /** Tasks that were given to somebody while it was open, in that order. */
    taskIds: z.array(idSchema).max(1_000).readonly().default([]),
    /** When the pair meets again. */
    nextOn: daySchema.nullable(),
    /** What was frozen when it was closed. */
    baselineId: idSchema.nullable(),
    deletedAt: deletedAtSchema,
  })
  .readonly();
export type Session = z.infer<typeof sessionSchema>;

export function createSession(
  input: Pick<Session, "id" | "roadmapId" | "plannedFor"> & Partial<Session>,
): Session {
  return {
    name: "",
    openedAt: null,
    closedAt: null,
    attendeeIds: [],
    agenda: [],
    running: null,
    minutes: "",
    privateNotes: "",
    taskIds: [],
    nextOn: null,
    baselineId: null,
    deletedAt: null,
    ...input,
    kind: "session",
  };
}
