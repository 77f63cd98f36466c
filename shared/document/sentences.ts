/** Plain sentences for what is wrong in a file, naming the place as a reader of the plan would. */
import { capital } from "#shared/domain/words.ts";
import { LISTS } from "./format.ts";
import { isRecord } from "./walk.ts";

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const DATE = "is not a date between the years 1900 and 2199";
const FIELDS: Readonly<Record<string, string>> = {
  id: "has no id of 1 to 80 characters",
  roadmapId: "does not say which roadmap it belongs to",
  kind: "is in the wrong list, or does not say what kind of row it is",
  order: "has no place in the order of its neighbours",
  name: "has a name that is not text of at most 500 characters",
  companyName: "has a company name that is not text of at most 500 characters",
  role: "has a role that is not text of at most 500 characters",
  notes: "has notes that are not text of at most 100,000 characters",
  goal: "has a goal that is not text of at most 100,000 characters",
  vision: "has a vision that is not text of at most 100,000 characters",
  start: `has a start that ${DATE}`,
  date: `has a date that ${DATE}`,
  startDate: `has a start date that ${DATE}`,
  reachedOn: `has a day of being reached that ${DATE}`,
  durationDays: "has a duration that is not a number of working days from 0 to 10,000",
  progressPct: "has a progress that is not a percentage from 0 to 100",
  effortHours: "has an amount of work that is not a number of hours from 0 to 1,000,000",
  hoursPerWeek: "has hours per week that are not a number from 0 to 168",
  status: "has a status that Groundwork does not know",
  health: "has a health that Groundwork does not know",
  type: "has a type that is not FS, SS, FF or SF",
  lagDays: "has a gap that is not a number of days from -10,000 to 10,000",
  lagKind: "has a gap that is counted in neither working nor elapsed days",
  rule: "has a rule for moving that is not keep, use or never",
  parentId: "does not say what it stands in",
  fromId: "does not say where it starts",
  toId: "does not say where it leads",
  ownerId: "has an owner who is not a person's id",
  accountableId: "names somebody to answer for it who is not a person's id",
  consultedIds: "names somebody to ask who is not a person's id",
  informedIds: "names somebody to tell who is not a person's id",
  handovers: "has a hand-over that cannot be read",
  ceoId: "has a CEO who is not a person's id",
  cooId: "has a COO who is not a person's id",
  assignments: "has an assignment that is not a person with a share from 0 to 1,000 percent",
  checklist: "has a checklist line that cannot be read",
  criteria: "has an acceptance criterion that cannot be read",
  calendar: "has working days that cannot be read",
  print: "has settings for printing, a logo among them, that cannot be read",
  createdAt: "has a time of creation that is not an ISO 8601 time in UTC",
  deletedAt: "has a time of deletion that is not an ISO 8601 time in UTC",
};

/** `Task “Sign the lease” has a start that is not a date between the years 1900 and 2199.` */
export function fieldSentence(name: string, issue: Issue | undefined): string {
  const field = issue?.path[0];
  if (field === undefined) return `${name} cannot be read.`;
  return `${name} ${FIELDS[String(field)] ?? `has a value for ${shortened(String(field))} that cannot be read`}.`;
}

/** `Task “Sign the lease”`, or `Task number 3 of the list` while it has no name. */
export function rowName(row: unknown, word: string, index: number): string {
  const kind = capital(word);
  const name = isRecord(row) && typeof row.name === "string" ? row.name.trim() : "";
  return name === "" ? `${kind} number ${index + 1} of the list` : `${kind} “${shortened(name)}”`;
}

/** The row a path through the document leads to, in words. */
export function placeOf(document: Readonly<Record<string, unknown>>, path: readonly PropertyKey[]): string {
  const [top, index] = path;
  if (top === "roadmap") return "The roadmap";
  const rows = LISTS.find(({ list }) => list === top);
  if (!rows) return "This file";
  const list = document[rows.list];
  if (typeof index !== "number" || !Array.isArray(list)) return `The list of ${rows.list}`;
  return rowName(list[index], rows.word, index);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join("")}…` : text;
}
