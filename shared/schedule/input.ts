/**
 * What the engine schedules, independent of how a plan is stored. Days are `yyyy-MM-dd`, durations and lags are
 * in days, halves allowed. Links name activities; groups are turned into activities by groups.ts.
 */
import type { ConstraintKind } from "#shared/domain/constraint.ts";
import type { Day } from "#shared/domain/day.ts";
import type { DependencyType, LinkRule } from "#shared/domain/dependency.ts";
import type { WorkCalendar } from "#shared/domain/roadmap.ts";

export interface ScheduleConstraint {
  readonly kind: ConstraintKind;
  /** Needed by every kind but ASAP and ALAP; without it the constraint has no effect. */
  readonly date: Day | null;
}

export interface ScheduleActivity {
  readonly id: string;
  /** Working days in the activity's own calendar; ignored for milestones, which take none. */
  readonly durationDays: number;
  /** A point in time that lies at the end of its day. */
  readonly isMilestone?: boolean;
  /** Index into `ScheduleInput.calendars`; 0 when left out. */
  readonly calendar?: number;
  readonly constraint?: ScheduleConstraint | null;
  /** A date that warns when it is missed and never moves anything. */
  readonly deadline?: Day | null;
  /** A day after which its end counts as too late in the floats, besides what its constraint says; moves nothing. */
  readonly latestFinish?: Day | null;
  /** Where the pair put it: it starts no earlier, and later when its links say so. */
  readonly plannedStart?: Day | null;
  /** Fixed start: links report conflicts but do not move it. For a milestone, its date. */
  readonly pinnedStart?: Day | null;
  readonly actualStart?: Day | null;
  readonly actualFinish?: Day | null;
  /** Working days still to do on started work; worked out of `progressPct` when left out. */
  readonly remainingDays?: number | null;
  /** 0 to 100. */
  readonly progressPct?: number;
  /**
   * Marks an end of a group (groups.ts), a point that only its predecessors place: `all` at the latest of them,
   * `any` at the earliest. Only for activities without duration.
   */
  readonly join?: "all" | "any";
}

export interface ScheduleLink {
  /** The plan's link this one stands for; groups turn one into several. */
  readonly id?: string;
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  /** Days; negative is a lead. */
  readonly lag: number;
  /** `working`: counted in the successor's calendar. `elapsed`: calendar days. */
  readonly lagKind: "working" | "elapsed";
  /** What a drag does to the successor: see reschedule.ts. */
  readonly rule?: LinkRule;
}

export interface ScheduleInput {
  /** At least one; entry 0 is the plan's. */
  readonly calendars: readonly WorkCalendar[];
  readonly activities: readonly ScheduleActivity[];
  readonly links: readonly ScheduleLink[];
  readonly projectStart: Day;
  /** As-of day: from its morning on work is still to do, before it only what really happened counts. */
  readonly statusDate?: Day | null;
  /**
   * Whether linked work may lie before the project start (through leads and SF links). `everything` holds all
   * work to the start, as textbooks do; `unlinked` only work without predecessors, as Microsoft Project does.
   */
  readonly startFloor?: "everything" | "unlinked";
  /**
   * Whether work may run over from the middle of one day into the next. False (the rule of a plan kept in whole
   * days): it begins in the middle of a day only when it ends on that day, else on the next working day.
   */
  readonly splitDays?: boolean;
}
