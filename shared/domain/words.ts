/** The screen's words for the code's values (docs: vocabulary). Shared by the app and the printed roadmap. */
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

/** `1 task`, `3 tasks`; an irregular plural can be given. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? noun : plural}`;
}

/** `5 days`, `1 day`, `2.5 days`: working days as people say them. */
export function durationWords(days: number): string {
  return `${Number(days.toFixed(2))} ${days === 1 ? "day" : "days"}`;
}

/** Spaces, line ends and signs that only steer others (zero-width space, text direction). */
const INVISIBLE = /[\s\p{Cc}\p{Cf}]/gu;

/** Whether a text shows nothing. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, "") === "";
}

/** A name that shows nothing counts as none, so that every row can be seen and found. */
export function nameOrUntitled(name: string, kind: PlanItem["kind"]): string {
  return isBlank(name) ? `Untitled ${KIND_WORDS[kind].toLowerCase()}` : name;
}
