/** The cover: whose roadmap it is, which state of it, who made it for whom, and where it goes. Units are points. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import type { PrintSettings } from "#shared/domain/printSettings.ts";
import { isBlank } from "#shared/domain/words.ts";
import { personName } from "#shared/print/layout/owners.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { apart, type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { companyOf } from "#shared/print/planPage/planHead.ts";
import { logoIn, type PlacedLogo } from "./logoIn.ts";
import { versionWords } from "./version.ts";

export interface CoverFact {
  readonly label: string;
  readonly value: readonly string[];
}

export interface CoverPage {
  readonly logo: PlacedLogo | null;
  readonly company: readonly string[];
  /** Empty where the roadmap is called as the company is. */
  readonly name: readonly string[];
  readonly vision: readonly string[];
  readonly facts: readonly CoverFact[];
}

export const COVER_TEXT = {
  company: { size: 34, weight: 600 },
  name: { size: 16, weight: 400 },
  vision: { size: 14, weight: 400 },
  fact: { size: 9.5, weight: 600 },
} as const satisfies Record<string, TextStyle>;

const LOGO_ROOM = { width: 190, height: 64 };
/** Widest a line of the vision is read with ease. */
const VISION_WIDTH = 460;
const FACT_GAP = 20;

export function coverPage(
  plan: Plan,
  settings: PrintSettings,
  asOf: Day,
  { contentWidth }: SheetSize,
  measure: Measure,
): CoverPage {
  const { roadmap } = plan;
  const company = companyOf(plan);
  const name = roadmap.name.trim() === company ? "" : roadmap.name;
  const wrap = (text: string, width: number, most: number, style: TextStyle): string[] =>
    wrapText(text, width, most, style, measure).filter((line) => line !== "");
  const facts = factsOf(plan, settings, asOf);
  const factWidth = (contentWidth - FACT_GAP * (facts.length - 1)) / facts.length;
  return {
    logo: logoIn(settings.logo, LOGO_ROOM),
    company: wrap(company, contentWidth, 3, COVER_TEXT.company),
    name: wrap(name, contentWidth, 2, COVER_TEXT.name),
    vision: wrap(visionSentence(plan), Math.min(contentWidth, VISION_WIDTH), 5, COVER_TEXT.vision),
    facts: facts.map(([label, value]) => ({ label, value: wrap(value, factWidth, 3, COVER_TEXT.fact) })),
  };
}

/** The whole vision where it is short; else its first sentence. */
function visionSentence({ roadmap }: Plan): string {
  const first = roadmap.visionLines.find(({ text }) => !isBlank(text))?.text ?? "";
  const vision = roadmap.vision.trim() || first;
  if (vision.length <= 200) return vision;
  return /^.*?[.!?…。！？](?=\s|$)/su.exec(vision)?.[0] ?? vision;
}

function factsOf(plan: Plan, settings: PrintSettings, asOf: Day): readonly (readonly [string, string])[] {
  const by = preparedByWords(plan, settings.preparedBy);
  const told: (readonly [string, string])[] = [
    ["As of", formatDay(asOf)],
    ["Version", versionWords(plan, settings.versionName).replace(/^Version /, "")],
    ["Prepared by", by],
    ["Prepared for", settings.preparedFor.trim()],
  ];
  return told.filter(([, value]) => value !== "");
}

/** What somebody wrote, else `Ben Okoro, COO`, else the CEO; nobody while neither is named. */
export function preparedByWords(plan: Plan, written: string): string {
  if (!isBlank(written)) return written.trim();
  const { cooId, ceoId } = plan.roadmap;
  for (const [id, seat] of [
    [cooId, "COO"],
    [ceoId, "CEO"],
  ] as const) {
    const name = personName(plan, id);
    if (name !== null) return `${apart(name)}, ${seat}`;
  }
  return "";
}
