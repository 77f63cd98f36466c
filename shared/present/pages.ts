/**
 * What is shown to a room, page by page: the company and its vision, every stage, and who does what next. Notes are
 * never part of it. Made from the plan alone, so that it can be tried without a screen.
 */
import { addDays, type Day, formatDayNear, formatSpan } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Gate, gatesOf } from "#shared/domain/gates.ts";
import { gateStanding, readinessLine } from "#shared/domain/gateWords.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { sentencesIn } from "#shared/domain/sentencesIn.ts";
import type { Stage } from "#shared/domain/stage.ts";
import { isBlank, nameOrUntitled } from "#shared/domain/words.ts";
import { type PresentLine, textLine } from "./lines.ts";
import { nextStepLines } from "./nextSteps.ts";
import { LINE, linesIn, PAGE_HEIGHT, paginate } from "./size.ts";
import { stageLines } from "./stageLines.ts";

interface PageBase {
  /** Stays the same while the plan is edited, as far as the page stays. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly PresentLine[];
  /** 1 for the first page of its kind or stage, and how many there are. */
  readonly part: number;
  readonly of: number;
}

export interface CoverPage extends PageBase {
  readonly kind: "cover";
  /** Under the company's name, when it is another. */
  readonly roadmapName: string;
}

export interface StagePage extends PageBase {
  readonly kind: "stage";
  readonly stageId: Id;
  readonly number: number;
  readonly goal: string;
  readonly dates: string;
  readonly gateState: Gate["state"];
  /** Where the gate stands, and how ready it is; empty while nobody has set it up. */
  readonly standing: string;
  readonly readiness: string;
}

export interface NextPage extends PageBase {
  readonly kind: "next";
  readonly until: Day;
}

export type PresentPage = CoverPage | StagePage | NextPage;

/** Calendar days that the last page looks ahead. */
const DAYS_AHEAD = 14;
const WIDTH = 1168;
const COVER_HEAD = 210;
const TITLE = 84;
const HEAD_GAP = 32;

/** Never empty: the cover is always there. */
export function presentPages(plan: Plan, today: Day): readonly PresentPage[] {
  const gates = gatesOf(plan);
  const { stages } = outlineOf(plan);
  return [
    ...coverPages(plan, stages),
    ...stages.flatMap((node, i) => stagePages(plan, node, gates[i] as Gate, i + 1, today)),
    ...nextPages(plan, today),
  ];
}

/** Under the company its vision, or its stages while nobody has written one. */
function coverPages({ roadmap }: Plan, stages: readonly OutlineNode[]): CoverPage[] {
  const { companyName, name, vision, visionLines } = roadmap;
  const sentences = visionLines.length > 0 ? visionLines.map(({ text }) => text) : sentencesIn(vision);
  const written = sentences.filter((text) => !isBlank(text));
  const said = written.length > 0 ? written : stages.map((node, i) => `${i + 1}  ${stageInALine(node)}`);
  const lines = said.map((text, i) => textLine(`v${i}`, text, WIDTH));
  const title = isBlank(companyName) ? name : companyName;
  return split("cover", lines, PAGE_HEIGHT - COVER_HEAD).map((page) => ({
    ...page,
    kind: "cover",
    title,
    roadmapName: name.trim() === title.trim() ? "" : name,
  }));
}

function stageInALine({ item, spanStart, spanFinish }: OutlineNode): string {
  const name = nameOrUntitled(item.name, "stage");
  return spanStart && spanFinish ? `${name}, ${formatSpan(spanStart, spanFinish)}` : name;
}

function stagePages(plan: Plan, node: OutlineNode, gate: Gate, number: number, today: Day): StagePage[] {
  const stage = node.item as Stage;
  const { spanStart, spanFinish } = node;
  const head = {
    kind: "stage" as const,
    stageId: stage.id,
    number,
    title: nameOrUntitled(stage.name, "stage"),
    goal: stage.goal.trim(),
    dates: spanStart && spanFinish ? formatSpan(spanStart, spanFinish) : "No dates yet",
    gateState: gate.state,
    standing: gate.isUsed ? gateStanding(plan, gate) : "",
    readiness: gate.isUsed ? readinessLine(gate) : "",
  };
  const firstRoom = PAGE_HEIGHT - headHeight(head);
  return split(`stage ${stage.id}`, stageLines(plan, node, today), firstRoom).map((page) => ({
    ...page,
    ...head,
  }));
}

function headHeight({
  goal,
  standing,
  readiness,
}: Pick<StagePage, "goal" | "standing" | "readiness">): number {
  const goalLines = goal === "" ? 0 : linesIn(goal, WIDTH, GOAL_LINES);
  const gateLines = standing === "" ? 0 : linesIn(`${standing} ${readiness}`, WIDTH - 40, GATE_LINES);
  return TITLE + (goalLines + gateLines) * LINE + HEAD_GAP;
}

/** More of a goal, and of what is said of a gate, is cut off. */
const GOAL_LINES = 2;
const GATE_LINES = 3;

function nextPages(plan: Plan, today: Day): NextPage[] {
  const until = addDays(today, DAYS_AHEAD);
  const lines = nextStepLines(plan, today, until);
  return split("next", lines, PAGE_HEIGHT - TITLE - HEAD_GAP).map((page) => ({
    ...page,
    kind: "next",
    title: `Next steps until ${formatDayNear(until, today)}`,
    until,
  }));
}

type Part = Pick<PageBase, "key" | "lines" | "part" | "of">;

function split(key: string, lines: readonly PresentLine[], firstRoom: number): Part[] {
  const pages = paginate(lines, firstRoom, PAGE_HEIGHT - TITLE - HEAD_GAP);
  return pages.map((page, i) => ({ key: `${key} ${i + 1}`, lines: page, part: i + 1, of: pages.length }));
}
