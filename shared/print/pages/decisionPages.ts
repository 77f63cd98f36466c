/**
 * Who decides, on one page that CEO and COO sign: what only the CEO decides, then who decides the rest and how far.
 * Every cell is broken into lines here. A list too long for a page goes on to the next, under the same headings, and
 * the lines to sign on never stand alone. Units are points.
 */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { DecisionRight } from "#shared/domain/decisionRight.ts";
import { isHere, liveRights, reviewDue } from "#shared/domain/decisions.ts";
import { ceoName, limitWords, matterName, rightSentence } from "#shared/domain/decisionWords.ts";
import type { Id } from "#shared/domain/fields.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { isBlank } from "#shared/domain/words.ts";
import { saysSeat } from "#shared/print/layout/owners.ts";
import { paginate } from "#shared/print/layout/pagination.ts";
import type { SheetSize } from "#shared/print/layout/paper.ts";
import { ellipsise, type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { companyOf } from "#shared/print/planPage/planHead.ts";

export interface DecisionColumns {
  readonly matter: number;
  readonly who: number;
  readonly far: number;
  readonly limit: number;
  readonly review: number;
}

export interface DecisionLine {
  readonly id: Id;
  readonly matter: readonly string[];
  readonly who: readonly string[];
  readonly far: readonly string[];
  readonly limit: readonly string[];
  readonly review: readonly string[];
  readonly height: number;
}

export interface DecisionGroup {
  readonly title: string;
  readonly lines: readonly DecisionLine[];
}

export interface Signer {
  readonly role: string;
  /** Empty while nobody is named. */
  readonly name: string;
}

export interface DecisionPages {
  readonly company: string;
  /** What the amounts are in, and that it holds until it is signed anew. */
  readonly note: string;
  readonly columns: DecisionColumns;
  readonly pages: readonly (readonly DecisionGroup[])[];
  readonly signers: readonly Signer[];
}

export const DECISION_TEXT: TextStyle = { size: 8.5, weight: 400 };
const STRONG: TextStyle = { size: 8.5, weight: 600 };
/** Heights; the stylesheet uses the same. */
const LINE = 11;
const ROW_PADDING = 8;
const HEAD_HEIGHT = 56;
const COLUMN_HEAD_HEIGHT = 18;
const GROUP_HEIGHT = 24;
export const SIGN_HEIGHT = 92;
const CELL_GAP = 10;
/** Between the two who sign. */
const SIGN_GAP = 40;
/** Left free, so that rounding in the browser never cuts a row. */
const SAFETY = 6;
const SHARES = { matter: 0.23, who: 0.15, limit: 0.13, review: 0.13 };
/** More than any name or sentence takes; it keeps one row on one page. */
const MOST_LINES = 26;

/** Null where no matter is written down. */
export function decisionPages(
  plan: Plan,
  asOf: Day,
  sheet: SheetSize,
  measure: Measure,
): DecisionPages | null {
  const rights = liveRights(plan);
  if (rights.length === 0) return null;
  const columns = columnsOf(sheet.contentWidth);
  const groups = [
    { title: `Only ${ceoTitle(plan)} decides`, rights: rights.filter(({ isReserved }) => isReserved) },
    { title: "Others decide, this far", rights: rights.filter(({ isReserved }) => !isReserved) },
  ]
    .filter((group) => group.rights.length > 0)
    .map(({ title, rights: own }) => ({
      title: ellipsise(title, sheet.contentWidth - 20, STRONG, measure),
      lines: own.map((right) => decisionLine(plan, right, asOf, columns, measure)),
    }));
  const column = (sheet.contentWidth - SIGN_GAP) / 2 - 12;
  const cut: Cut = (text) => ellipsise(text, column, STRONG, measure);
  return {
    company: ellipsise(companyOf(plan), sheet.contentWidth - 20, STRONG, measure),
    note: `Amounts in ${plan.roadmap.currency}. What is not listed stays with ${ceoTitle(plan)}.`,
    columns,
    pages: pagesOf(groups, sheet),
    signers: [signer(plan, plan.roadmap.ceoId, "CEO", cut), signer(plan, plan.roadmap.cooId, "COO", cut)],
  };
}

function ceoTitle(plan: Plan): string {
  return plan.roadmap.ceoId === null ? "the CEO" : `${ceoName(plan)} (CEO)`;
}

/** As much of a text as fits on the line one signs on. */
type Cut = (text: string) => string;

function signer(plan: Plan, id: Id | null, seat: string, cut: Cut): Signer {
  const person = plan.people.get(id ?? "");
  const own = person?.role.trim() ?? "";
  const role = isBlank(own) ? seat : saysSeat(own, seat) ? own : `${seat}, ${own}`;
  return { role: cut(role), name: cut(person?.name.trim() ?? "") };
}

function columnsOf(width: number): DecisionColumns {
  const { matter, who, limit, review } = SHARES;
  return {
    matter: width * matter,
    who: width * who,
    far: width * (1 - matter - who - limit - review),
    limit: width * limit,
    review: width * review,
  };
}

function decisionLine(
  plan: Plan,
  right: DecisionRight,
  asOf: Day,
  columns: DecisionColumns,
  measure: Measure,
): DecisionLine {
  const wrap = (text: string, width: number, style = DECISION_TEXT): string[] =>
    wrapText(text, width - CELL_GAP, MOST_LINES, style, measure);
  const { roadmap, people } = plan;
  const isHeld = !right.isReserved && isHere(plan, right.holderId);
  const whoId = isHeld ? right.holderId : roadmap.ceoId;
  const cells = {
    matter: wrap(matterName(right), columns.matter, STRONG),
    who: wrap(people.get(whoId ?? "")?.name.trim() || "The CEO", columns.who),
    far: wrap(rightSentence(plan, right), columns.far),
    limit: wrap(isHeld ? limitOf(right, roadmap.currency) : "", columns.limit),
    review: wrap(reviewOf(right, asOf), columns.review),
  };
  const most = Math.max(...Object.values(cells).map((lines) => lines.length));
  return { id: right.id, ...cells, height: most * LINE + ROW_PADDING };
}

function limitOf(right: DecisionRight, currency: string): string {
  return limitWords(right, currency).replace(/^up to /, "") || "No limit";
}

function reviewOf(right: DecisionRight, asOf: Day): string {
  if (right.reviewOn === null) return "";
  const day = formatDay(right.reviewOn);
  return reviewDue(right, asOf) === "overdue" ? `${day}, overdue` : day;
}

type Item = { readonly group: DecisionGroup; readonly line: DecisionLine | null };

function pagesOf(groups: readonly DecisionGroup[], sheet: SheetSize): (readonly DecisionGroup[])[] {
  const items = groups.flatMap((group): Item[] => [
    { group, line: null },
    ...group.lines.map((line) => ({ group, line })),
  ]);
  const rows = items.map(({ line }, at) => ({
    height: (line?.height ?? GROUP_HEIGHT) + (at === items.length - 1 ? SIGN_HEIGHT : 0),
    depth: line ? 1 : 0,
  }));
  const room = sheet.contentHeight - HEAD_HEIGHT - COLUMN_HEAD_HEIGHT - SAFETY;
  // A page that begins inside a group says again which.
  const pages = paginate(rows, (first) => room - (items[first]?.line ? GROUP_HEIGHT : 0));
  return pages.map(({ from, to }) => grouped(items.slice(from, to)));
}

function grouped(items: readonly Item[]): readonly DecisionGroup[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  return groups.map((group) => ({
    title: group.title,
    lines: items.flatMap((item) => (item.group === group && item.line ? [item.line] : [])),
  }));
}
