/** The paper's size and what stands in its margins. The names come from the plan, so the rules are written here. */
import { formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { SheetSize } from "#shared/print/paper.ts";
import { companyOf } from "#shared/print/planHead.ts";
import type { PrintOptions, PrintPart } from "#shared/print/request.ts";
import { ellipsise, type Measure } from "#shared/print/text.ts";

const MARGIN_TEXT = { size: 7.5, weight: 400 };

const PART_NAMES: Record<PrintPart, string> = {
  roadmap: "Operational road map",
  decisions: "Who decides",
  session: "Planning session",
};

export function documentTitle(plan: Plan, part: PrintPart = "roadmap"): string {
  return `${companyOf(plan)} – ${PART_NAMES[part]}`;
}

export function pageRules(
  plan: Plan,
  options: Pick<PrintOptions, "paper" | "asOf"> & Partial<PrintOptions>,
  size: SheetSize,
  measure: Measure,
): string {
  const company = companyOf(plan);
  const name = plan.roadmap.name.trim();
  const running = name === "" || name === company ? PART_NAMES[options.part ?? "roadmap"] : name;
  const left = ellipsise(`${company}  ·  ${running}`, size.contentWidth - 120, MARGIN_TEXT, measure);
  const { margin, zoom } = size;
  const pt = (points: number): string => `${points * zoom}pt`;
  const type = `font-size: ${pt(MARGIN_TEXT.size)};`;
  return `
@page {
  size: ${size.width}pt ${size.height}pt;
  margin: ${margin.top}pt ${margin.side}pt ${margin.bottom}pt;
  @top-left { content: ${cssString(left)}; ${type} width: ${pt(size.contentWidth - 100)}; vertical-align: bottom; padding-bottom: ${pt(12)}; }
  @top-right { content: "Page " counter(page) " of " counter(pages); ${type} width: ${pt(100)}; vertical-align: bottom; padding-bottom: ${pt(12)}; text-align: right; }
  @bottom-left { content: ${cssString(`As of ${formatDay(options.asOf)}`)}; ${type} vertical-align: top; padding-top: ${pt(10)}; }
}
:root { --zoom: ${zoom}; --content-width: ${size.contentWidth}pt; --content-height: ${size.contentHeight}pt; }`;
}

/** A CSS string that holds any text (CSS Syntax 3, 4.3.5). */
export function cssString(text: string): string {
  const escaped = [...text].map((char) => {
    const code = char.codePointAt(0) ?? 0xfffd;
    return char === '"' || char === "\\" || code < 32 || code === 127 ? `\\${code.toString(16)} ` : char;
  });
  return `"${escaped.join("")}"`;
}
