/** Sheets of the document's sizes and what stands in their margins. The words come from the plan, so the rules are written here. */
import type { PrintSettings } from "#shared/domain/printSettings.ts";
import { accentOf } from "#shared/print/document/accent.ts";
import { HEAD_LOGO, logoIn, type PlacedLogo } from "#shared/print/document/logoIn.ts";
import { MARGIN_TEXT, PAGE_NUMBER_ROOM, type RunningWords } from "#shared/print/document/running.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";

/** Above the sheet's content, on a line with the words beside it. */
const HEAD_LOGO_LIFT = 10;

/** A kind of sheet: its size, and whether it is a cover, which has no head. */
export interface PageKind {
  readonly name: string;
  readonly size: SheetSize;
  readonly isCover: boolean;
}

export function pageKind(size: SheetSize, isCover = false): PageKind {
  const name = `${size.paper}-${size.orientation}${isCover ? "-cover" : ""}`.toLowerCase();
  return { name, size, isCover };
}

/** One rule for each kind of sheet, and the company's colour. */
export function pageRules(
  kinds: readonly PageKind[],
  wordsFor: (size: SheetSize) => RunningWords,
  { colour, logo }: Pick<PrintSettings, "colour" | "logo">,
): string {
  const unique = [...new Map(kinds.map((kind) => [kind.name, kind])).values()];
  const accent = accentOf(colour);
  return [
    `:root { --brand: ${accent.rule}; --brand-text: ${accent.text}; }`,
    ...unique.map((kind) => pageRule(kind, wordsFor(kind.size), logoIn(logo, HEAD_LOGO))),
  ].join("\n");
}

function pageRule(
  { name, size, isCover }: PageKind,
  { head, foot }: RunningWords,
  logo: PlacedLogo | null,
): string {
  const { margin, zoom } = size;
  const pt = (points: number): string => `${points * zoom}pt`;
  const type = `font-size: ${pt(MARGIN_TEXT.size)};`;
  const top = isCover
    ? ""
    : `@top-left { content: ${cssString(head)}; ${type} width: ${pt(size.contentWidth - (logo?.width ?? 0))}; vertical-align: bottom; padding-bottom: ${pt(12)}; }
  ${logo ? logoBox(logo, pt) : ""}`;
  return `@page ${name} {
  size: ${size.width}pt ${size.height}pt;
  margin: ${margin.top}pt ${margin.side}pt ${margin.bottom}pt;
  ${top}
  @bottom-left { content: ${cssString(foot)}; ${type} width: ${pt(size.contentWidth - PAGE_NUMBER_ROOM)}; vertical-align: top; padding-top: ${pt(10)}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${type} width: ${pt(PAGE_NUMBER_ROOM)}; vertical-align: top; padding-top: ${pt(10)}; text-align: right; }
}
.leaf[data-page="${name}"] { page: ${name}; --zoom: ${zoom}; --content-width: ${size.contentWidth}pt; --content-height: ${size.contentHeight}pt; }`;
}

function logoBox({ url, width, height }: PlacedLogo, pt: (points: number) => string): string {
  const place = `${pt(width)} ${pt(height)}`;
  return `@top-right { content: ""; width: ${pt(width)}; background: url(${cssString(url)}) right bottom ${pt(HEAD_LOGO_LIFT)} / ${place} no-repeat; }`;
}

/** A CSS string that holds any text (CSS Syntax 3, 4.3.5). */
export function cssString(text: string): string {
  const escaped = [...text].map((char) => {
    const code = char.codePointAt(0) ?? 0xfffd;
    return char === '"' || char === "\\" || code < 32 || code === 127 ? `\\${code.toString(16)} ` : char;
  });
  return `"${escaped.join("")}"`;
}
