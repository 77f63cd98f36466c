/** What the printing page is asked for, and what it answers. Both hosts and the command line speak it. */
import { z } from "zod";
import { daySchema } from "#shared/domain/day.ts";
import { idSchema } from "#shared/domain/fields.ts";
import { documentAboutSchema } from "./about.ts";
import { ORIENTATIONS, PAPERS } from "./paper.ts";
import type { PictureOutcome, PictureRequest } from "./picture.ts";

/** The whole roadmap, only the page about who decides, to be signed, or what came of a session. */
export const PRINT_PARTS = ["roadmap", "decisions", "session"] as const;
export type PrintPart = (typeof PRINT_PARTS)[number];

export const printOptionsSchema = z
  .object({
    paper: z.enum(PAPERS),
    orientation: z.enum(ORIENTATIONS).default("landscape"),
    asOf: daySchema,
    part: z.enum(PRINT_PARTS).default("roadmap"),
    /** Which session, for that part. */
    sessionId: idSchema.nullable().default(null),
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

/** What `print.html` offers to whoever opened it, as `window.groundworkPrint`. */
export interface PrintPage {
  show(request: PrintRequest): Promise<PrintOutcome>;
  picture(request: PictureRequest): Promise<PictureOutcome>;
}
