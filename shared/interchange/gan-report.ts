/** What the import of a GanttProject file says about what it left out. */
import { count } from "#shared/domain/words.ts";
import type { Losses, Topic } from "./losses.ts";
import { PROJECT_TOPICS } from "./project-report.ts";
import { LINK_TOPICS } from "./row-links.ts";

export const GAN_TOPICS = {
  ...LINK_TOPICS,
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
  groupDates: {
    what: (n) => `Dates of ${count(n, "group")} as the file has them`,
    why: "Here a group runs from the first to the last day of what it holds.",
  },
  linkType: {
    what: (n) => `The kind of ${count(n, "link")}`,
    why: "It cannot be read, so they became finish-to-start links, as in GanttProject.",
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
  ...PROJECT_TOPICS,
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
  emptyBaseline: {
    what: (n) => count(n, "baseline"),
    why: "Nothing in them is still in the file.",
  },
  previousTask: {
    what: (n) => `${count(n, "item")} in baselines`,
    why: "They are no longer in the file, or their dates cannot be read.",
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

export type GanLosses = Losses<keyof typeof GAN_TOPICS>;
