/**
 * Sections onto sheets, in order, every row exactly once. A heading is never the last thing on a sheet, and what is
 * cut says on the next sheet that it goes on. Sections meant for beside each other stand so where the sheet is wide
 * enough and has room for both, else below each other.
 */
import {
  FLOW,
  FLOW_LEAD,
  FLOW_SECTION,
  FLOW_STRONG,
  FLOW_TEXT,
  FLOW_TITLE,
  type FlowBand,
  type FlowGroup,
  type FlowHead,
  type FlowMark,
  type FlowPages,
  type FlowRoom,
  type FlowRow,
  type FlowSection,
  type FlowSheet,
  type FlowTable,
  type FlowText,
} from "./flow.ts";
import { oneLine } from "./flowTable.ts";
import type { SheetSize } from "./paper.ts";
import { ellipsise, type Measure, wrapText } from "./text.ts";

/** Null: there is nothing to say under that heading. */
export type SectionBuilder = (room: FlowRoom) => FlowSection | null;

export type FlowBlock =
  | { readonly kind: "whole"; readonly section: SectionBuilder }
  | {
      readonly kind: "beside";
      readonly left: readonly SectionBuilder[];
      readonly right: readonly SectionBuilder[];
    };

/** What begins a sheet of its own. */
export interface FlowStory {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lead: string;
  readonly hue: string | null;
  readonly blocks: readonly FlowBlock[];
}

/** Left free, so that rounding in the browser never cuts a row. */
const SAFETY = 6;
/** Sheets narrower than this have room for one column of sections only. */
const WIDE_ENOUGH = 640;
/** Sentences are read no wider than this. */
const MOST_LEAD_WIDTH = 620;
/** A section that does not fit whole begins on a sheet only while this share of it is free. */
const FREE_ENOUGH = 0.28;
const MOST_TEXT_LINES = 10;

export function flowPages(
  stories: readonly FlowStory[],
  size: SheetSize,
  measure: Measure,
): FlowPages | null {
  const sheets = stories.flatMap((story) => sheetsOf(story, size, measure));
  return sheets.length === 0 ? null : { sheets };
}

/** A section from its words; empty lists make none. */
export function flowSection(
  { width, measure }: FlowRoom,
  words: {
    readonly id: string;
    readonly title: string;
    readonly aside?: string;
    readonly mark?: FlowMark | null;
    readonly texts?: readonly {
      readonly text: string;
      readonly look?: FlowText["look"];
      readonly most?: number;
    }[];
    readonly table?: FlowTable | null;
    readonly after?: string;
  },
): FlowSection | null {
  const texts = (words.texts ?? [])
    .filter(({ text }) => oneLine(text) !== "")
    .map(({ text, look = "plain", most = MOST_TEXT_LINES }): FlowText => {
      const style = look === "strong" ? FLOW_STRONG : FLOW_TEXT;
      return { look, lines: wrapText(text, Math.min(width, MOST_LEAD_WIDTH), most, style, measure) };
    });
  const table = words.table && words.table.groups.length > 0 ? words.table : null;
  if (texts.length === 0 && !table) return null;
  const aside = ellipsise(oneLine(words.aside ?? ""), width * 0.6, FLOW_TEXT, measure);
  const titleRoom = width - measure(aside, FLOW_TEXT) - 90;
  return {
    id: words.id,
    title: ellipsise(words.title, titleRoom, FLOW_SECTION, measure),
    aside,
    mark: words.mark ?? null,
    isContinued: false,
    texts,
    table,
    after: words.after ?? "",
  };
}

export function headHeight({ title, subtitle, lead }: FlowHead): number {
  const gap = lead.length > 0 ? FLOW.leadGap : 0;
  return (
    title.length * FLOW.title + subtitle.length * FLOW.subtitle + gap + lead.length * FLOW.lead + FLOW.headGap
  );
}

export function sectionHeight(section: FlowSection): number {
  return openingHeight(section) + tableHeight(section.table) + (section.after === "" ? 0 : FLOW.after);
}

/** Heading and sentences. */
function openingHeight({ texts }: FlowSection): number {
  const heights = texts.map(({ lines }) => lines.length * FLOW.line + FLOW.textGap);
  return heights.reduce((sum, height) => sum + height, FLOW.sectionHead as number);
}

function tableHeight(table: FlowTable | null): number {
  if (!table) return 0;
  const groups = table.groups.map(
    ({ title, rows }) =>
      (title === "" ? 0 : FLOW.groupHead) + rows.reduce((sum, { height }) => sum + height, 0),
  );
  return groups.reduce((sum, height) => sum + height, FLOW.tableHead as number);
}

function stackHeight(sections: readonly FlowSection[]): number {
  const heights = sections.map(sectionHeight);
  return heights.reduce((sum, height) => sum + height, Math.max(0, sections.length - 1) * FLOW.sectionGap);
}

function sheetsOf(story: FlowStory, size: SheetSize, measure: Measure): FlowSheet[] {
  const { contentWidth: width, contentHeight: height } = size;
  const head = headOf(story, width, measure);
  const name = ellipsise(oneLine(story.title), width, FLOW_TITLE, measure);
  const pile = new Pile(height - SAFETY, headHeight(head));
  for (const block of story.blocks) placeBlock(pile, block, { width, measure });
  return pile.sheets.map(({ bands, used }, at) => ({
    id: story.id,
    name,
    head,
    isContinued: at > 0,
    bands,
    height: used,
  }));
}

function headOf({ title, subtitle, lead, hue }: FlowStory, width: number, measure: Measure): FlowHead {
  const words = Math.min(width, MOST_LEAD_WIDTH);
  const wrap = (text: string, room: number, most: number, style: typeof FLOW_TEXT): string[] =>
    oneLine(text) === "" ? [] : wrapText(text, room, most, style, measure);
  return {
    title: wrap(title, width - 24, 2, FLOW_TITLE),
    subtitle: wrap(subtitle, width, 2, FLOW_TEXT),
    lead: wrap(lead, words, 4, FLOW_LEAD),
    hue,
  };
}

/** The sheets of a story while they are filled. */
class Pile {
  readonly sheets: { readonly bands: FlowBand[]; used: number }[];
  readonly #room: number;

  constructor(room: number, first: number) {
    this.#room = room;
    this.sheets = [{ bands: [], used: first }];
  }

  get #last(): { readonly bands: FlowBand[]; used: number } {
    return this.sheets.at(-1) as { bands: FlowBand[]; used: number };
  }

  /** Free height for the next section, the gap above it taken off. */
  get left(): number {
    const { bands, used } = this.#last;
    return this.#room - used - (bands.length > 0 ? FLOW.sectionGap : 0);
  }

  get fresh(): number {
    return this.#room - FLOW.continued;
  }

  get isFresh(): boolean {
    return this.#last.bands.length === 0;
  }

  turn(): void {
    this.sheets.push({ bands: [], used: FLOW.continued });
  }

  put(columns: FlowBand["columns"]): void {
    const height = Math.max(...columns.map(stackHeight));
    this.#last.used = this.#room - this.left + height;
    this.#last.bands.push({ columns });
  }
}

function placeBlock(pile: Pile, block: FlowBlock, room: FlowRoom): void {
  if (block.kind === "whole") {
    placeWhole(pile, block.section(room));
    return;
  }
  const half = { ...room, width: Math.floor((room.width - FLOW.gutter) / 2) };
  const columns = [block.left, block.right].map((list) =>
    list.map((build) => build(half)).filter((section) => section !== null),
  );
  const isPair = room.width >= WIDE_ENOUGH && columns.every((column) => column.length > 0);
  const height = Math.max(...columns.map(stackHeight));
  if (!isPair || height > pile.fresh || (height > pile.left && pile.left > pile.fresh * FREE_ENOUGH)) {
    for (const build of [...block.left, ...block.right]) placeWhole(pile, build(room));
    return;
  }
  if (height > pile.left) pile.turn();
  pile.put(columns);
}

function placeWhole(pile: Pile, section: FlowSection | null): void {
  if (!section) return;
  let rest: FlowSection | null = section;
  if (sectionHeight(section) > pile.left && !pile.isFresh && isBetterFresh(pile, section)) pile.turn();
  while (rest) {
    const [piece, left]: readonly [FlowSection, FlowSection | null] = cut(rest, pile.left);
    pile.put([[piece]]);
    if (left) pile.turn();
    rest = left;
  }
}

/** Whether a section that does not fit on what is left of a sheet should begin the next one. */
function isBetterFresh(pile: Pile, section: FlowSection): boolean {
  if (!section.table || pile.left < pile.fresh * FREE_ENOUGH) return true;
  return rowsIn(section.table, pile.left - openingHeight(section)) < 2;
}

function rowsIn(table: FlowTable, room: number): number {
  return takeRows(table, room).length;
}

/** The rows that fit, one at least. */
function takeRows(table: FlowTable, room: number): readonly FlowRow[] {
  const taken: FlowRow[] = [];
  let used: number = FLOW.tableHead;
  for (const { title, rows } of table.groups) {
    used += title === "" ? 0 : FLOW.groupHead;
    for (const row of rows) {
      used += row.height;
      if (used > room && taken.length > 0) return taken;
      taken.push(row);
    }
  }
  return taken;
}

/** What fits, and what goes on. */
function cut(section: FlowSection, room: number): readonly [FlowSection, FlowSection | null] {
  const { table } = section;
  if (!table || sectionHeight(section) <= room) return [section, null];
  const after = section.after === "" ? 0 : FLOW.after;
  const all = table.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  let count = takeRows(table, room - openingHeight(section)).length;
  // What is said at the end stands below a row.
  if (count === all && after > 0) count = Math.max(1, count - 1);
  if (count === all) return [section, null];
  count = groupsWhole(table, count);
  return [
    { ...section, table: { ...table, groups: sliced(table.groups, 0, count) }, after: "" },
    {
      ...section,
      isContinued: true,
      texts: [],
      table: { ...table, groups: sliced(table.groups, count, all) },
    },
  ];
}

/** A group whose first row alone would stand at the foot of a sheet begins the next one. */
function groupsWhole({ groups }: FlowTable, count: number): number {
  let start = 0;
  for (const { rows } of groups) {
    if (count > start && count < start + rows.length)
      return start > 0 && count === start + 1 && rows.length > 1 ? start : count;
    start += rows.length;
  }
  return count;
}

function sliced(groups: readonly FlowGroup[], from: number, to: number): FlowGroup[] {
  let start = 0;
  return groups.flatMap((group): FlowGroup[] => {
    const own = group.rows.slice(Math.max(0, from - start), Math.max(0, to - start));
    const isCut = own.length > 0 && own[0] !== group.rows[0];
    start += group.rows.length;
    if (own.length === 0) return [];
    return [{ ...group, rows: own, ...(isCut ? { aside: "continued" } : {}) }];
  });
}
