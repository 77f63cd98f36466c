import type { Section } from "#shared/domain/printSettings.ts";

/** Heading of a section in the contents and among what is left out. */
export const SECTION_TITLES: Record<Section, string> = {
  cover: "Cover",
  contents: "Contents",
  plan: "Plan on a page",
  changes: "What changed",
  stages: "A page per stage",
  timeline: "Timeline",
  owners: "A sheet per person",
  routines: "Routines",
  decisions: "Who decides",
  log: "Decisions taken",
  work: "All work",
};
