/** From when on paper tells what changed: a document holds frozen states only, so it begins with one of them. */
import type { Baseline } from "#shared/domain/baseline.ts";
import { baselineName } from "#shared/domain/compareWords.ts";
import { type Day, dayOfInstant, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { lastClosed, liveSessions } from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";

export interface Former {
  readonly baseline: Baseline;
  readonly day: Day;
  /** `the session of 3 Dec 2026`, `“As agreed”, 3 Dec 2026`. */
  readonly words: string;
}

/**
 * The frozen state to hold the plan against: the one asked for, else that of the session closed last, else the newest.
 * Null where nothing was frozen by the as-of day.
 */
export function formerOf(plan: Plan, asOf: Day, sinceId: Id | null): Former | null {
  const isBy = (baseline: Baseline): boolean => frozenDay(baseline) <= asOf;
  const ofSession = plan.baselines.get(lastClosed(plan)?.baselineId ?? "");
  const baseline =
    plan.baselines.get(sinceId ?? "") ??
    (ofSession && isBy(ofSession) ? ofSession : baselinesOf(plan).find(isBy));
  if (!baseline) return null;
  const day = frozenDay(baseline);
  const session = liveSessions(plan).find(({ baselineId }) => baselineId === baseline.id);
  if (!session) return { baseline, day, words: `“${baselineName(baseline)}”, ${formatDay(day)}` };
  const name = isBlank(session.name) ? "the session" : `“${session.name.trim()}”`;
  return { baseline, day, words: `${name} of ${formatDay(day)}` };
}

function frozenDay({ frozenAt }: Baseline): Day {
  return dayOfInstant(new Date(frozenAt));
}
