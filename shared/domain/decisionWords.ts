/** What is said of who decides. */
import type { DecisionRight } from "./decisionRight.ts";
import { type Company, type FindingKind, isOverCeiling } from "./decisions.ts";
import type { Id } from "./fields.ts";
import { deciderAt, type Handover, keptBackBy } from "./handover.ts";
import { levelSentence } from "./handoverWords.ts";
import { moneyWords } from "./money.ts";
import type { Task } from "./task.ts";
import { isBlank, nameOrUntitled } from "./words.ts";

export function matterName({ name }: Pick<DecisionRight, "name">): string {
  return isBlank(name) ? "Untitled matter" : name.trim();
}

function nameOf({ people }: Company, id: Id | null): string {
  const name = people.get(id ?? "")?.name ?? "";
  return isBlank(name) ? "Somebody without a name" : name.trim();
}

/** The CEO by name: `Ana (CEO)`; `the CEO` while nobody is named. */
function ceoOf(company: Company): string {
  const { ceoId } = company.roadmap;
  return ceoId === null ? "the CEO" : `${nameOf(company, ceoId)} (CEO)`;
}

/** The CEO's name alone; `the CEO` while nobody is named. */
export function ceoName(company: Company): string {
  const { ceoId } = company.roadmap;
  return ceoId === null ? "the CEO" : nameOf(company, ceoId);
}

/** `up to €5,000`; nothing where money sets no limit. */
export function limitWords({ ceiling }: DecisionRight, currency: string): string {
  return ceiling === null ? "" : `up to ${moneyWords(ceiling, currency)}`;
}

/** How far the right in a matter goes, with names: `Bo asks Ana for advice first, then decides.` */
export function rightSentence(company: Company, right: DecisionRight): string {
  const ceo = ceoName(company);
  if (right.isReserved) return `Only ${ceo} decides.`;
  const holder = company.people.get(right.holderId ?? "");
  if (!holder) return `Nobody has been given it, so ${ceo} decides.`;
  if (holder.deletedAt !== null) return `${nameOf(company, holder.id)} lies in the bin, so ${ceo} decides.`;
  if (holder.id === company.roadmap.ceoId) return `${ceo} decides.`;
  return levelSentence(right.level, ceo, nameOf(company, holder.id));
}

/** What is outside of somebody's right, in one sentence. */
export function decisionSentence(
  company: Company,
  right: DecisionRight,
  task: Task,
  kind: FindingKind,
  personId: Id | null,
  handover: Handover | null,
): string {
  const matter = matterName(right);
  const { currency } = company.roadmap;
  const who = nameOf(company, personId);
  const what = `“${nameOrUntitled(task.name, "task")}”`;
  const ceo = ceoOf(company);
  const holder = nameOf(company, right.holderId);
  const limit = limitWords(right, currency);
  const commits = task.amount === null ? "" : ` and commits ${moneyWords(task.amount, currency)}`;
  switch (kind) {
    case "nobody":
      return `Nobody answers for ${what}, which decides about ${matter}${commits}.`;
    case "answerer-gone":
      return `${who} is to decide ${what} (${matter}) and lies in the bin.`;
    case "no-ceo":
      return `${what} decides about ${matter}${commits}, which takes the CEO, and nobody is named as CEO yet.`;
    case "ceo-gone":
      return `${what} decides about ${matter}${commits}, which takes ${ceo}, who lies in the bin.`;
    case "reserved":
      return `Only ${ceo} decides about ${matter}; ${who} is to decide ${what}${commits}.`;
    case "no-holder":
      return `Nobody has been given ${matter}, so ${ceo} decides; ${who} is to decide ${what}${commits}.`;
    case "holder-gone":
      return `${holder}, who decides about ${matter}, lies in the bin, so it is with ${ceo}; ${who} is to decide ${what}${commits}.`;
    case "level":
      return `${who} is to decide ${what}${commits}, but about ${matter} ${clause(levelSentence(right.level, ceoName(company), holder))}.`;
    case "ceiling": {
      const from = personId === right.holderId ? "" : `, as handed on by ${holder}`;
      return `${who} decides about ${matter} ${limit}${from}; ${what} commits ${moneyWords(task.amount ?? 0, currency)}.`;
    }
    case "not-theirs":
      return `${who} is to decide ${what}${commits}, but ${whoseWords(company, right, task, who)}.`;
    case "given-away":
      return givenAwaySentence(company, right, task, handover, what);
  }
}

/** Whose decision it is, for the end of a sentence about somebody who was not handed it. */
function whoseWords(company: Company, right: DecisionRight, task: Task, who: string): string {
  const matter = matterName(right);
  const { currency } = company.roadmap;
  const ceo = ceoOf(company);
  if (isOverCeiling(right, task))
    return `above ${moneyWords(right.ceiling ?? 0, currency)} only ${ceo} decides about ${matter}`;
  const limit = limitWords(right, currency);
  const about = `about ${matter}${limit && ` ${limit}`}`;
  const holder = nameOf(company, right.holderId);
  if (deciderAt(right.level) === "both")
    return `${holder} and ${ceo} decide ${about} together and have not handed it to ${who}`;
  return `${holder} decides ${about} and has not handed it to ${who}`;
}

function givenAwaySentence(
  company: Company,
  right: DecisionRight,
  task: Task,
  handover: Handover | null,
  what: string,
): string {
  const giver = nameOf(company, handover?.byId ?? null);
  const receiver = nameOf(company, handover?.toId ?? null);
  const matter = matterName(right);
  const isShared = handover !== null && deciderAt(handover.level) === "both";
  const asked = isShared
    ? `${giver} and ${receiver} are to decide ${what} together`
    : `${receiver} is to decide ${what}`;
  if (right.isReserved) return `${asked}, but only ${ceoOf(company)} decides about ${matter}.`;
  const kept = handover && keptBackBy(task.handovers, task.handovers.indexOf(handover));
  if (kept) return `${asked}, but ${giver}, who hands it over, was not given that much of the decision.`;
  if (isOverCeiling(right, task) && handover?.byId === right.holderId) {
    const { currency } = company.roadmap;
    const commits = moneyWords(task.amount ?? 0, currency);
    return `${asked}, but ${giver} decides about ${matter} ${limitWords(right, currency)} and it commits ${commits}.`;
  }
  return `${asked}${isShared ? "" : " alone"}, but ${giver}, who hands it over, does not decide about ${matter} alone.`;
}

/** A sentence as the end of another one; it begins with a name, so only its full stop goes. */
function clause(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
