/**
 * Everything the window and the desktop shell say to each other, each channel once: its direction, what goes
 * over and what comes back. Both ends take their types and their checks from here. Answers are `Result` values.
 */
import { z } from "zod";
import { COMMAND_IDS, type CommandId } from "#shared/commands/catalogue.ts";
import { daySchema } from "#shared/domain/day.ts";
import type { Result } from "#shared/domain/result.ts";
import { TEXT_FORMATS } from "#shared/interchange/formatNames.ts";
import { printProgressSchema } from "#shared/print/document/request.ts";
import { PICTURE_FORMATS } from "#shared/print/picture.ts";

/** Largest file that is read or written, in bytes of UTF-8. A 10,000-task roadmap is about 8 MiB. */
export const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** Extensions Groundwork opens, without the dot; its own first. */
export const DOCUMENT_EXTENSIONS = ["groundwork", "gan", "xml", "csv"] as const;

/** The name under which the preload script puts the shell's door into the page. */
export const HOST_KEY = "groundworkHost";

// A roadmap's name may be 500 characters long; a suggestion adds an extension.
const titleSchema = z.string().min(1).max(600);
const documentTextSchema = z.string().max(MAX_DOCUMENT_BYTES);
const cancelledSchema = z.strictObject({ outcome: z.literal("cancelled") });

const openedDocumentSchema = z.strictObject({ name: titleSchema, text: documentTextSchema });

/** What the print page is told besides the document. It may carry more than the shell needs to know. */
const pdfOptionsSchema = z.looseObject({ asOf: daySchema });

export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

/** From the window to the shell: one argument, one answer. */
export const CALLS = {
  "document.save": {
    argument: z.strictObject({
      suggestedName: titleSchema,
      text: documentTextSchema,
      /** A Groundwork file unless it says otherwise. */
      format: z.enum(TEXT_FORMATS).optional(),
    }),
    value: z.union([z.strictObject({ outcome: z.literal("saved"), name: titleSchema }), cancelledSchema]),
  },
  "picture.save": {
    argument: z.strictObject({
      suggestedName: titleSchema,
      format: z.enum(PICTURE_FORMATS),
      /** SVG as text, PNG as base64. */
      content: documentTextSchema.min(1),
    }),
    value: z.union([z.strictObject({ outcome: z.literal("saved"), name: titleSchema }), cancelledSchema]),
  },
  "document.open": {
    argument: z.strictObject({}),
    value: z.union([
      z.strictObject({ outcome: z.literal("opened"), ...openedDocumentSchema.shape }),
      cancelledSchema,
    ]),
  },
  "pdf.export": {
    argument: z.strictObject({
      document: documentTextSchema,
      options: pdfOptionsSchema,
      suggestedName: titleSchema,
    }),
    value: z.union([
      z.strictObject({
        outcome: z.literal("saved"),
        name: titleSchema,
        path: z.string().min(1),
        pages: z.int().min(1),
      }),
      cancelledSchema,
    ]),
  },
  /** Ends the export that is going on, if one is; its answer is `cancelled` then. */
  "pdf.cancel": { argument: z.strictObject({}), value: z.null() },
  "backup.write": {
    argument: z.strictObject({
      roadmapId: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/),
      name: titleSchema,
      text: documentTextSchema.min(1),
    }),
    value: z.strictObject({ fileName: titleSchema, kept: z.int().min(1) }),
  },
  /** The colours the window opens with next time, so that it does not flash white. */
  "window.theme": { argument: z.strictObject({ theme: z.enum(["light", "dark"]) }), value: z.null() },
  /** Answer to `app.closing`: null when everything is on disk, or a sentence saying what is not. */
  "window.readyToClose": {
    argument: z.strictObject({ unsaved: z.string().max(500).nullable() }),
    value: z.null(),
  },
} as const satisfies Record<string, { readonly argument: z.ZodType; readonly value: z.ZodType }>;

/** From the shell to the window. */
export const EVENTS = {
  "menu.command": z.strictObject({
    id: z.custom<CommandId>((id) => (COMMAND_IDS as readonly unknown[]).includes(id), "is not a command"),
  }),
  "app.closing": z.strictObject({}),
  "pdf.progress": printProgressSchema,
  /** A file named on the command line, by a second start, or handed over by the system. */
  "document.opened": resultSchema(openedDocumentSchema),
} as const satisfies Record<string, z.ZodType>;

export type CallChannel = keyof typeof CALLS;
export type CallArgument<C extends CallChannel> = z.infer<(typeof CALLS)[C]["argument"]>;
export type CallValue<C extends CallChannel> = z.infer<(typeof CALLS)[C]["value"]>;
export type CallResult<C extends CallChannel> = Result<CallValue<C>>;

export type EventChannel = keyof typeof EVENTS;
export type EventPayload<E extends EventChannel> = z.infer<(typeof EVENTS)[E]>;

/** What the preload script exposes to the page: named channels only, everything else stays outside. */
export interface GroundworkHost {
  call(channel: string, argument: unknown): Promise<unknown>;
  /** Returns a function that ends the subscription. Events sent before the first listener wait for it. */
  on(channel: string, listener: (payload: unknown) => void): () => void;
}

export function isCallChannel(channel: string): channel is CallChannel {
  return Object.hasOwn(CALLS, channel);
}

export function isEventChannel(channel: string): channel is EventChannel {
  return Object.hasOwn(EVENTS, channel);
}

/** A `Result` on the wire, for values of the given schema. */
export function resultSchema<T extends z.ZodType>(value: T) {
  return z.union([
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({
      ok: z.literal(false),
      problem: z.strictObject({ code: z.string(), message: z.string().min(1) }),
    }),
  ]);
}
