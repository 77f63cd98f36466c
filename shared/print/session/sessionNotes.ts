/** Which notes of a session's items are printed: all of them or, so that two pages stay two, none. */
import type { SessionReport } from "./sessionReport.ts";

/** Lines of text that a second page of the smallest paper holds, and how many letters stand in one, at the least. */
const LINES = 40;
const WIDE = 130;
const HALF = 60;

/** Guessed on the high side: what does not fit stays in the app, and in the minutes to copy. */
export function notesThatFit(report: SessionReport): SessionReport["notes"] {
  const { people, minutes, notes } = report;
  const table = people.reduce((sum, { actions }) => sum + 2 + 1.6 * actions.length, 2);
  const foot = 3 + report.left.join(", ").length / WIDE;
  const said = minutes === "" ? 2 : 2 + linesIn(minutes, WIDE);
  const noted = notes.reduce((sum, { text }) => sum + 2 + linesIn(text, HALF), 0);
  // Items are not broken, so that one of the two columns can be longer than the other by the longest of them.
  const longest = Math.max(0, ...notes.map(({ text }) => 2 + linesIn(text, HALF)));
  return table + foot + said + (noted + longest) / 2 <= LINES ? notes : [];
}

function linesIn(text: string, width: number): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}
