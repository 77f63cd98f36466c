/** What the import of a Microsoft Project file says about what it left out. */
import { count } from "#shared/domain/words.ts";
import type { Losses, Topic } from "./losses.ts";
import { PROJECT_TOPICS } from "./project-report.ts";
import { LINK_TOPICS } from "./row-links.ts";

export const MSPDI_TOPICS = {
  noTasks: { what: () => "Tasks", why: "The file holds none." },
  blank: { what: (n) => count(n, "blank row"), why: "There is nothing in them." },
  undated: {
    what: (n) => `Dates of ${count(n, "task")}`,
    why: "They are missing or cannot be read, so these tasks stand on the first day of the plan.",
  },
  duration: {
    what: (n) => `Durations of ${count(n, "task")} as the file has them`,
    why: "They count hours of the clock, parts of days or days of another calendar, so each task runs from its first to its last day.",
  },
  finish: {
    what: (n) => `The last day of ${count(n, "task")}`,
    why: "It is no working day here, so the work ends on the working day before or after.",
  },
  times: {
    what: (n) => `Times of day of ${count(n, "task")}`,
    why: "Groundwork plans whole days.",
  },
  milestoneLength: {
    what: (n) => `Durations of ${count(n, "milestone")}`,
    why: "A milestone is a single day: the day it is reached in the file.",
  },
  stageRule: {
    what: (n) => `Rules for dates and deadlines of ${count(n, "stage")}`,
    why: "A stage takes its dates from what it holds.",
  },
  rule: {
    what: (n) => `Rules for dates of ${count(n, "task")}`,
    why: "Their kind or their date cannot be read.",
  },
  recurring: {
    what: (n) => count(n, "recurring task"),
    why: "Each of its runs came in as a task. Make a routine of it to have it repeat.",
  },
  taskCalendar: {
    what: (n) => `Calendars of ${count(n, "task")}`,
    why: "All work goes by the plan's calendar and by the days off of the people who do it.",
  },
  ...PROJECT_TOPICS,
  ...LINK_TOPICS,
  linkType: {
    what: (n) => `The kind of ${count(n, "link")}`,
    why: "It cannot be read, so they became finish-to-start links.",
  },
  linkShare: {
    what: (n) => `The gap of ${count(n, "link")} as a share of a duration`,
    why: "It became the number of days that it is now.",
  },
  material: {
    what: (n) => `${count(n, "resource")} that ${n === 1 ? "is" : "are"} no person`,
    why: "Groundwork keeps neither materials nor costs.",
  },
  personCalendar: {
    what: (n) => `Working weeks of ${count(n, "person", "people")}`,
    why: "Everybody has the plan's working days. Enter days off on the person's page.",
  },
  contact: {
    what: (n) => `Contacts of ${count(n, "task")}`,
    why: "Nobody in the file has that name; it stands in the notes.",
  },
  recurringDay: {
    what: (n) => `${count(n, "rule")} for days off that return`,
    why: "Only days that return every year on the same date can be kept.",
  },
  calendarDay: {
    what: (n) => count(n, "further day off or worked day", "further days off or worked days"),
    why: "They cannot be read, or are more than 5,000.",
  },
  noWorkingDay: {
    what: () => "The working week",
    why: "No day of it is worked in the file, so Monday to Friday are.",
  },
} as const satisfies Record<string, Topic>;

export type MspdiLosses = Losses<keyof typeof MSPDI_TOPICS>;
