/** `Bo: call the landlord by 3 Dec`: who, what and by when, read from one line. */
import { type Day, formatDay, parseDayInput } from "./day.ts";
import type { Id } from "./fields.ts";
import { livePeople } from "./people.ts";
import type { Person } from "./person.ts";
import type { Plan } from "./plan.ts";
import { capital } from "./words.ts";

export interface ActionLine {
  /** What is to be done, without the name and the date. */
  readonly text: string;
  readonly toId: Id | null;
  readonly dueOn: Day | null;
}

/** A line of notes that asks somebody to do something begins with this. */
const OPENING = /^\s*>+\s*(\S.*)$/;
/** Stands there in its place once it is a task. */
const TAKEN_SIGN = "→";

/** The text of every line that begins with `>`, in order. */
export function actionLinesIn(notes: string): readonly string[] {
  return notes.split("\n").flatMap((line) => OPENING.exec(line)?.[1]?.trim() ?? []);
}

/** The same notes with those lines as they are to be read later on: `→ Bo Chen: Call the landlord by 3 Dec 2026`. */
export function withLinesTaken(plan: Plan, notes: string, today: Day): string {
  return notes
    .split("\n")
    .map((line) => {
      const said = OPENING.exec(line)?.[1];
      return said === undefined ? line : `${TAKEN_SIGN} ${actionWords(plan, parseAction(plan, said, today))}`;
    })
    .join("\n");
}

function actionWords(plan: Plan, { text, toId, dueOn }: ActionLine): string {
  const who = plan.people.get(toId ?? "")?.name.trim() ?? "";
  return `${who === "" ? "" : `${who}: `}${text}${dueOn === null ? "" : ` by ${formatDay(dueOn)}`}`;
}

/** A first word in small letters gets a capital; `iPad` and an address stay. */
function sentenceCase(text: string): string {
  const [word = ""] = text.split(/\s/, 1);
  const isPlain = /^[\p{L}\p{M}'’-]+[,;:.!?]?$/u.test(word) && word === word.toLocaleLowerCase("en");
  return isPlain ? capital(text) : text;
}

/** Names nobody and no day where the line gives none that can be read; nothing of the text is lost then. */
export function parseAction(plan: Plan, line: string, today: Day): ActionLine {
  const { toId, rest } = readPerson(plan, line.trim());
  const { dueOn, text } = readDue(rest, today);
  return { text: sentenceCase(text), toId, dueOn };
}

function readPerson(plan: Plan, line: string): { readonly toId: Id | null; readonly rest: string } {
  const match = /^([^:]{1,80}):\s*(\S.*)$/s.exec(line);
  const person = match?.[1] === undefined ? null : personCalled(plan, match[1]);
  return person && match?.[2] !== undefined
    ? { toId: person.id, rest: match[2] }
    : { toId: null, rest: line };
}

/** `CEO` and `COO` are names too. */
function personCalled(plan: Plan, wanted: string): Person | null {
  const people = livePeople(plan);
  const { ceoId, cooId } = plan.roadmap;
  const lead = { ceo: ceoId, coo: cooId }[fold(wanted)];
  return people.find(({ id }) => id === lead) ?? personNamed(people, wanted);
}

/** By whole name, else by the one person whose name, or a part of it, begins like that. */
export function personNamed(people: readonly Person[], wanted: string): Person | null {
  const key = fold(wanted);
  if (key === "") return null;
  const exact = people.find(({ name }) => fold(name) === key);
  if (exact) return exact;
  const parts = people.filter(({ name }) => fold(name).split(" ").includes(key));
  if (parts.length === 1) return parts[0] ?? null;
  const starts = people.filter(({ name }) => fold(name).startsWith(key));
  return starts.length === 1 ? (starts[0] ?? null) : null;
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLocaleLowerCase("en");
}

function readDue(line: string, today: Day): { readonly dueOn: Day | null; readonly text: string } {
  const match = /^(.*\S)[\s,;–-]+(?:by|until|due|before)\s+(\S.*?)\.?\s*$/is.exec(line);
  const dueOn = match?.[2] === undefined ? null : parseDayInput(match[2], today);
  return dueOn && match?.[1] !== undefined
    ? { dueOn, text: match[1].replace(/[\s,;–-]+$/, "") }
    : { dueOn: null, text: line };
}
