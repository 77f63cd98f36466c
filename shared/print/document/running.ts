/** What stands in the margins of every sheet. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle } from "#shared/print/layout/text.ts";
import { companyOf } from "#shared/print/planPage/planHead.ts";
import type { PrintPart } from "./request.ts";
import { versionWords } from "./version.ts";

export const MARGIN_TEXT: TextStyle = { size: 7.5, weight: 400 };
/** Points of the layout, kept for the page number beside the foot. */
export const PAGE_NUMBER_ROOM = 100;

const PART_NAMES: Record<PrintPart, string> = {
  roadmap: "Operational road map",
  decisions: "Who decides",
  session: "Planning session",
  review: "Review with fresh eyes",
};

export interface RunningWords {
  /** `Corner Pizza  ·  Three-year plan`. */
  readonly head: string;
  /** `As of 1 Mar 2027  ·  Board draft 2`. */
  readonly foot: string;
}

export function documentTitle(plan: Plan, part: PrintPart = "roadmap"): string {
  return `${companyOf(plan)} – ${PART_NAMES[part]}`;
}

export function runningWords(
  plan: Plan,
  { asOf, part, versionName }: { readonly asOf: Day; readonly part: PrintPart; readonly versionName: string },
  { contentWidth }: SheetSize,
  measure: Measure,
): RunningWords {
  const company = companyOf(plan);
  const name = plan.roadmap.name.trim();
  const running = name === "" || name === company ? PART_NAMES[part] : name;
  const cut = (text: string): string =>
    ellipsise(text, contentWidth - PAGE_NUMBER_ROOM - 20, MARGIN_TEXT, measure);
  return {
    head: cut(`${company}  ·  ${running}`),
    foot: cut(`As of ${formatDay(asOf)}  ·  ${versionWords(plan, versionName)}`),
  };
}
