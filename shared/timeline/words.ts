/** Timeline rows and drags in words: for screen readers, tips and announcements. */
import { commissionWords } from "#shared/domain/commission.ts";
import { type Day, dayNumber, formatDay } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import { daysLate } from "#shared/domain/standing.ts";
import {
  count,
  durationWords,
  HEALTH_WORDS,
  KIND_WORDS,
  lowered,
  nameOrUntitled,
  STATUS_WORDS,
} from "#shared/domain/words.ts";
import type { CalendarTable } from "#shared/schedule/calendar.ts";

/** `Task 1.2.3 Lease signed, 4 Mar to 9 Mar 2027, in progress, 40 %`. */
export function rowWords(node: OutlineNode, today: Day): string {
  const { item } = node;
  const parts = [`${kindWord(node)} ${node.wbsCode} ${nameOrUntitled(item.name, item.kind)}`];
  parts.push(datesInWords(node.start, node.finish));
  if (item.kind === "milestone") parts.push(...milestoneParts(node, today));
  else if (item.kind === "task" && !node.isGroup) parts.push(...taskParts(node, today));
  else if (node.taskCount > 0) {
    parts.push(`${node.doneCount} of ${count(node.taskCount, "task")} done`, `${node.progressPct ?? 0} %`);
  }
  const starts = commissionWords(node);
  if (starts !== null) parts.push(lowered(starts));
  return [...parts, ...dateParts(node, today)].join(", ");
}

/** What a screen reader hears of a row besides what it is: how it stands on the critical path, and its links. */
export interface RowExtras {
  readonly isCritical: boolean;
  /** Working days it can slip; null where that is not looked at. */
  readonly roomDays: number | null;
  /** How many items it comes after, and before. */
  readonly after: number;
  readonly before: number;
}

/** `, critical, comes after 2 items`; empty where there is nothing to say. */
export function extraWords({ isCritical, roomDays, after, before }: RowExtras): string {
  const parts = [
    ...(isCritical ? ["critical"] : []),
    ...(roomDays !== null && roomDays > 0 ? [`${durationWords(roomDays)} room to slip`] : []),
    ...(after > 0 ? [`comes after ${count(after, "item")}`] : []),
    ...(before > 0 ? [`comes before ${count(before, "item")}`] : []),
  ];
  return parts.map((part) => `, ${part}`).join("");
}

/** What was said about the dates: that they are pinned, what was promised, and how that stands. */
function dateParts(node: OutlineNode, today: Day): string[] {
  const { item } = node;
  if (item.kind === "stage" || node.isGroup) return [];
  const promise = promiseOf(node, today);
  return [
    ...(item.isPinned ? ["pinned"] : []),
    ...(promise ? [`promised for ${formatDay(promise.deadline)}`] : []),
    ...(promise ? [promise.isMissed ? `promise missed, ${promise.words}` : promise.words] : []),
  ];
}

function kindWord(node: OutlineNode): string {
  return node.isGroup ? "Group" : KIND_WORDS[node.item.kind];
}

/** `4 Mar to 9 Mar 2027`, `4 Mar 2027`, `no dates yet`. */
export function datesInWords(start: Day | null, finish: Day | null): string {
  if (start === null || finish === null) return "no dates yet";
  if (start === finish) return formatDay(start);
  const sameYear = start.slice(0, 4) === finish.slice(0, 4);
  return `${formatDay(start, sameYear ? "short" : "medium")} to ${formatDay(finish)}`;
}

function milestoneParts(node: OutlineNode, today: Day): string[] {
  if (node.item.kind !== "milestone") return [];
  const { reachedOn, health } = node.item;
  if (reachedOn !== null) return [`reached ${formatDay(reachedOn)}`];
  const parts = health === "unset" ? [] : [HEALTH_WORDS[health].toLowerCase()];
  return daysLate(node, today) > 0 ? [...parts, "late"] : parts;
}

function taskParts(node: OutlineNode, today: Day): string[] {
  if (node.item.kind !== "task") return [];
  const { status, progressPct } = node.item;
  const parts = [STATUS_WORDS[status].toLowerCase(), `${Math.round(progressPct)} %`];
  return daysLate(node, today) > 0 ? [...parts, "late"] : parts;
}

/** What the tip beside a dragged bar says: `4 Mar – 9 Mar · 4 days` (working days). */
export function spanTip(calendar: CalendarTable, start: Day, finish: Day): string {
  const days = Math.max(0, calendar.workingDaysBetween(start, finish) + (calendar.isWorking(finish) ? 1 : 0));
  const dates =
    start === finish
      ? formatDay(start, "short")
      : `${formatDay(start, "short")} – ${formatDay(finish, "short")}`;
  return `${dates} · ${durationWords(days)}`;
}

/** `3 days later`, `1 day earlier`: calendar days. */
export function shiftWords(days: number): string {
  return `${count(Math.abs(days), "day")} ${days < 0 ? "earlier" : "later"}`;
}

/**
 * What a drop would move besides: `Moves 4 others, by up to 6 days`. One number of calendar days for each that moves,
 * negative when it moves earlier; empty when nothing does.
 */
export function followWords(moves: readonly number[]): string {
  if (moves.length === 0) return "";
  const furthest = moves.reduce((far, days) => Math.max(far, Math.abs(days)), 0);
  const others = `Moves ${count(moves.length, "other")}`;
  return `${others}${moves.length === 1 ? " by" : ", by up to"} ${count(furthest, "day")}`;
}

/** Calendar days by which a start moves when it goes `steps` working days on (back, when negative). */
export function workingStep(calendar: CalendarTable, start: Day, steps: number): number {
  return dayNumber(calendar.addWorkingDays(start, steps)) - dayNumber(start);
}

/** What part of the plan the window shows: `Showing 4 Jan to 30 Mar 2027 of 2027 to 2030`. */
export function windowWords(from: Day, to: Day, first: Day, last: Day): string {
  const years =
    first.slice(0, 4) === last.slice(0, 4)
      ? first.slice(0, 4)
      : `${first.slice(0, 4)} to ${last.slice(0, 4)}`;
  return `Showing ${datesInWords(from, to)} of ${years}`;
}
