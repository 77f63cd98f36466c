/** Rows that are about to be put into a plan, held against their schemas. */
import { type Entity, entitySchemas } from "#shared/domain/entity.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";

/** The row, or a sentence about the first field that is out of range. */
export function checked<T extends Entity>(row: T): Result<T> {
  const parsed = entitySchemas[row.kind].safeParse(row);
  return parsed.success ? ok(row) : refuse("invalid", fieldProblem(parsed.error.issues[0]));
}

const FIELD_WORDS: Record<string, string> = {
  name: "The name is too long (500 characters at most).",
  durationDays: "A duration is a number of working days from 0 to 10,000.",
  effortHours: "Work is a number of hours, 0 or more.",
  progressPct: "Progress is a percentage from 0 to 100.",
  hoursPerWeek: "Hours per week go from 0 to 168.",
  start: "That is not a date between the years 1900 and 2199.",
  date: "That is not a date between the years 1900 and 2199.",
  lagDays: "A gap is a number of days, at most 10,000.",
  companyName: "The company's name is too long (500 characters at most).",
  vision: "The vision is too long (100,000 characters at most).",
  visionLines: "A sentence of the vision has at most 500 characters, and there can be 20 of them.",
  startDate: "That is not a date between the years 1900 and 2199.",
  role: "The role is too long (500 characters at most).",
  daysOff: "Days off need a first and a last day, and at most 1,000 of them can be noted.",
  deadline: "That is not a date between the years 1900 and 2199.",
  actualStart: "That is not a date between the years 1900 and 2199.",
  actualFinish: "That is not a date between the years 1900 and 2199.",
  statusDate: "That is not a date between the years 1900 and 2199.",
  rule: "This rule cannot be used. Choose one of the common rules instead.",
  firstRun: "That is not a date between the years 1900 and 2199.",
  endedOn: "That is not a date between the years 1900 and 2199.",
  doneOn: "That is not a date between the years 1900 and 2199.",
  minutes: "Minutes go from 0 to 10,080, which is a week.",
  steps: "A step is text of at most 500 characters, and there can be 500 of them.",
  commission: "The routine needs a name of at most 500 characters, and minutes from 0 to 10,080.",
  engagement: "An engagement ends after it begins, and has at most 31 days a month.",
  wantedCeoPct: "A wanted share is a percentage from 0 to 100.",
  wantedStrategyPct: "A wanted share is a percentage from 0 to 100.",
  premortem: "A reason has at most 500 characters, and there can be 200 of them.",
  assumptions: "An assumption has at most 500 characters, and there can be 200 of them.",
  findings: "A sheet has room for 2,000 findings. Close it and start a new one.",
  note: "The note is too long (100,000 characters at most).",
  notes: "The notes are too long (100,000 characters at most).",
  amount: "An amount of money goes from 0 to 1,000,000,000,000.",
  ceiling: "An amount of money goes from 0 to 1,000,000,000,000.",
  reviewOn: "That is not a date between the years 1900 and 2199.",
  gateCriteria:
    "A criterion and each of its figures have at most 500 characters; a stage has at most 100 criteria.",
  options: "An option is text of at most 500 characters, and there can be 50 of them.",
  context: "The text is too long (100,000 characters at most).",
  outcome: "The text is too long (100,000 characters at most).",
  itemIds: "A decision can touch 500 items at most.",
  decidedOn: "That is not a date between the years 1900 and 2199.",
  ratifiedOn: "That is not a date between the years 1900 and 2199.",
  raisedOn: "That is not a date between the years 1900 and 2199.",
  print: "Check what was chosen for printing: texts of at most 500 characters, and a PNG or JPEG logo.",
  currency: "A currency is a code of three letters, such as EUR.",
};

/** What is wrong with a field, in a sentence. */
export function fieldProblem(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): string {
  const field = String(issue?.path[0] ?? "");
  return (
    FIELD_WORDS[field] ??
    `The value for ${field || "this field"} is not valid: ${issue?.message ?? "unknown"}.`
  );
}
