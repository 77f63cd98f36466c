/** Clashes are looked for while nobody types: in a plan of thousands of items the search takes a few frames. */
import { useEffect, useState } from "react";
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Clash } from "#shared/schedule/clash.ts";
import { clashesOf } from "#shared/schedule/clashes.ts";
import { usePlan, useUi } from "./hooks.ts";

export interface FoundClashes {
  /** The plan they were found in: their words name items as they were called in it. */
  readonly plan: Plan;
  readonly today: Day;
  readonly clashes: readonly Clash[];
}

/** A search this short (in milliseconds) is no matter at any moment. */
const SHORT_MS = 8;
/** Typing has come to a rest after this long (in milliseconds). */
const REST_MS = 200;

const known = new WeakMap<Plan, FoundClashes>();
let lastTookMs = 0;

/** Looks for them now. */
export function findClashes(plan: Plan, today: Day): FoundClashes {
  const found = known.get(plan);
  if (found?.today === today) return found;
  const began = performance.now();
  const fresh = { plan, today, clashes: clashesOf(plan, today) };
  lastTookMs = performance.now() - began;
  known.set(plan, fresh);
  return fresh;
}

/** The clashes of the open plan, or those found last until it has been searched; null before the first search. */
export function useClashes(): FoundClashes | null {
  const plan = usePlan();
  const today = useUi((state) => state.today);
  const [last, setLast] = useState<FoundClashes | null>(null);
  const now = known.get(plan);
  const isKnown = now?.today === today;
  useEffect(() => {
    if (isKnown) setLast(findClashes(plan, today));
    else return whenAtRest(() => setLast(findClashes(plan, today)));
  }, [plan, today, isKnown]);
  if (isKnown) return now;
  return last?.plan.roadmap.id === plan.roadmap.id ? last : null;
}

/** Returns how to call it off. */
function whenAtRest(run: () => void): () => void {
  let idle: number | null = null;
  const timer = window.setTimeout(
    () => {
      if ("requestIdleCallback" in window) idle = window.requestIdleCallback(run, { timeout: 1_000 });
      else run();
    },
    lastTookMs > SHORT_MS ? REST_MS : 0,
  );
  return () => {
    window.clearTimeout(timer);
    if (idle !== null) window.cancelIdleCallback(idle);
  };
}
