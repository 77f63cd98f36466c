/** From when on paper tells what changed: a document holds frozen states only, so it begins with one of them. */
import type { Baseline } from "#shared/domain/baseline.ts";
import { baselineName } from "#shared/domain/compareWords.ts";
import { type Day, dayOfInstant, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { lastClosed, liveSessions } from "#shared/domain/sessions.ts";
import { isBlank } from "#shared/domain/words.ts";

/** `usual`: the session closed last, else the newest baseline. `day`: what stood then. */
export type PrintedSince =
  | { readonly kind: "usual" }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "session"; readonly id: Id }
  | { readonly kind: "baseline"; readonly id: Id };

export interface Former {
  readonly baseline: Baseline;
  readonly day: Day;
  /** `the session of 3 Dec 2026`, `“As agreed”, 3 Dec 2026`. */
  readonly words: string;
}

/** The frozen state to hold the plan against as of a day; null where nothing was frozen by then. */
export function formerOf(plan: Plan, asOf: Day, since: PrintedSince = { kind: "usual" }): Former | null {
  const baseline = baselineFor(plan, asOf, since);
  if (!baseline) return null;
  const day = dayOfInstant(new Date(baseline.frozenAt));
  const session = liveSessions(plan).find(({ baselineId }) => baselineId === baseline.id);
  if (!session) return { baseline, day, words: `“${baselineName(baseline)}”, ${formatDay(day)}` };
  const name = isBlank(session.name) ? "the session" : `“${session.name.trim()}”`;
  return { baseline, day, words: `${name} of ${formatDay(day)}` };
}

function baselineFor(plan: Plan, asOf: Day, since: PrintedSince): Baseline | null {
  switch (since.kind) {
    case "usual": {
      const ofSession = plan.baselines.get(lastClosed(plan)?.baselineId ?? "");
      return ofSession && frozenDay(ofSession) <= asOf ? ofSession : newestBy(plan, asOf);
    }
    case "day":
      return newestBy(plan, since.day < asOf ? since.day : asOf) ?? oldest(plan, asOf);
    case "session":
      return plan.baselines.get(plan.sessions.get(since.id)?.baselineId ?? "") ?? null;
    case "baseline":
      return plan.baselines.get(since.id) ?? null;
  }
}

function frozenDay({ frozenAt }: Baseline): Day {
  return dayOfInstant(new Date(frozenAt));
}

function newestBy(plan: Plan, day: Day): Baseline | null {
  return baselinesOf(plan).find((baseline) => frozenDay(baseline) <= day) ?? null;
}

/** Before the first frozen state there is nothing to compare with but that one. */
function oldest(plan: Plan, asOf: Day): Baseline | null {
  return baselinesOf(plan).findLast((baseline) => frozenDay(baseline) <= asOf) ?? null;
}
