/** Small readings of the elements of Microsoft Project XML. */
import { type Day, isDay } from "#shared/domain/day.ts";
import type { XmlElement } from "./xml.ts";

export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

/** The children of that name inside all lists of the other: `all(project, "Tasks", "Task")`. */
export function all(element: XmlElement, list: string, name: string): XmlElement[] {
  return element.children
    .filter((one) => one.name === list)
    .flatMap((one) => one.children.filter((item) => item.name === name));
}

export function textOf(element: XmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? "";
}

export function isOn(element: XmlElement, name: string): boolean {
  return /^(1|true)$/i.test(textOf(element, name));
}

export function numberIn(element: XmlElement, name: string): number | null {
  const text = textOf(element, name);
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? value : null;
}

/** The day of `2009-03-25T08:00:00`. */
export function dayIn(element: XmlElement, name: string): Day | null {
  const day = textOf(element, name).slice(0, 10);
  return isDay(day) ? day : null;
}

/** The time of `2009-03-25T08:00:00` as it is written, or an empty text. */
export function timeIn(element: XmlElement, name: string): string {
  return /T(\d{2}:\d{2}(?::\d{2})?)/.exec(textOf(element, name))?.[1] ?? "";
}

/** Minutes of `PT12H30M0S`; null when it is none. */
export function minutesIn(element: XmlElement, name: string): number | null {
  const match = /^P(?:(\d{1,7})D)?T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/.exec(
    textOf(element, name),
  );
  if (!match) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return days * 1_440 + hours * 60 + minutes + seconds / 60;
}
