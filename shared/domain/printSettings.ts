/** How a roadmap is printed. It belongs to the roadmap, so that whoever prints it next gets the same document. */
import { z } from "zod";
import { idSchema, nameSchema } from "./fields.ts";
import { logoSchema } from "./logo.ts";

/** Sections of the printed document, in the order in which they stand in it. */
export const SECTIONS = [
  "cover",
  "contents",
  "plan",
  "changes",
  "stages",
  "timeline",
  "owners",
  "routines",
  "decisions",
  "log",
  "work",
] as const;
export type Section = (typeof SECTIONS)[number];

/** `own`: the sections that somebody chose one by one. */
export const PRESETS = ["board", "working", "handover", "own"] as const;
export type Preset = (typeof PRESETS)[number];

/** ISO 216 A4, A3 and A0; ANSI A (Letter) and ANSI B (Tabloid). */
export const PAPERS = ["A4", "Letter", "A3", "Tabloid", "A0"] as const;
export type Paper = (typeof PAPERS)[number];

export const ORIENTATIONS = ["landscape", "portrait"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const sectionOrientationSchema = z
  .object({ section: z.enum(SECTIONS), orientation: z.enum(ORIENTATIONS) })
  .readonly();

export const printSettingsSchema = z
  .object({
    preset: z.enum(PRESETS),
    /** Of the preset `own`; kept while another is chosen. */
    sections: z.array(z.enum(SECTIONS)).max(SECTIONS.length).readonly(),
    /** Null: what is usual where it is printed. */
    paper: z.enum(PAPERS).nullable(),
    orientation: z.enum(ORIENTATIONS),
    /** Sections that lie otherwise than the rest. */
    sectionOrientations: z.array(sectionOrientationSchema).max(SECTIONS.length).readonly(),
    /** The company's colour, `#rrggbb` in small letters. */
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable(),
    logo: logoSchema.nullable(),
    /** On the cover. Empty: the COO, and nobody in particular. */
    preparedBy: nameSchema,
    preparedFor: nameSchema,
    /** What the pair calls this state of the plan, for instance `Board draft 2`; empty: a mark worked out from it. */
    versionName: nameSchema,
    /** What changed since that baseline; null: since the last session, else since the one frozen last. */
    sinceBaselineId: idSchema.nullable(),
  })
  .readonly();
export type PrintSettings = z.infer<typeof printSettingsSchema>;

export const STANDARD_PRINT: PrintSettings = {
  preset: "working",
  sections: ["plan", "timeline", "decisions", "work"],
  paper: null,
  orientation: "landscape",
  sectionOrientations: [],
  colour: null,
  logo: null,
  preparedBy: "",
  preparedFor: "",
  versionName: "",
  sinceBaselineId: null,
};

const PRESET_SECTIONS: Record<Exclude<Preset, "own">, readonly Section[]> = {
  board: ["cover", "plan", "changes", "stages", "log"],
  working: ["plan", "changes", "stages", "timeline", "owners", "decisions", "work"],
  handover: SECTIONS,
};

/** What is printed, in the order of the document. */
export function sectionsOf({
  preset,
  sections,
}: Pick<PrintSettings, "preset" | "sections">): readonly Section[] {
  const chosen = preset === "own" ? sections : PRESET_SECTIONS[preset];
  return SECTIONS.filter((section) => chosen.includes(section));
}

export function orientationOf(settings: PrintSettings, section: Section): Orientation {
  const own = settings.sectionOrientations.findLast((one) => one.section === section);
  return own?.orientation ?? settings.orientation;
}
