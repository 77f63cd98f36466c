/** What the print page answers when it is asked for a picture. */
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import { pictureOutcomeSchema } from "#shared/print/picture.ts";
import type { DrawnPicture } from "./run.ts";

const TROUBLE =
  "The picture could not be drawn. Try again, or name a file that ends in .svg or .png instead.";

export function pictureFrom(answer: unknown): Result<DrawnPicture> {
  const outcome = pictureOutcomeSchema.safeParse(answer);
  if (!outcome.success) return refuse("picture.failed", TROUBLE);
  if (!outcome.data.ok) return refuse("picture.refused", outcome.data.message);
  const { content, width, height, left } = outcome.data;
  const isText = content.startsWith("<");
  return ok({ content: isText ? content : Buffer.from(content, "base64"), width, height, left });
}
