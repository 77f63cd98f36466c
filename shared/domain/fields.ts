/** Field schemas that several entities share. Lengths guard the database and the page, not good taste. */
import { z } from "zod";

export type Id = string;

export const idSchema = z.string().min(1).max(80);
export const orderSchema = z.string().min(1).max(400);
export const MAX_NAME = 500;
export const nameSchema = z.string().max(MAX_NAME);
export const textSchema = z.string().max(100_000);

/** The first `length` UTF-16 units of a text, without half a character at the end. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** An instant, ISO 8601 in UTC with milliseconds. Used for bookkeeping (journal, bin), never for plan dates. */
export const instantSchema = z.iso.datetime({ offset: false });

/** Instant at which the item went to the bin, or null while it is live. Its contents go along unmarked. */
export const deletedAtSchema = instantSchema.nullable();
