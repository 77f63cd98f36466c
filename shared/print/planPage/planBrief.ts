/**
 * The plan on a page in a few lines: what changed, what we ask, what is in the way, what needs attention, who has too
 * much. Each part keeps its first line; what room is left goes to them in turn.
 */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { issueName, issuesOf } from "#shared/domain/issues.ts";
import { outlineOf } from "#shared/domain/outline.ts";
import { itemById, type Plan } from "#shared/domain/plan.ts";
import { lowered, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowMark } from "#shared/print/layout/flow.ts";
import { BODY_STRONG, LINE, type Room, SMALL_TEXT } from "#shared/print/layout/planText.ts";
import { type Measure, wrapText } from "#shared/print/layout/text.ts";
import { changeSummary } from "#shared/print/pages/changePages.ts";
import { LOAD_WEEKS, overloaded } from "#shared/print/pages/loadWords.ts";
import { attentionPoints } from "./attention.ts";
import { askPoints } from "./planAsk.ts";

export interface BriefLine {
  readonly mark: FlowMark | null;
  readonly name: readonly string[];
  readonly detail: readonly string[];
  /** The detail stands behind the name. */
  readonly isInline: boolean;
  readonly height: number;
}

export interface BriefPart {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly BriefLine[];
  /** How many more there are. */
  readonly left: number;
  readonly height: number;
}

export interface Brief {
  readonly parts: readonly BriefPart[];
  readonly labelWidth: number;
  readonly height: number;
}

interface Point {
  readonly mark: FlowMark | null;
  readonly name: string;
  readonly detail: string;
}

interface Source {
  readonly id: string;
  readonly title: string;
  readonly points: readonly Point[];
  /** Said when there is nothing; empty: the part is left out. */
  readonly calm: string;
}

export const BRIEF_LABEL = 74;
const MARK = 12;
/** Below a line, and around the rule between two parts. */
export const BRIEF_GAP = { line: 3, part: 6 };
const INLINE_GAP = 5;

export function planBrief(plan: Plan, asOf: Day, sinceId: Id | null, room: Room, measure: Measure): Brief {
  const width = room.width - BRIEF_LABEL;
  const all = sources(plan, asOf, sinceId).map(({ points, calm, ...source }) => ({
    ...source,
    lines: (points.length > 0 ? points : [{ mark: null, name: "", detail: calm }]).map((point) =>
      briefLine(point, width, measure),
    ),
  }));
  const taken = shareOut(
    all.map(({ lines }) => lines),
    room.height,
  );
  const parts = all
    .map(({ id, title, lines }, at): BriefPart => {
      const shown = lines.slice(0, taken[at] ?? 0);
      return { id, title, lines: shown, left: lines.length - shown.length, height: partHeight(shown) };
    })
    .filter(({ lines }) => lines.length > 0);
  return { parts, labelWidth: BRIEF_LABEL, height: parts.reduce((sum, { height }) => sum + height, 0) };
}

function partHeight(lines: readonly BriefLine[]): number {
  return lines.reduce((sum, { height }) => sum + height + BRIEF_GAP.line, BRIEF_GAP.part);
}

/** How many lines each part gets: one in turn, as long as the next one fits. */
function shareOut(parts: readonly (readonly BriefLine[])[], height: number): number[] {
  const taken = parts.map(() => 0);
  let left = height;
  for (let turn = 0, isFull = false; !isFull; turn++) {
    isFull = true;
    for (const [at, lines] of parts.entries()) {
      const line = lines[turn];
      if (!line || taken[at] !== turn) continue;
      const needs = line.height + BRIEF_GAP.line + (turn === 0 ? BRIEF_GAP.part : 0);
      if (needs > left) continue;
      left -= needs;
      taken[at] = turn + 1;
      isFull = false;
    }
  }
  return taken;
}

function briefLine({ mark, name, detail }: Point, room: number, measure: Measure): BriefLine {
  const width = room - (mark ? MARK : 0) - 2;
  const names = name === "" ? [] : wrapText(name, width, 2, BODY_STRONG, measure);
  const details = detail === "" ? [] : wrapText(detail, width, name === "" ? 4 : 2, SMALL_TEXT, measure);
  const inline =
    names.length === 1 &&
    details.length === 1 &&
    measure(names[0] ?? "", BODY_STRONG) + INLINE_GAP + measure(details[0] ?? "", SMALL_TEXT) <= width;
  const lines = inline ? 1 : names.length + details.length;
  return { mark, name: names, detail: details, isInline: inline, height: lines * LINE.body };
}

function sources(plan: Plan, asOf: Day, sinceId: Id | null): readonly Source[] {
  const changes = changeSummary(plan, asOf, sinceId);
  return [
    {
      id: "changed",
      title: "What changed",
      points: changes
        ? [{ mark: null, name: "", detail: `Since ${changes.former.words}: ${lowered(changes.words)}` }]
        : [],
      calm: "Nothing was frozen yet to compare with.",
    },
    { id: "ask", title: "What we ask", points: askPoints(plan, asOf), calm: "No decision is waiting." },
    { id: "issues", title: "In the way", points: issuePoints(plan), calm: "" },
    {
      id: "attention",
      title: "Needs attention",
      points: attentionPoints(plan, asOf).map(({ name, reason, shape, tone }) => ({
        mark: { shape, tone },
        name,
        detail: reason,
      })),
      calm: calmWords(plan, asOf),
    },
    {
      id: "load",
      title: "Load",
      points: overloaded(plan, asOf).map(({ name, words }) => ({ mark: null, name, detail: words })),
      calm: plan.people.size === 0 ? "" : `Nobody has too much work in the next ${LOAD_WEEKS} weeks.`,
    },
  ].filter(({ points, calm }) => points.length > 0 || calm !== "");
}

/** By rank, each with what it is about. */
function issuePoints(plan: Plan): Point[] {
  return issuesOf(plan).open.map((issue, at) => {
    const item = itemById(plan, issue.itemId ?? "");
    return {
      mark: null,
      name: `${at + 1}. ${issueName(issue)}`,
      detail: item ? nameOrUntitled(item.name, item.kind) : "",
    };
  });
}

function calmWords(plan: Plan, asOf: Day): string {
  const held = outlineOf(plan).inOrder.some((node) => node.item.kind !== "stage");
  if (!held) return "Nothing to report: the plan holds no milestones or tasks yet.";
  return `Nothing is late, blocked, at risk or off track on ${formatDay(asOf)}, and every open milestone has an owner.`;
}
