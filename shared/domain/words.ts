/** The screen's words for the code's values (docs: vocabulary). Shared by the app and the printed roadmap. */
import type { ConstraintKind } from "./constraint.ts";
import type { PlanItem } from "./entity.ts";
import type { Health } from "./milestone.ts";
import type { TaskStatus } from "./task.ts";

export const KIND_WORDS: Record<PlanItem["kind"], string> = {
  stage: "Stage",
  milestone: "Milestone",
  task: "Task",
};

export const STATUS_WORDS: Record<TaskStatus, string> = {
  "not-started": "Not started",
  "in-progress": "In progress",
  waiting: "Waiting",
  blocked: "Blocked",
  done: "Done",
  cancelled: "Cancelled",
};

export const HEALTH_WORDS: Record<Health, string> = {
  unset: "Not set",
  "on-track": "On track",
  "at-risk": "At risk",
  "off-track": "Off track",
};

/** A rule for dates, or none: it stays where somebody put it. */
export type RuleKind = ConstraintKind | "none";

const TASK_RULES: Record<RuleKind, string> = {
  none: "Where we put it",
  ASAP: "As soon as links allow",
  ALAP: "As late as possible",
  SNET: "Not before…",
  SNLT: "Start by…",
  FNET: "Finish not before…",
  FNLT: "Must finish by…",
  MSO: "Must start on…",
  MFO: "Must finish on…",
};
/** A milestone has one day, so that its start and its finish are the same. */
const MILESTONE_RULES: Record<RuleKind, string> = {
  ...TASK_RULES,
  SNLT: "No later than…",
  FNET: "Not before…",
  FNLT: "No later than…",
  MSO: "Must be on…",
  MFO: "Must be on…",
};

/** What a rule for dates asks, as a choice from a list; the dated ones go on with a day. */
export function ruleWords(rule: RuleKind, kind: "task" | "milestone"): string {
  return (kind === "task" ? TASK_RULES : MILESTONE_RULES)[rule];
}

const RULE_HINTS: Record<RuleKind, string> = {
  none: "It stays there; links push it when they must.",
  ASAP: "It moves with what comes before it, earlier too.",
  ALAP: "It ends just before what follows needs it.",
  SNET: "Links may push it later, never earlier than this.",
  FNET: "Links may push it later, never earlier than this.",
  SNLT: "A later date is shown as a clash; nothing moves.",
  FNLT: "A later date is shown as a clash; nothing moves.",
  MSO: "Links do not move it; one that disagrees is a clash.",
  MFO: "Links do not move it; one that disagrees is a clash.",
};

/** What a rule does, in one line. */
export function ruleHint(rule: RuleKind): string {
  return RULE_HINTS[rule];
}

/** `1 task`, `3 tasks`; an irregular plural can be given. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${numberWords(n)} ${n === 1 ? noun : plural}`;
}

/** What has neither thousands nor a fraction needs no look at how a language writes them, which takes a while. */
function numberWords(n: number): string {
  return Number.isInteger(n) && n >= 0 && n < 1_000 ? `${n}` : n.toLocaleString("en");
}

/** `5 days`, `1 day`, `2.5 days`: working days as people say them. */
export function durationWords(days: number): string {
  return `${Number(days.toFixed(2))} ${days === 1 ? "day" : "days"}`;
}

/** `45 min`, `2 h`, `1 h 30 min`. */
export function minutesWords(minutes: number): string {
  const whole = Math.round(minutes);
  const [h, min] = [Math.floor(whole / 60), whole % 60];
  if (h === 0) return `${min} min`;
  return min === 0 ? `${h} h` : `${h} h ${min} min`;
}

/** With a capital in front, whatever the script. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase("en") + text.slice(first.length);
}

/** As it goes on in a sentence; only the first letter, since what follows may name somebody. */
export function lowered(text: string): string {
  const [first = ""] = text;
  return first.toLocaleLowerCase("en") + text.slice(first.length);
}

/** Spaces, line ends and signs that only steer others (zero-width space, text direction). */
const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u;

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}

/** A name that shows nothing counts as none, so that every row can be seen and found. */
export function nameOrUntitled(name: string, kind: PlanItem["kind"]): string {
  return isBlank(name) ? `Untitled ${KIND_WORDS[kind].toLowerCase()}` : name;
}
