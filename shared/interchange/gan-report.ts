/** What the import of a GanttProject file says about what it left out. */
import { count } from "#shared/domain/words.ts";
import type { ImportReport } from "./report.ts";

interface Topic {
  readonly what: (n: number) => string;
  readonly why: string;
}

const TOPICS = {
  unreadableDate: {
    what: (n) => count(n, "task"),
    why: "Their start date is missing or cannot be read.",
  },
  duration: {
    what: (n) => `Durations of ${count(n, "task")}`,
    why: "They cannot be read or are out of range, so each was given the nearest possible length.",
  },
  progress: {
    what: (n) => `Progress of ${count(n, "task")}`,
    why: "It is not a percentage from 0 to 100, so the nearest one was taken.",
  },
  milestoneLength: {
    what: (n) => `Durations of ${count(n, "milestone")}`,
    why: "A milestone is a single day: the day it starts in the file.",
  },
  milestoneGroup: {
    what: (n) => `The milestone mark of ${count(n, "item")}`,
    why: "An item that holds others became a stage or a group.",
  },
  groupDates: {
    what: (n) => `Dates of ${count(n, "group")} as the file has them`,
    why: "Here a group runs from the first to the last day of what it holds.",
  },
  sharedId: {
    what: (n) => `Links to and people of ${count(n, "task")}`,
    why: "Their number in the file is missing or belongs to another task, so nothing can be matched to them.",
  },
  unknownLink: { what: (n) => count(n, "link"), why: "One end is not in the file." },
  selfLink: { what: (n) => count(n, "link"), why: "It links an item to itself." },
  nestedLink: { what: (n) => count(n, "link"), why: "One end holds the other." },
  repeatedLink: { what: (n) => count(n, "link"), why: "The same two items are linked already." },
  loopLink: { what: (n) => count(n, "link"), why: "They would close a loop." },
  linkType: {
    what: (n) => `The kind of ${count(n, "link")}`,
    why: "It cannot be read, so they became finish-to-start links, as in GanttProject.",
  },
  linkGap: {
    what: (n) => `The gap of ${count(n, "link")}`,
    why: "It is not a number of days within 10,000.",
  },
  rubber: {
    what: (n) => `The “rubber” mark of ${count(n, "link")}`,
    why: "They are here as ordinary links; a rubber link lets the later item start later than it must.",
  },
  earliestStart: {
    what: (n) => `Earliest start dates of ${count(n, "item")}`,
    why: "The date cannot be read, or the item holds others and takes its dates from them.",
  },
  priority: { what: (n) => `Priorities of ${count(n, "item")}`, why: "Groundwork keeps no priorities." },
  colour: {
    what: (n) => `Colours and patterns of ${count(n, "item")}`,
    why: "Groundwork gives colours a meaning of its own.",
  },
  cost: { what: (n) => `Costs of ${count(n, "item")}`, why: "Groundwork keeps no costs." },
  rate: {
    what: (n) => `Pay rates of ${count(n, "person", "people")}`,
    why: "Groundwork keeps no pay rates.",
  },
  role: {
    what: (n) => `Roles of ${count(n, "person", "people")}`,
    why: "The file does not say what the role is called.",
  },
  personId: {
    what: (n) => `Assignments of ${count(n, "person", "people")}`,
    why: "Their number in the file is missing or belongs to somebody else.",
  },
  vacation: {
    what: (n) => count(n, "period of days off", "periods of days off"),
    why: "The file has these people work on those days, and here days off move work. Enter them on the person's page to see what moves.",
  },
  unreadableVacation: {
    what: (n) => count(n, "further period of days off", "further periods of days off"),
    why: "The person is not in the file, or the dates cannot be read.",
  },
  baselineDay: {
    what: (n) => `The day on which ${count(n, "baseline")} ${n === 1 ? "was" : "were"} frozen`,
    why: "The file does not keep it, so each bears the day of this import. Work finished now counts as finished then.",
  },
  emptyBaseline: {
    what: (n) => count(n, "baseline"),
    why: "Nothing in them is still in the file.",
  },
  previousTask: {
    what: (n) => `${count(n, "item")} in baselines`,
    why: "They are no longer in the file, or their dates cannot be read.",
  },
  unknownAssignment: {
    what: (n) => count(n, "assignment"),
    why: "The person or the task is not in the file.",
  },
  stageAssignment: {
    what: (n) => `${count(n, "assignment")} to stages`,
    why: "A stage has no people of its own; name them on its tasks.",
  },
  milestoneAssignment: {
    what: (n) => `${count(n, "assignment")} to milestones`,
    why: "A milestone has one owner.",
  },
  coordinator: {
    what: (n) => `${count(n, "further coordinator")} of tasks`,
    why: "One person answers for a task: the first that the file names. The others still do it.",
  },
  assignmentRole: {
    what: (n) => `Roles in ${count(n, "assignment")}`,
    why: "A person has one role here, whatever the task.",
  },
  load: {
    what: (n) => `The share of ${count(n, "assignment")}`,
    why: "It is not a percentage from 0 to 1,000.",
  },
  derivedField: {
    what: (n) => count(n, "field of your own", "fields of your own"),
    why: "GanttProject works them out from other fields.",
  },
  longText: { what: (n) => `The end of ${count(n, "text")}`, why: "They are longer than Groundwork keeps." },
  calendarDay: { what: (n) => `${count(n, "day")} of the calendar`, why: "Their date cannot be read." },
  neutralDay: {
    what: (n) => count(n, "marked day"),
    why: "They are neither days off nor working days, so they change no date.",
  },
  yearlyWorkingDay: {
    what: (n) => count(n, "yearly working day"),
    why: "GanttProject keeps to its week on such days, and so does the plan.",
  },
  noWorkingDay: {
    what: () => "The working week",
    why: "The file makes every day a day off, so Monday to Friday were taken.",
  },
} as const satisfies Record<string, Topic>;

export type TopicId = keyof typeof TOPICS;

export class ReportBuilder {
  readonly #left = new Map<TopicId, { count: number; names: Set<string> }>();
  readonly #brought: { what: string; count: number }[] = [];

  /** Notes one thing that was left out, with the name of where it stood. */
  leave(topic: TopicId, name?: string): void {
    const entry = this.#left.get(topic) ?? { count: 0, names: new Set<string>() };
    entry.count++;
    if (name !== undefined && name.trim() !== "") entry.names.add(name.trim());
    this.#left.set(topic, entry);
  }

  bring(what: string, n: number): void {
    if (n > 0) this.#brought.push({ what, count: n });
  }

  finish(source: string): ImportReport {
    const notBroughtIn = Object.entries(TOPICS).flatMap(([id, topic]) => {
      const entry = this.#left.get(id as TopicId);
      if (!entry) return [];
      const names = [...entry.names];
      return [{ what: topic.what(entry.count), why: topic.why, ...(names.length > 0 ? { names } : {}) }];
    });
    return { source, broughtIn: this.#brought, notBroughtIn };
  }
}
