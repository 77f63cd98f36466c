/** What is said about gates, on screen and on paper. */
import { type Day, daysBetween, formatDay } from "./day.ts";
import type { GateDecision, Verdict } from "./gate.ts";
import { type CriteriaTally, type Gate, isUndecided } from "./gates.ts";
import type { Person } from "./person.ts";
import type { Plan } from "./plan.ts";
import type { Stage } from "./stage.ts";
import { count, isBlank, nameOrUntitled } from "./words.ts";

export const VERDICT_WORDS: Record<Verdict, string> = {
  go: "Go",
  hold: "Hold",
  rework: "Rework",
  stop: "Stop",
};

/** What each verdict means, in a line. */
export const VERDICT_HINTS: Record<Verdict, string> = {
  go: "The stage is behind us. The next one may begin.",
  hold: "Nothing is wrong; we wait, and look at it again.",
  rework: "Something has to be done again before we look once more.",
  stop: "We do not go on with this.",
};

/** `Go`, `Hold`; before anything was decided `Not decided`, or `No criteria` where nobody has set it up. */
export function gateStateWord({ state, isUsed }: Gate): string {
  if (state !== "open") return VERDICT_WORDS[state];
  return isUsed ? "Not decided" : "No criteria";
}

/** `3 of 5 must-haves met, 1 without evidence; 2 milestones still ahead`. */
export function readinessLine({ musts, shoulds, milestonesAhead }: Gate): string {
  const parts = [tallyWords(musts, "must-have"), tallyWords(shoulds, "should-have")].filter(Boolean);
  if (parts.length === 0) parts.push("No criteria yet");
  if (milestonesAhead > 0) parts.push(`${count(milestonesAhead, "milestone")} still ahead`);
  return parts.join("; ");
}

function tallyWords({ count: all, met, withoutEvidence }: CriteriaTally, noun: string): string {
  if (all === 0) return "";
  const bare = withoutEvidence > 0 ? `, ${withoutEvidence} without evidence` : "";
  return `${met} of ${count(all, noun)} met${bare}`;
}

/** Where it stands, in a sentence: `Go on 3 Mar 2027, signed by Ana Lima.` */
export function gateStanding(plan: Plan, gate: Gate): string {
  const [last] = gate.decisions;
  if (!last) return "Not decided yet.";
  return `${decisionLine(plan, last)}${isUndecided(gate) ? "; to be decided again" : ""}.`;
}

/** `Hold on 3 Mar 2027, signed by Ana Lima`. */
export function decisionLine(plan: Plan, { verdict, on, signedById }: GateDecision): string {
  const signer = plan.people.get(signedById ?? "");
  return `${VERDICT_WORDS[verdict]} on ${formatDay(on)}${signer ? `, signed by ${signerName(signer)}` : ""}`;
}

/** `3 of 5 must-haves met` as it stood when it was decided. */
export function decidedWith({ criteria }: GateDecision): string {
  const musts = criteria.filter(({ isMust }) => isMust);
  const shoulds = criteria.filter(({ isMust }) => !isMust);
  const met = (list: typeof criteria): number => list.filter(({ isMet }) => isMet).length;
  const parts = [
    musts.length > 0 ? `${met(musts)} of ${count(musts.length, "must-have")} met` : "",
    shoulds.length > 0 ? `${met(shoulds)} of ${count(shoulds.length, "should-have")} met` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "without criteria" : parts.join(", ");
}

export function signerName({ name }: Person): string {
  return isBlank(name) ? "somebody without a name" : name;
}

/** `At the end of the stage, 12 Mar 2027`, and how long ago that was while it waits for a decision. */
export function gateDayWords(gate: Gate, today: Day): string {
  if (gate.day === null) return "No day yet";
  const day = formatDay(gate.day);
  const ago = daysBetween(gate.day, today);
  return isUndecided(gate) && gate.isUsed && ago > 0 ? `${day}, ${count(ago, "day")} ago` : day;
}

/** Behind the name of a milestone that has begun. */
export function tooEarlyWords(stage: Stage): string {
  return `Too early: begun before the gate of ${nameOrUntitled(stage.name, "stage")} was passed`;
}
