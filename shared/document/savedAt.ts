import { z } from "zod";
import { instantSchema } from "#shared/domain/fields.ts";

const savedSchema = z.object({ exportedAt: instantSchema });

/** When the text of a `.groundwork` file was written, ISO 8601 UTC; null where it does not say. Never throws. */
export function savedAtOf(text: string): string | null {
  try {
    return savedSchema.parse(JSON.parse(text.replace(/^\uFEFF/, ""))).exportedAt;
  } catch {
    return null;
  }
}
