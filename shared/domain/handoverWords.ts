/** What the app says of handed-over work. "I" is whoever hands it over, "you" whoever receives it. */
import { type DecisionLevel, deciderAt, type HandoverState } from "./handover.ts";
import { capital } from "./words.ts";

const LABELS: Record<DecisionLevel, string> = {
  1: "I decide, you do",
  2: "I decide and say why",
  3: "I ask you, then decide",
  4: "We decide together",
  5: "You ask me, then decide",
  6: "You decide, then tell me",
  7: "You decide, I need not know",
};

/** A level as a choice from a list. */
export function levelLabel(level: DecisionLevel): string {
  return LABELS[level];
}

/** A level with both names, so that each side reads the same sentence. */
export function levelSentence(level: DecisionLevel, by: string, to: string): string {
  return capital(sentenceOf(level, by, to));
}

function sentenceOf(level: DecisionLevel, by: string, to: string): string {
  switch (level) {
    case 1:
      return `${by} decides what is done; ${to} does it.`;
    case 2:
      return `${by} decides and explains why; ${to} does it knowing the reasons.`;
    case 3:
      return `${by} asks ${to} first, then decides; ${to} does it.`;
    case 4:
      return `Nothing is settled until ${by} and ${to} agree.`;
    case 5:
      return `${to} asks ${by} for advice first, then decides.`;
    case 6:
      return `${to} decides and tells ${by} afterwards.`;
    case 7:
      return `${to} decides; ${by} need not hear of it.`;
  }
}

/** What is said where more of the decision is given away than whoever hands it on was given. */
export function keptBackSentence(level: DecisionLevel, first: string, by: string): string {
  const right = deciderAt(level) === "both" ? `${first} and ${by} decide together` : `${first} decides`;
  return `${right}, so ${by} cannot give that away.`;
}

export const HANDOVER_WORDS: Record<HandoverState, string> = {
  handed: "Not acknowledged yet",
  acknowledged: "Acknowledged",
  declined: "Declined",
};

/** How long somebody has waited, or how long ago something was due: `today`, `1 day`, `12 days`. */
export function waitWords(days: number): string {
  if (days <= 0) return "today";
  return days === 1 ? "1 day" : `${days.toLocaleString("en")} days`;
}
