/** What a promise hangs on, in words. */
import type { Day } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { count, durationWords } from "#shared/domain/words.ts";
import { latestStartsFor, passTo } from "#shared/schedule/analysis.ts";
import { TINY } from "#shared/schedule/axis.ts";
import { isHeld } from "#shared/schedule/planInput.ts";
import type { LatestStart } from "#shared/schedule/targets.ts";

export interface PromiseLine {
  readonly id: Id;
  /** `start by`, `be there by` or, for work under way, `end by`. */
  readonly verb: string;
  readonly latest: Day;
  /** `3 days too late`, `Planned 3 days too late`, or nothing. */
  readonly late: string;
  /** Whether its latest day is over. */
  readonly isPast: boolean;
}

export interface PromiseWork {
  readonly words: string;
  readonly isKept: boolean;
  /** What is too late already, then the rest; each with the most urgent first. */
  readonly lines: readonly PromiseLine[];
}

/** Null where the schedule has no dates for the item. */
export function promiseWork(plan: Plan, id: Id, promised: Day, asOf: Day): PromiseWork | null {
  const pass = passTo(plan, id, promised);
  const target = pass?.schedule.network.indexOf.get(id);
  if (!pass || target === undefined) return null;
  const starts = latestStartsFor(plan, id, promised);
  const late = starts.filter(({ tooLateBy }) => tooLateBy > TINY);
  const inTime = starts.filter(({ tooLateBy }) => tooLateBy <= TINY);
  const lines = [late, inTime].flatMap((part) =>
    part.map((start) => lineOf(plan, start, asOf)).sort((a, b) => (a.latest < b.latest ? -1 : 1)),
  );
  const ownLate = -(pass.floatToTarget[target] as number);
  if (late.length > 0) {
    const past = lines.filter((line) => line.isPast).length;
    return { words: lateWords(late.length, past), isKept: false, lines };
  }
  if (ownLate > TINY)
    return {
      words: `As planned it comes ${days(ownLate).replace(" ", " working ")} too late`,
      isKept: false,
      lines,
    };
  return { words: starts.length > 0 ? "All of it can still be kept" : "It can be kept", isKept: true, lines };
}

function lateWords(n: number, past: number): string {
  const are = `${count(n, "item")} ${n === 1 ? "is" : "are"}`;
  if (past === n) return `${are} already too late`;
  if (past === 0) return `${are} planned too late, but can still be in time`;
  return `${are} planned too late, ${past} of them can no longer be in time`;
}

function lineOf(plan: Plan, start: LatestStart, asOf: Day): PromiseLine {
  const { id, latestStart, latestFinish, tooLateBy } = start;
  const item = plan.tasks.get(id) ?? plan.milestones.get(id);
  const hasBegun = item?.kind === "task" && isHeld(item);
  const latest = hasBegun ? latestFinish : latestStart;
  const verb = hasBegun ? "end by" : item?.kind === "milestone" ? "be there by" : "start by";
  if (tooLateBy <= TINY) return { id, verb, latest, late: "", isPast: false };
  const isPast = latest < asOf;
  return { id, verb, latest, late: `${isPast ? "" : "Planned "}${days(tooLateBy)} too late`, isPast };
}

/** Working days, halves counted whole parts up. */
function days(n: number): string {
  return durationWords(Math.ceil(n * 2 - TINY) / 2);
}
