/** A plan as Markdown: a heading for each stage, and below it milestones and tasks as a list to tick. */
import { formatDay, formatSpan } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type OutlineNode, outlineOf, planSpan } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { STATUS_WORDS } from "#shared/domain/words.ts";
import { cleanText } from "./text.ts";

export function writeMarkdown(plan: Plan): string {
  const { roadmap } = plan;
  const outline = outlineOf(plan);
  const span = planSpan(outline);
  const parts = [`# ${plain(roadmap.name)}`];
  if (roadmap.vision.trim() !== "") parts.push(paragraph(roadmap.vision));
  if (span) parts.push(formatSpan(span.start, span.finish));
  for (const stage of outline.stages) parts.push(...stageParts(plan, stage));
  return `${parts.join("\n\n")}\n`;
}

function stageParts(plan: Plan, node: OutlineNode): string[] {
  const { item, spanStart, spanFinish } = node;
  const parts = [`## ${plain(item.name)}`];
  if (spanStart !== null && spanFinish !== null) parts.push(formatSpan(spanStart, spanFinish));
  if (item.kind === "stage" && item.goal !== "") parts.push(`*${plain(item.goal)}*`);
  if (item.notes !== "") parts.push(paragraph(item.notes));
  const lines: string[] = [];
  const stack = [...node.children].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    lines.push(...itemLines(plan, next, next.depth - 1));
    stack.push(...[...next.children].reverse());
  }
  if (lines.length > 0) parts.push(lines.join("\n"));
  return parts;
}

function itemLines(plan: Plan, node: OutlineNode, depth: number): string[] {
  const { item, start, finish } = node;
  const margin = "  ".repeat(depth);
  const name = (id: Id | null): string => plain(id === null ? "" : (plan.people.get(id)?.name ?? ""));
  const facts: string[] = [];
  if (start !== null && finish !== null)
    facts.push(item.kind === "milestone" ? formatDay(start) : formatSpan(start, finish));
  if (item.kind === "milestone" && item.ownerId !== null) facts.push(name(item.ownerId));
  if (item.kind === "task") {
    if (item.assignments.length > 0) facts.push(item.assignments.map((a) => name(a.personId)).join(", "));
    if (item.accountableId !== null) facts.push(`answers for it: ${name(item.accountableId)}`);
    if (!node.isGroup && !["not-started", "done"].includes(item.status))
      facts.push(STATUS_WORDS[item.status].toLowerCase());
  }
  const isDone =
    item.kind === "milestone" ? item.reachedOn !== null : item.kind === "task" && item.status === "done";
  const title =
    item.kind === "milestone" ? `**${plain(item.name) || "Unnamed"}**` : plain(item.name) || "Unnamed";
  const box = node.isGroup ? "" : isDone ? "[x] " : "[ ] ";
  const line = `${margin}- ${box}${title}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
  const notes = cleanText(item.notes)
    .split("\n")
    .filter((text) => text.trim() !== "");
  return [line, ...notes.map((text) => `${margin}  ${plain(text)}  `.trimEnd())];
}

function paragraph(text: string): string {
  return cleanText(text)
    .split("\n")
    .map((line) => plain(line))
    .join("\n")
    .trim();
}

/** Signs that mean something in Markdown stand for themselves. */
function plain(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~]/g, "\\$&")
    .replace(/^([-+]|\d+[.)])(?=\s)/, "\\$1");
}
