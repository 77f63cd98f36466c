/**
 * The sections a printed roadmap can have: what each is called, how it is laid out, and why it may be empty. A section
 * says what every one of its sheets is about, so that pages can be numbered before anything is drawn.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { PrintSettings, Section } from "#shared/domain/printSettings.ts";
import type { FlowPages } from "#shared/print/layout/flow.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { changePages } from "#shared/print/pages/changePages.ts";
import { decisionLogPages } from "#shared/print/pages/decisionLogPages.ts";
import { type DecisionPages, decisionPages } from "#shared/print/pages/decisionPages.ts";
import { ownerPages } from "#shared/print/pages/ownerPages.ts";
import { routinePages } from "#shared/print/pages/routinePages.ts";
import { stagePages } from "#shared/print/pages/stagePages.ts";
import { type WorkPages, workPages } from "#shared/print/pages/workPages.ts";
import { workSections } from "#shared/print/pages/workTable.ts";
import { type PlanPage, planPage } from "#shared/print/planPage/planPage.ts";
import { type Timeline, timelineSheets } from "#shared/print/timeline/timelineSheets.ts";
import type { ContentsPages } from "./contentsPages.ts";
import { type CoverPage, coverPage } from "./coverPage.ts";

/** What is drawn, by whom: one kind for every component of renderer/print. */
export type SectionBody =
  | { readonly kind: "cover"; readonly cover: CoverPage }
  | { readonly kind: "contents"; readonly contents: ContentsPages }
  | { readonly kind: "plan"; readonly page: PlanPage }
  /** Headings, sentences and tables. */
  | { readonly kind: "flow"; readonly pages: FlowPages }
  | { readonly kind: "timeline"; readonly timeline: Timeline }
  | { readonly kind: "decisions"; readonly decisions: DecisionPages }
  | { readonly kind: "work"; readonly work: WorkPages };

export interface LaidOut {
  readonly body: SectionBody;
  /** One for each sheet: what it is about, the same on every sheet of it. Empty: the section as a whole. */
  readonly about: readonly string[];
}

export interface SectionSetting {
  readonly plan: Plan;
  readonly settings: PrintSettings;
  readonly asOf: Day;
  readonly size: SheetSize;
  readonly measure: Measure;
}

interface SectionMaker {
  /** Null: there is nothing to print, for the reason given. */
  readonly layOut: (setting: SectionSetting) => LaidOut | null;
  /** Why it may be empty, and what would fill it. */
  readonly whenEmpty: string;
}

/** The contents are laid out last, from what the others hold. */
export const SECTION_MAKERS: Record<Exclude<Section, "contents">, SectionMaker> = {
  cover: {
    layOut: ({ plan, settings, asOf, size, measure }) => ({
      body: { kind: "cover", cover: coverPage(plan, settings, asOf, size, measure) },
      about: [""],
    }),
    whenEmpty: "",
  },
  plan: {
    layOut: ({ plan, settings, asOf, size, measure }) => ({
      body: { kind: "plan", page: planPage(plan, asOf, size, measure, settings.sinceBaselineId) },
      about: [""],
    }),
    whenEmpty: "",
  },
  changes: {
    layOut: ({ plan, settings, asOf, size, measure }) =>
      flowing(changePages(plan, asOf, size, measure, settings.sinceBaselineId), false),
    whenEmpty: "nothing was frozen to compare with: close a session or freeze a baseline",
  },
  stages: {
    layOut: ({ plan, settings, asOf, size, measure }) =>
      flowing(stagePages(plan, asOf, size, measure, settings.sinceBaselineId)),
    whenEmpty: "there are no stages yet",
  },
  timeline: {
    layOut({ plan, asOf, size, measure }) {
      const timeline = timelineSheets(plan, asOf, size, measure);
      if (!timeline) return null;
      const about = timeline.sheets.map(({ part }) => part.title.replace(/^Timeline(: )?/, ""));
      return { body: { kind: "timeline", timeline }, about };
    },
    whenEmpty: "nothing has a date yet",
  },
  owners: {
    layOut: ({ plan, asOf, size, measure }) => flowing(ownerPages(plan, asOf, size, measure)),
    whenEmpty: "nobody has anything open",
  },
  routines: {
    layOut: ({ plan, asOf, size, measure }) => flowing(routinePages(plan, asOf, size, measure), false),
    whenEmpty: "no routine runs",
  },
  decisions: {
    layOut({ plan, asOf, size, measure }) {
      const decisions = decisionPages(plan, asOf, size, measure);
      return decisions && { body: { kind: "decisions", decisions }, about: decisions.pages.map(() => "") };
    },
    whenEmpty: "no matter is written down yet",
  },
  log: {
    layOut: ({ plan, asOf, size, measure }) => flowing(decisionLogPages(plan, asOf, size, measure), false),
    whenEmpty: "nothing was decided or proposed yet",
  },
  work: {
    layOut({ plan, asOf, size, measure }) {
      const sections = workSections(plan, asOf);
      if (sections.every(({ rows }) => rows.length === 0)) return null;
      const work = workPages(sections, size, measure);
      return { body: { kind: "work", work }, about: work.sheets.map(() => "") };
    },
    whenEmpty: "no work is planned yet",
  },
};

/** `hasParts`: its sheets are about several things, which the contents name. */
function flowing(pages: FlowPages | null, hasParts = true): LaidOut | null {
  if (!pages || pages.sheets.length === 0) return null;
  return { body: { kind: "flow", pages }, about: pages.sheets.map(({ name }) => (hasParts ? name : "")) };
}
