/** Small readings of GanttProject's attributes and notes. */
import { type Day, isDay } from "#shared/domain/day.ts";
import type { GanLosses } from "./gan-report.ts";
import type { XmlElement } from "./xml.ts";

const MAX_NAME = 500;
const MAX_TEXT = 100_000;

export function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}

export function isTrue(element: XmlElement, name: string): boolean {
  return attribute(element, name).trim().toLowerCase() === "true";
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The number an attribute holds, or null when it is missing or none. */
export function numberOf(element: XmlElement, name: string): number | null {
  const text = attribute(element, name).trim();
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : null;
}

/** `2024-05-27`; a time behind it is left off, and months and days may have one digit. */
export function dayOf(text: string): Day | null {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  if (!match) return null;
  const day = `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}

/** GanttProject keeps links of tasks URL-encoded. */
export function linkOf(element: XmlElement): string {
  const raw = attribute(element, "webLink").trim();
  if (raw === "" || raw === "http://") return "";
  try {
    return decodeURIComponent(raw.replaceAll("+", " ")).trim();
  } catch {
    return raw;
  }
}

/** Text of an element without the indentation that pretty-printing put around and inside it. */
export function dedented(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const margins = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const inner = margins.length > 1 && lines[0]?.trim() !== "" ? margins.slice(1) : margins;
  const margin = inner.reduce((least, m) => Math.min(least, m), Number.MAX_SAFE_INTEGER);
  const cut = lines.map((line) =>
    line.slice(Math.min(margin, line.length - line.trimStart().length)).trimEnd(),
  );
  return cut.join("\n").trim();
}

export function nameWithin(text: string, report: GanLosses): string {
  return within(text.trim(), MAX_NAME, report);
}

export function textWithin(lines: readonly string[], report: GanLosses): string {
  return within(lines.filter((line) => line !== "").join("\n"), MAX_TEXT, report);
}

function within(text: string, limit: number, report: GanLosses): string {
  if (text.length <= limit) return text;
  report.leave("longText", `${text.slice(0, 40)}…`);
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
