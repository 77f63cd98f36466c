/** What the import of a table says about what it left out. */
import { count } from "#shared/domain/words.ts";
import type { Losses, Topic } from "./losses.ts";
import { LINK_TOPICS } from "./row-links.ts";

export const CSV_TOPICS = {
  guessedDmy: {
    what: () => "Dates were read with the day first",
    why: "Nothing in the table says whether 3/4 is in March or in April. Choose month first if they look wrong.",
  },
  guessedMdy: {
    what: () => "Dates were read with the month first",
    why: "Most of the table makes sense this way only. Choose day first if they look wrong.",
  },
  nameless: { what: (n) => count(n, "row"), why: "They have no name." },
  unreadableDate: {
    what: (n) => `Dates of ${count(n, "row")}`,
    why: "They cannot be read as dates.",
  },
  undated: {
    what: (n) => `Dates of ${count(n, "row")} that the table does not have`,
    why: "They stand on the first day of the plan.",
  },
  duration: {
    what: (n) => `Durations of ${count(n, "row")}`,
    why: "They cannot be read, or the start and finish say otherwise, so each runs from its start to its finish.",
  },
  finish: {
    what: (n) => `The finish of ${count(n, "row")}`,
    why: "It is no working day, so the work ends on the working day before or after.",
  },
  week: {
    what: (n) => `The working week: ${count(n, "day")}`,
    why: "The durations of the table fit this week best. Change it in the roadmap's details.",
  },
  backwards: {
    what: (n) => `The finish of ${count(n, "row")}`,
    why: "It lies before the start, so the start and the duration were kept.",
  },
  milestoneSpan: {
    what: (n) => `Durations of ${count(n, "milestone")}`,
    why: "A milestone is a single day: the day it finishes in the table.",
  },
  milestoneGroup: {
    what: (n) => `The milestone mark of ${count(n, "row")}`,
    why: "A row that holds milestones became a group.",
  },
  milestonePeople: {
    what: (n) => `People of ${count(n, "milestone")}`,
    why: "A milestone has one owner: the first that the table names.",
  },
  groupPeople: {
    what: (n) => `People and states of ${count(n, "stage")}`,
    why: "A stage has neither; name them on its tasks.",
  },
  answersFor: {
    what: (n) => `Further people who answer for ${count(n, "row")}`,
    why: "One person answers for a task: the first that the table names.",
  },
  status: { what: (n) => `States of ${count(n, "row")}`, why: "Groundwork has no such state." },
  progress: {
    what: (n) => `Progress of ${count(n, "row")}`,
    why: "It is not a percentage from 0 to 100.",
  },
  gapText: { what: (n) => `Gaps of ${count(n, "link")}`, why: "They cannot be read as days." },
  ...LINK_TOPICS,
  column: {
    what: (n) => count(n, "column"),
    why: "Nothing in the plan was chosen for them.",
  },
} as const satisfies Record<string, Topic>;

export type CsvLosses = Losses<keyof typeof CSV_TOPICS>;
