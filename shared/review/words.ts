/** A review sheet in words, for the screen and to take along. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Assumption, Finding, Review } from "#shared/domain/review.ts";
import { isBlank } from "#shared/domain/words.ts";
import { moreWords, type Sheet, type SheetGroup, type SheetLine } from "./sheet.ts";
import type { Severity } from "./types.ts";

export const SEVERITY_WORDS: Record<Severity, string> = {
  stops: "Stops the plan",
  weakens: "Weakens the plan",
  look: "Worth a look",
};

export const OUTCOME_WORDS: Record<Assumption["outcome"], string> = {
  untested: "Not tested",
  held: "Held",
  failed: "Failed",
};

export const ANSWER_WORDS: Record<Finding["answer"], string> = {
  open: "Open",
  fixed: "Fixed",
  accepted: "Fine as it is",
};

export const PREMORTEM_QUESTION = "It is a year from now and this failed. Why?";

/** Markdown, as `Copy as text` gives it. */
export function reviewMarkdown(plan: Plan, review: Review, sheet: Sheet): string {
  const { name } = plan.roadmap;
  const by = plan.people.get(review.byId ?? "")?.name.trim();
  const dates = [
    `Begun on ${formatDay(review.on)}${by ? ` by ${by}` : ""}`,
    review.closedOn === null ? "still open" : `closed on ${formatDay(review.closedOn)}`,
  ];
  const parts = [
    `# ${line(name)}: review with fresh eyes`,
    `${dates.join(", ")}.`,
    section(
      PREMORTEM_QUESTION,
      review.premortem.map(({ text }) => `- ${line(text)}`),
    ),
    section("What the plan takes for true", review.assumptions.map(assumptionLine)),
    ...sheet.groups.map(groupText),
    isBlank(review.notes) ? "" : `## Notes\n\n${review.notes.trim()}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `## ${title}\n\n${lines.join("\n")}`;
}

function assumptionLine({ text, testBy, outcome, note }: Assumption): string {
  const by: Day | null = outcome === "untested" ? testBy : null;
  const facts = [OUTCOME_WORDS[outcome], by === null ? "" : `test by ${formatDay(by)}`, line(note)];
  return `- ${line(text)} (${facts.filter(Boolean).join("; ")})`;
}

function groupText({ title, severity, why, lines, more }: SheetGroup): string {
  const all = [...lines.map(findingLine), ...(more > 0 ? [`- ${moreWords(more)}`] : [])];
  return all.length === 0 ? "" : `## ${SEVERITY_WORDS[severity]}: ${title}\n\n${why}\n\n${all.join("\n")}`;
}

function findingLine({ text, answer, note }: SheetLine): string {
  const said = answer === "open" ? "" : ` **${ANSWER_WORDS[answer]}.**`;
  return `- ${line(text)}${said}${isBlank(note) ? "" : ` ${line(note)}`}`;
}

function line(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `Since it was closed: 3 gone, 5 still there, 2 new.` */
export function sinceWords({ groups, gone, added }: Sheet): string {
  const all = groups.reduce((sum, { lines, more }) => sum + lines.length + more, 0);
  const still = all - gone;
  return `Held against the plan as it is now: ${gone.toLocaleString("en")} gone, ${still.toLocaleString("en")} still there, ${added.toLocaleString("en")} new.`;
}
