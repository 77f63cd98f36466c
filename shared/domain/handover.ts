/**
 * Work handed over with the right to decide. A hand-over waits for its answer: until the receiver acknowledges it,
 * whoever handed it over still answers for the work; a declined one goes back by itself. Work can be handed on, so a
 * task keeps its hand-overs as a chain, from the first who handed it over to the last who has it.
 */
import { z } from "zod";
import { daySchema } from "./day.ts";
import { type Id, idSchema, nameSchema } from "./fields.ts";
import type { Task } from "./task.ts";

/**
 * How far the decision goes with the work, from 1 (whoever hands it over decides) to 7 (the receiver decides alone).
 * The order is that of the seven levels of delegation in Jurgen Appelo, Management 3.0 (2011); the words are ours.
 */
export const DECISION_LEVELS = [1, 2, 3, 4, 5, 6, 7] as const;
export type DecisionLevel = (typeof DECISION_LEVELS)[number];
export const USUAL_LEVEL: DecisionLevel = 5;

export const HANDOVER_STATES = ["handed", "acknowledged", "declined"] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** Longest chain of people who hand the same work on. */
export const MAX_HANDOVERS = 20;

export const handoverSchema = z
  .object({
    byId: idSchema,
    toId: idSchema,
    level: z.literal(DECISION_LEVELS),
    /** The day it was handed over. */
    on: daySchema,
    state: z.enum(HANDOVER_STATES),
    /** Why it was declined; empty otherwise. */
    reason: nameSchema,
    /** When whoever handed it over asks how it goes. */
    followUpOn: daySchema.nullable(),
  })
  .readonly();
export type Handover = z.infer<typeof handoverSchema>;

/** The link at the end of the chain: the only one that may still wait for its answer. */
export function lastHandover(task: Task): Handover | null {
  return task.handovers.at(-1) ?? null;
}

/** Who has the right to decide about work handed over at a level. */
export function deciderAt(level: DecisionLevel): "hander" | "both" | "receiver" {
  if (level < 4) return "hander";
  return level === 4 ? "both" : "receiver";
}

const REACH = { hander: 0, both: 1, receiver: 2 } as const;

/**
 * Whoever hands work on can give away no more of the decision than they were given. Of the hand-overs before, the
 * first that keeps back what a next one at `level` would give away; null where none does.
 */
export function keptBackAt(before: readonly Handover[], level: DecisionLevel): Handover | null {
  const reach = REACH[deciderAt(level)];
  return before.find((given) => REACH[deciderAt(given.level)] < reach) ?? null;
}

/** The same for a hand-over of a chain; a declined one gives nothing away. */
export function keptBackBy(chain: readonly Handover[], at: number): Handover | null {
  const given = chain[at];
  return !given || given.state === "declined" ? null : keptBackAt(chain.slice(0, at), given.level);
}

/** What is wrong with a chain of hand-overs, for the end of a sentence that begins with the task; null when sound. */
export function chainProblem(chain: readonly Handover[]): string | null {
  for (const [at, { byId, toId, state }] of chain.entries()) {
    const next = chain[at + 1];
    if (byId === toId) return "is handed over by somebody to themselves";
    if (next && (state !== "acknowledged" || next.byId !== toId))
      return "is handed on by somebody who did not take it";
  }
  return null;
}

/**
 * Somebody else was named as answering for handed-over work. When it came back to somebody in the chain, the chain
 * ends there; when it was about to be theirs anyway, it is; somebody from outside ends it.
 */
export function reconcileHandovers(before: Task, after: Task): Task {
  const { accountableId, handovers } = after;
  const last = handovers.at(-1);
  if (!last || accountableId === before.accountableId || handovers !== before.handovers) return after;
  if (accountableId === last.byId && last.state !== "acknowledged") return after;
  const at = handovers.findLastIndex(({ toId }) => toId === accountableId);
  const kept = handovers.slice(0, at + 1).map((handover, i): Handover => {
    return i === at ? { ...handover, state: "acknowledged", reason: "" } : handover;
  });
  return { ...after, handovers: kept };
}

/** The chain up to where it names somebody who is gone for good. */
export function chainWithout(chain: readonly Handover[], isGone: (id: Id) => boolean): readonly Handover[] {
  const at = chain.findIndex(({ byId, toId }) => isGone(byId) || isGone(toId));
  return at < 0 ? chain : chain.slice(0, at);
}
