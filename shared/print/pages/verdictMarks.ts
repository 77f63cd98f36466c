/** Shapes for what stands at a gate, so that it reads in grey as well. */
import type { Verdict } from "#shared/domain/gate.ts";
import type { Gate } from "#shared/domain/gates.ts";
import type { FlowMark } from "#shared/print/layout/flow.ts";

export const VERDICT_MARKS: Record<Verdict, FlowMark> = {
  go: { shape: "check", tone: "good" },
  hold: { shape: "pause", tone: "warn" },
  rework: { shape: "triangle", tone: "warn" },
  stop: { shape: "bar", tone: "bad" },
};

export function gateMark({ state }: Gate): FlowMark {
  return state === "open" ? { shape: "ring", tone: "plain" } : VERDICT_MARKS[state];
}

/** Whether a criterion is met, and whether anything shows it. */
export function criterionMark(isMet: boolean, isShown: boolean): FlowMark {
  if (!isMet) return { shape: "ring", tone: "plain" };
  return isShown ? { shape: "check", tone: "good" } : { shape: "half", tone: "warn" };
}
