/** What the list of changes is made of. */
import type { Baseline } from "#shared/domain/baseline.ts";
import type { Day } from "#shared/domain/day.ts";
import type { EntityKind } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";

/** What today's plan is held against: the whole plan as it was, or what a baseline froze of it. */
export type Former =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "baseline"; readonly baseline: Baseline };

/** What can be said of a row. The first of a line's says decides how the line is counted. */
export const SAID_KINDS = [
  "deleted",
  "dropped",
  "added",
  "restored",
  "done",
  "reopened",
  "moved",
  "reassigned",
  "handed",
  "solved",
  "decided",
  "raised",
  "proposed",
  "gate",
  "promised",
  "resized",
  "status",
  "health",
  "renamed",
  "regrouped",
  "other",
] as const;
export type SaidKind = (typeof SAID_KINDS)[number];

/** One thing that became of a row, in a clause: `now Bo, was Ana`. */
export interface Said {
  readonly kind: SaidKind;
  readonly words: string;
}

/** Where something was and is. Days moved are working days of the plan's calendar, later above 0. */
export interface Move {
  readonly wasStart: Day | null;
  readonly wasFinish: Day | null;
  readonly isStart: Day | null;
  readonly isFinish: Day | null;
  /** By how many the first day moved; null without dates then or now. */
  readonly startDays: number | null;
  /** The same of the last day. 0 also where it moved among days that are not worked. */
  readonly days: number | null;
}

/** All that became of one row. */
export interface ChangeLine {
  readonly id: Id;
  readonly rowKind: EntityKind;
  readonly name: string;
  /** In the order of SAID_KINDS; never empty. */
  readonly says: readonly Said[];
  /** Of a milestone or a task that holds nothing, when its dates are others now. */
  readonly move: Move | null;
  /** Why it moved, in a short clause; null where nothing moved or the reason is not known. */
  readonly reason: string | null;
  /** Working days by which it moves the end of its stage, or the next milestone in it. */
  readonly effectDays: number;
  /** How many more came or went inside it. */
  readonly holds: number;
  /** Whether it still stands in the plan and can be opened. */
  readonly isLive: boolean;
  /** What to restore to have it back; null unless it lies in the bin. */
  readonly binnedId: Id | null;
}

/** The changes in one stage, or those outside all of them (`stageId` null). */
export interface ChangeGroup {
  readonly stageId: Id | null;
  readonly name: string;
  /** It stands in the plan. */
  readonly isLive: boolean;
  /** By how much the stage itself moved; null where it did not, or had no dates. */
  readonly move: Move | null;
  /** Largest effect on the next gate first. */
  readonly lines: readonly ChangeLine[];
}

/** A milestone that moved later, and nobody has said why. */
export interface UntoldSlip {
  readonly milestoneId: Id;
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  /** Working days. */
  readonly days: number;
}

/** How far a stage's end moved, in working days. */
export interface GateMove {
  readonly stageId: Id;
  readonly name: string;
  readonly days: number;
}

export interface ChangeList {
  /** Stages in plan order, stages that are gone after them, what stands outside at the end. */
  readonly groups: readonly ChangeGroup[];
  /** Of the first stage that is not finished; null when its end did not move. */
  readonly nextGate: GateMove | null;
  /** By how many working days the end of the plan moved; null without dates. */
  readonly planDays: number | null;
  readonly untold: readonly UntoldSlip[];
  readonly isEmpty: boolean;
}
