/** What a printed roadmap does not hold, so that nobody misses it on paper. */
import { binOf } from "#shared/domain/operations/bin.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { Section } from "#shared/domain/printSettings.ts";
import { count, isBlank } from "#shared/domain/words.ts";
import { SECTION_MAKERS } from "./sections.ts";
import { SECTION_TITLES } from "./sectionTitles.ts";

export interface LeftOut {
  /** `Private notes`, `What changed`. */
  readonly what: string;
  /** `never printed`. */
  readonly why: string;
}

/** `empty`: sections that were asked for and hold nothing. */
export function leftOutOf(plan: Plan, empty: readonly Section[]): readonly LeftOut[] {
  const withNotes = [...plan.sessions.values()].filter(({ privateNotes }) => !isBlank(privateNotes)).length;
  const inBin = binOf(plan).reduce((sum, { holds }) => sum + 1 + holds, 0);
  return [
    ...empty.map((section) => ({ what: SECTION_TITLES[section], why: whyEmpty(section) })),
    {
      what: "Private notes",
      why: withNotes === 0 ? "never printed" : `of ${count(withNotes, "session")}: never printed`,
    },
    { what: "Notes of stages, milestones, tasks and people", why: "they stay in the app" },
    ...(inBin > 0 ? [{ what: "The bin", why: `${count(inBin, "thing")} in it` }] : []),
  ];
}

function whyEmpty(section: Section): string {
  return section === "contents" ? "there is nothing to list" : SECTION_MAKERS[section].whenEmpty;
}
