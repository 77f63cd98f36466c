/** The minutes of a session as Markdown, to be pasted into a message. Private notes are no part of them. */
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Session } from "#shared/domain/session.ts";
import { type SessionReport, sessionReport } from "./sessionReport.ts";

export function minutesMarkdown(plan: Plan, session: Session, today: Day): string {
  const report = sessionReport(plan, session, today);
  const blocks = [
    `# ${plain(report.title)}`,
    [
      report.day,
      report.attendees.length > 0 ? `With ${report.attendees.map(plain).join(", ")}` : "",
      report.length,
    ]
      .filter(Boolean)
      .join(" · "),
    section("What changed", changeLines(report)),
    section("What we decided", decidedLines(report)),
    section("Who does what by when", actionLines(report)),
    `## Next session\n\n${report.next}${report.left.length > 0 ? `\n\nCarried over: ${report.left.map(plain).join(", ")}` : ""}`,
    section("Notes", noteBlocks(report), "\n\n"),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[], between = "\n"): string {
  return lines.length === 0 ? "" : `## ${title}\n\n${lines.join(between)}`;
}

function changeLines({ changes, since }: SessionReport): string[] {
  if (since === null) return [];
  if (changes.length === 0) return [`Nothing changed since ${plain(since)}.`];
  return changes.flatMap(({ stage, lines, folds }) => [
    `- **${plain(stage)}**`,
    ...lines.map(
      ({ name, says, reason }) =>
        `  - ${plain(name)}: ${says.map(plain).join("; ")}${reason === "" ? "" : ` (${plain(reason)})`}`,
    ),
    ...folds.map(({ title, names }) => `  - ${title}: ${names.map(plain).join("; ")}`),
  ]);
}

function decidedLines({ decisions, gates, solved, raised }: SessionReport): string[] {
  return [
    ...decisions.map(
      ({ name, outcome, about }) =>
        `- **${plain(name)}**${outcome === "" ? "" : `: ${plain(outcome)}`} (${plain(about)})`,
    ),
    ...gates.map(
      ({ stage, words, note }) =>
        `- Gate of ${plain(stage)}: ${words}${note === "" ? "" : `. ${plain(note)}`}`,
    ),
    ...solved.map(({ name }) => `- Solved: ${plain(name)}`),
    ...raised.map(({ name }) => `- Raised, to be solved: ${plain(name)}`),
  ];
}

function actionLines({ people }: SessionReport): string[] {
  return people.flatMap(({ name, actions }) =>
    actions.map(
      ({ text, by, standing }) =>
        `- [${standing === "done" ? "x" : " "}] **${plain(name)}**: ${plain(text)}${by === "" ? "" : `, by ${by}`}`,
    ),
  );
}

function noteBlocks({ notes, minutes }: SessionReport): string[] {
  return [
    ...notes.map(({ name, text }) => `**${plain(name)}**\n\n${text}`),
    ...(minutes === "" ? [] : [minutes]),
  ];
}

/** One line, with the signs that Markdown would take for its own held back. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/([\\`*_[\]<>#])/g, "\\$1");
}
