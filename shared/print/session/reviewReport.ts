/** A review sheet in words, for paper. The sheet that is still open is told as it stands. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Review } from "#shared/domain/review.ts";
import { reviewName } from "#shared/domain/reviews.ts";
import { isBlank } from "#shared/domain/words.ts";
import { healthOf } from "#shared/review/health.ts";
import { moreWords, type SheetLine, sheetOf, tallyWords } from "#shared/review/sheet.ts";
import { ANSWER_WORDS, OUTCOME_WORDS, SEVERITY_WORDS } from "#shared/review/words.ts";

export interface ReviewLine {
  readonly id: Id;
  readonly text: string;
  /** `Fine as it is: the landlord pays`, `Not tested, test by 3 May 2027`; empty where nothing was said. */
  readonly said: string;
}

export interface ReviewGroup {
  readonly key: string;
  readonly severity: string;
  readonly title: string;
  readonly why: string;
  readonly lines: readonly ReviewLine[];
  /** `and 240 more`, or empty. */
  readonly more: string;
}

export interface ReviewReport {
  readonly title: string;
  readonly about: string;
  readonly premortem: readonly ReviewLine[];
  readonly assumptions: readonly ReviewLine[];
  readonly tally: string;
  readonly groups: readonly ReviewGroup[];
  readonly notes: string;
}

export function reviewReport(plan: Plan, review: Review, today: Day): ReviewReport {
  const sheet = sheetOf(review, healthOf(plan, today));
  const by = plan.people.get(review.byId ?? "")?.name.trim();
  const begun = `Begun on ${formatDay(review.on)}${by ? ` by ${by}` : ""}`;
  return {
    title: reviewName(review),
    about: `${begun}, ${review.closedOn === null ? "still open" : `closed on ${formatDay(review.closedOn)}`}`,
    premortem: review.premortem
      .filter(({ text }) => !isBlank(text))
      .map(({ id, text }) => ({ id, text: text.trim(), said: "" })),
    assumptions: review.assumptions
      .filter(({ text }) => !isBlank(text))
      .map(({ id, text, outcome, testBy, note }) => ({
        id,
        text: text.trim(),
        said: withNote(
          outcome === "untested" && testBy !== null
            ? `${OUTCOME_WORDS[outcome]}, test by ${formatDay(testBy)}`
            : OUTCOME_WORDS[outcome],
          note,
        ),
      })),
    tally: tallyWords(sheet, review.closedOn !== null),
    groups: sheet.groups
      .map(({ key, severity, title, why, lines, more }) => ({
        key,
        severity: SEVERITY_WORDS[severity],
        title,
        why,
        lines: lines.map(foundLine),
        more: more > 0 ? moreWords(more) : "",
      }))
      .filter(({ lines, more }) => lines.length > 0 || more !== ""),
    notes: review.notes.trim(),
  };
}

function foundLine({ key, text, answer, note }: SheetLine): ReviewLine {
  return { id: key, text, said: withNote(answer === "open" ? "" : ANSWER_WORDS[answer], note) };
}

function withNote(words: string, note: string): string {
  return [words, note.trim()].filter(Boolean).join(": ");
}
