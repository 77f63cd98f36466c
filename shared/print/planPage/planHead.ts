/** The head of the plan on a page: whose plan it is, where it goes, who leads it, and the plain facts. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { personName } from "#shared/print/layout/owners.ts";
import {
  BODY_STRONG,
  BODY_TEXT,
  COMPANY_TEXT,
  FACT_TEXT,
  LINE,
  SUBTITLE_TEXT,
  VISION_TEXT,
} from "#shared/print/layout/planText.ts";
import { ellipsise, type Measure, wrapText } from "#shared/print/layout/text.ts";
import { headlineFacts } from "./facts.ts";

export interface FactLines {
  readonly label: string;
  readonly value: readonly string[];
  readonly detail: string;
}

export interface PlanHead {
  readonly company: readonly string[];
  readonly subtitle: string;
  readonly vision: readonly string[];
  readonly people: readonly { readonly label: string; readonly value: string }[];
  readonly facts: readonly FactLines[];
  /** Of the names and the vision. */
  readonly height: number;
  readonly factsHeight: number;
}

/** What the page is, above whose it is: contents and bookmarks call it so, too. */
export const PLAN_TITLE = "Plan on a page";
export const FACT_GAP = 18;
const PEOPLE_WIDTH = 170;
const PEOPLE_LABEL = 44;
const COLUMN_GAP = 24;
const SUBTITLE_GAP = 10;
const LEAST_HEIGHT = 52;
/** Where a fact has three lines for its value. */
const NARROW_FACT = 130;
/** Rule, label and detail of a fact. */
const FACT_REST = 28;

/** The company's name, or what stands for it. */
export function companyOf({ roadmap }: Plan): string {
  return roadmap.companyName.trim() || roadmap.name.trim() || "Untitled company";
}

export function planHead(plan: Plan, asOf: Day, width: number, measure: Measure): PlanHead {
  const textWidth = width - PEOPLE_WIDTH - COLUMN_GAP;
  const company = wrapText(companyOf(plan), textWidth, 2, COMPANY_TEXT, measure);
  const vision = wrapText(plan.roadmap.vision, textWidth, 3, VISION_TEXT, measure).filter(
    (line) => line !== "",
  );
  const facts = factLines(plan, asOf, width, measure);
  return {
    company,
    subtitle: subtitleOf(plan, textWidth, measure),
    vision,
    people: leaders(plan, asOf, measure),
    facts,
    height: Math.max(
      LEAST_HEIGHT,
      LINE.subtitle +
        company.length * LINE.company +
        vision.length * LINE.vision +
        (vision.length > 0 ? 2 : 0),
    ),
    factsHeight: FACT_REST + LINE.fact * Math.max(...facts.map((fact) => fact.value.length)),
  };
}

function subtitleOf(plan: Plan, width: number, measure: Measure): string {
  const name = plan.roadmap.name.trim();
  const own = name === "" || name === companyOf(plan) ? "" : `  ·  ${name}`;
  const room = width - measure(PLAN_TITLE, SUBTITLE_TEXT) - SUBTITLE_GAP;
  return ellipsise(`Operational road map${own}`, room, SUBTITLE_TEXT, measure);
}

function leaders(plan: Plan, asOf: Day, measure: Measure): { label: string; value: string }[] {
  const cut = (text: string): string => ellipsise(text, PEOPLE_WIDTH - PEOPLE_LABEL, BODY_STRONG, measure);
  const { ceoId, cooId } = plan.roadmap;
  return [
    { label: "As of", value: formatDay(asOf) },
    { label: "CEO", value: cut(personName(plan, ceoId) ?? "Not named") },
    { label: "COO", value: cut(personName(plan, cooId) ?? "Not named") },
  ];
}

function factLines(plan: Plan, asOf: Day, width: number, measure: Measure): FactLines[] {
  const facts = headlineFacts(plan, asOf);
  const room = (width - FACT_GAP * (facts.length - 1)) / facts.length - 2;
  return facts.map(({ label, value, detail }) => ({
    label,
    value: wrapText(value, room, room < NARROW_FACT ? 3 : 2, FACT_TEXT, measure),
    detail: ellipsise(detail, room, BODY_TEXT, measure),
  }));
}
