/** What the printing page is asked for, and what it answers. Both hosts and the command line speak it. */
import { z } from "zod";
import { daySchema } from "#shared/domain/day.ts";
import { idSchema } from "#shared/domain/fields.ts";
import {
  ORIENTATIONS,
  PAPERS,
  PRESETS,
  printSettingsSchema,
  SECTIONS,
  type Section,
} from "#shared/domain/printSettings.ts";
import type { PictureOutcome, PictureRequest } from "#shared/print/picture.ts";
import { documentAboutSchema } from "./about.ts";
import type { LeftOut } from "./leftOut.ts";

/** The whole roadmap, only the page about who decides, to be signed, what came of a session, or a review sheet. */
export const PRINT_PARTS = ["roadmap", "decisions", "session", "review"] as const;
export type PrintPart = (typeof PRINT_PARTS)[number];

export const printOptionsSchema = z
  .object({
    asOf: daySchema,
    /** Instead of the roadmap's own, to try them out. */
    settings: printSettingsSchema.optional(),
    /** What these say outranks the settings; sections outrank a preset, and one orientation goes for all. */
    preset: z.enum(PRESETS).optional(),
    sections: z.array(z.enum(SECTIONS)).min(1).readonly().optional(),
    paper: z.enum(PAPERS).optional(),
    orientation: z.enum(ORIENTATIONS).optional(),
    part: z.enum(PRINT_PARTS).default("roadmap"),
    /** Which session, for that part. */
    sessionId: idSchema.nullable().default(null),
    /** Which review, for that part. */
    reviewId: idSchema.nullable().default(null),
  })
  .readonly();
export type PrintOptions = z.infer<typeof printOptionsSchema>;

/** `document` is the content of a `.groundwork` file, already read as JSON. */
export interface PrintRequest {
  readonly document: unknown;
  readonly options: unknown;
}

export const printOutcomeSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), about: documentAboutSchema }).readonly(),
  z.object({ ok: z.literal(false), message: z.string().min(1) }).readonly(),
]);
export type PrintOutcome = z.infer<typeof printOutcomeSchema>;

/** What a preview shows, told to whoever asked for it. */
export interface Previewed {
  readonly pages: number;
  readonly sections: readonly { readonly section: Section; readonly pages: number }[];
  readonly leftOut: readonly LeftOut[];
}

/** `superseded`: another preview was asked for meanwhile. */
export type PreviewOutcome =
  | { readonly outcome: "shown"; readonly previewed: Previewed }
  | { readonly outcome: "superseded" }
  | { readonly outcome: "refused"; readonly message: string };

/** How far a document is: first its sections are laid out, then its sheets drawn, then all of it written. */
export const printProgressSchema = z
  .object({
    step: z.enum(["laying out", "drawing", "writing"]),
    done: z.int().min(0),
    of: z.int().min(0),
  })
  .readonly();
export type PrintProgress = z.infer<typeof printProgressSchema>;

/** What `print.html` offers to whoever opened it, as `window.groundworkPrint`. */
export interface PrintPage {
  show(request: PrintRequest): Promise<PrintOutcome>;
  /** The same sheets to look at, each drawn when it is scrolled to. */
  preview(request: PrintRequest): Promise<PreviewOutcome>;
  /** How many pages stand beside each other, 1 to 4. */
  setColumns(columns: number): void;
  setTheme(theme: "light" | "dark"): void;
  /** Asked while `show` is at work; null before and after. */
  progress(): PrintProgress | null;
  picture(request: PictureRequest): Promise<PictureOutcome>;
}
