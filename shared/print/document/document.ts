/**
 * The printed roadmap as a whole: its sections, the sheets of each with their page numbers, and what is left out.
 * All of it is known before anything is drawn, so that contents, preview and paper say the same.
 */
import type { Day } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import {
  orientationOf,
  type Paper,
  type PrintSettings,
  type Section,
  sectionsOf,
} from "#shared/domain/printSettings.ts";
import { type SheetSize, sheetSize } from "#shared/print/layout/paper.ts";
import type { Measure } from "#shared/print/layout/text.ts";
import { type ContentsPages, contentsPages, type Heading } from "./contentsPages.ts";
import { type LeftOut, leftOutOf } from "./leftOut.ts";
import { type LaidOut, SECTION_MAKERS, type SectionBody, type SectionSetting } from "./sections.ts";
import { SECTION_TITLES } from "./sectionTitles.ts";

export interface DocumentSection {
  readonly section: Section;
  readonly title: string;
  readonly size: SheetSize;
  readonly body: SectionBody;
  /** Of its first sheet, 1 the first of the document. */
  readonly firstPage: number;
  readonly about: readonly string[];
}

export interface PrintDocument {
  readonly sections: readonly DocumentSection[];
  readonly pageCount: number;
  /** Of contents and bookmarks, in order. */
  readonly headings: readonly Heading[];
  readonly leftOut: readonly LeftOut[];
}

export interface DocumentSetting {
  readonly plan: Plan;
  readonly settings: PrintSettings & { readonly paper: Paper };
  readonly asOf: Day;
  readonly measure: Measure;
  /** Sections of the same plan that were laid out before, kept from one preview to the next. */
  readonly known?: KnownSections;
}

export type KnownSections = Map<string, LaidOut | null>;

/** How far the layout is: sections done, of how many. */
export interface LayoutStep {
  readonly done: number;
  readonly of: number;
}

type Draft = Omit<DocumentSection, "firstPage">;

/** Laid out in one go. */
export function printDocument(setting: DocumentSetting): PrintDocument {
  const steps = layingOut(setting);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a section at a time, so that whoever asks can draw, show how far it is, or stop. */
export function* layingOut(setting: DocumentSetting): Generator<LayoutStep, PrintDocument> {
  const chosen = sectionsOf(setting.settings);
  const drafts: Draft[] = [];
  const empty: Section[] = [];
  for (const [done, section] of chosen.entries()) {
    yield { done, of: chosen.length };
    if (section === "contents") continue;
    const size = sizeOf(setting, section);
    const laid = laidOut(section, { ...setting, size }, setting.known);
    if (laid) drafts.push({ section, title: SECTION_TITLES[section], size, ...laid });
    else empty.push(section);
  }
  const sections = chosen.includes("contents") ? withContents(drafts, setting) : numbered(drafts, 0);
  return {
    sections,
    pageCount: sections.reduce((sum, { about }) => sum + about.length, 0),
    headings: headingsOf(sections),
    leftOut: leftOutOf(setting.plan, empty),
  };
}

function sizeOf({ settings }: DocumentSetting, section: Section): SheetSize {
  return sheetSize(settings.paper, orientationOf(settings, section));
}

function laidOut(
  section: Exclude<Section, "contents">,
  setting: SectionSetting,
  known: KnownSections = new Map(),
): LaidOut | null {
  const { settings, asOf, size } = setting;
  // The cover says what the settings say, and is laid out in no time.
  const key = [section, size.paper, size.orientation, asOf, settings.sinceBaselineId].join(" ");
  const found = section === "cover" ? undefined : known.get(key);
  if (found !== undefined) return found;
  const laid = SECTION_MAKERS[section].layOut(setting);
  known.set(key, laid);
  return laid;
}

/** The contents take as many sheets as there are headings for, whatever their page numbers. */
function withContents(drafts: readonly Draft[], setting: DocumentSetting): DocumentSection[] {
  const size = sizeOf(setting, "contents");
  const lay = (sections: readonly DocumentSection[]): ContentsPages =>
    contentsPages(headingsOf(sections), size, setting.measure);
  const cover = drafts.filter(({ section }) => section === "cover");
  const rest = drafts.filter(({ section }) => section !== "cover");
  const sheets = lay(numbered(rest, 0)).sheets.length;
  if (sheets === 0) return numbered(drafts, 0);
  const front = numbered(cover, 0);
  const after = numbered(rest, cover.length + sheets);
  const contents = lay(after);
  return [
    ...front,
    {
      section: "contents",
      title: SECTION_TITLES.contents,
      size,
      body: { kind: "contents", contents },
      firstPage: front.length + 1,
      about: contents.sheets.map(() => ""),
    },
    ...after,
  ];
}

function numbered(drafts: readonly Draft[], before: number): DocumentSection[] {
  let page = before + 1;
  return drafts.map((draft) => {
    const firstPage = page;
    page += draft.about.length;
    return { ...draft, firstPage };
  });
}

/** A section, and under it what its sheets are about where that is more than one thing. */
function headingsOf(sections: readonly DocumentSection[]): Heading[] {
  return sections
    .filter(({ section }) => section !== "cover" && section !== "contents")
    .flatMap(({ title, about, firstPage }): Heading[] => {
      const parts = about.flatMap((name, at) =>
        name !== "" && name !== about[at - 1]
          ? [{ title: name, level: 2 as const, page: firstPage + at }]
          : [],
      );
      return [{ title, level: 1, page: firstPage }, ...(parts.length > 1 ? parts : [])];
    });
}
