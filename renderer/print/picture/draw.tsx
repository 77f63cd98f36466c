/** One page of a slide's size, laid out as the document's pages are and drawn as a picture. */
import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { measureText } from "#renderer/print/fonts.ts";
import { parseDocumentValue } from "#shared/document/parse.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { documentTitle } from "#shared/print/document/running.ts";
import {
  type PictureOptions,
  type PictureOutcome,
  type PictureRequest,
  pictureOptionsSchema,
  slideSize,
  timelinePicture,
} from "#shared/print/picture.ts";
import { PictureSheet } from "./PictureSheet.tsx";
import { pictureOf } from "./picture.ts";

export interface PicturePage {
  /** Loads what the plan's words are written in. */
  prepare(plan: Plan): Promise<void>;
  render(page: ReactElement, css: string): void;
}

const TROUBLE = "The picture could not be drawn. Save a copy of the roadmap, open it and try again.";

export async function drawPicture(request: PictureRequest, page: PicturePage): Promise<PictureOutcome> {
  const options = pictureOptionsSchema.safeParse(request.options);
  if (!options.success) return { ok: false, message: "Choose a picture of the plan or of the timeline." };
  const parsed = parseDocumentValue(request.document);
  if (!parsed.ok) return { ok: false, message: parsed.problem.message };
  try {
    await page.prepare(parsed.value);
    return await drawn(parsed.value, options.data, page);
  } catch (error) {
    reportError(error);
    return { ok: false, message: TROUBLE };
  }
}

async function drawn(plan: Plan, options: PictureOptions, page: PicturePage): Promise<PictureOutcome> {
  const size = slideSize();
  const { picture, rows, asOf } = options;
  const css = `:root { --content-width: ${size.contentWidth}pt; --content-height: ${size.contentHeight}pt; --zoom: 1; }`;
  flushSync(() =>
    page.render(
      <PictureSheet
        plan={plan}
        asOf={asOf}
        size={size}
        picture={picture}
        rows={rows}
        measure={measureText}
      />,
      css,
    ),
  );
  await document.fonts.ready;
  const section = document.querySelector("section.sheet");
  if (!section) return { ok: false, message: TROUBLE };
  const description = section.querySelector("[role=img]")?.getAttribute("aria-label") ?? "";
  const left =
    picture === "timeline" ? (timelinePicture(plan, asOf, size, rows, measureText)?.left ?? "") : "";
  return pictureOf(section, { size, title: documentTitle(plan), description, options, left });
}
