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
  type FlowHead,
  type FlowMark,
  type FlowPages,
  type FlowRoom,
  type FlowSection,
  type FlowSheet,
  type FlowTable,
  type FlowText,
} from "./flow.ts";
import { cut, headHeight, openingHeight, sectionHeight, stackHeight, takeRows } from "./flowCut.ts";
import { oneLine } from "./flowTable.ts";
import type { SheetSize } from "./paper.ts";
import { ellipsise, type Measure, wrapText } from "./text.ts";

/** Null: there is nothing to say under that heading. */
export type SectionBuilder = (room: FlowRoom) => FlowSection | null;

export type FlowBlock =
  | { readonly kind: "whole"; readonly section: SectionBuilder }
  /** In two columns, the first filled before the second, where the sheet is wide enough. */
  | { readonly kind: "columns"; readonly sections: readonly SectionBuilder[] };

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
/** No more than this share of a sheet is left free for columns that begin on the next one for their looks. */
const FREE_ENOUGH = 0.3;
/** A section that does not fit whole begins on a sheet only with so many rows. */
const ROWS_TO_BEGIN = 3;
/** What the first of two columns has of the width: even, or wider on one side where only so both fit. */
const SPLITS = [0.5, 0.58, 0.42, 0.65];
const MOST_TEXT_LINES = 10;
const PADDINGS = [7, 6, 5];

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
  const title = ellipsise(words.title, width * 0.6, FLOW_SECTION, measure);
  const asideRoom = Math.max(30, width - measure(title, FLOW_SECTION) - 30);
  return {
    id: words.id,
    title,
    aside: ellipsise(oneLine(words.aside ?? ""), asideRoom, FLOW_TEXT, measure),
    mark: words.mark ?? null,
    isContinued: false,
    texts,
    table,
    after: words.after ?? "",
  };
}

/** As airy as takes no more sheets than the tightest. */
function sheetsOf(story: FlowStory, size: SheetSize, measure: Measure): FlowSheet[] {
  const [usual = 0, ...tighter] = PADDINGS;
  const lay = (rowPadding: number): FlowSheet[] =>
    sheetsWith(story, size, { width: size.contentWidth, rowPadding, measure });
  let best = lay(usual);
  if (best.length === 1) return best;
  for (const rowPadding of tighter.toReversed()) {
    const sheets = lay(rowPadding);
    if (sheets.length > best.length) break;
    if (sheets.length < best.length || best[0]?.rowPadding !== usual) best = sheets;
    else break;
  }
  return best;
}

function sheetsWith(story: FlowStory, size: SheetSize, room: FlowRoom): FlowSheet[] {
  const { contentHeight: height } = size;
  const { width, measure, rowPadding } = room;
  const head = headOf(story, width, measure);
  const name = ellipsise(oneLine(story.title), width, FLOW_TITLE, measure);
  const pile = new Pile(height - SAFETY, headHeight(head));
  for (const block of story.blocks) placeBlock(pile, block, room);
  return pile.sheets.map(({ bands, used }, at) => ({
    id: story.id,
    name,
    head,
    isContinued: at > 0,
    bands,
    rowPadding,
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

  copy(): Pile {
    const copy = new Pile(this.#room, 0);
    copy.adopt(this);
    return copy;
  }

  /** Becomes what the other one is. */
  adopt(other: Pile): void {
    const own = other.sheets.map(({ bands, used }) => ({ bands: [...bands], used }));
    this.sheets.splice(0, this.sheets.length, ...own);
  }

  turn(): void {
    this.sheets.push({ bands: [], used: FLOW.continued });
  }

  put(band: FlowBand): void {
    this.#last.used = this.#room - this.left + bandHeight(band);
    this.#last.bands.push(band);
  }
}

function placeBlock(pile: Pile, block: FlowBlock, room: FlowRoom): void {
  if (block.kind === "whole") {
    placeWhole(pile, block.section(room), room.width);
    return;
  }
  const beside =
    room.width < WIDE_ENOUGH ? [] : SPLITS.flatMap((split) => besides(block.sections, split, room));
  const here = beside.find((band) => bandHeight(band) <= pile.left);
  if (here) {
    pile.put(here);
    return;
  }
  const below = pile.copy();
  for (const build of block.sections) placeWhole(below, build(room), room.width);
  const [even] = beside;
  if (even && bandHeight(even) <= pile.fresh && isBetterTurned(pile, below)) {
    pile.turn();
    pile.put(even);
  } else pile.adopt(below);
}

function bandHeight({ columns }: FlowBand): number {
  return Math.max(...columns.map(stackHeight));
}

/** Whether columns on the next sheet take fewer sheets than sections below each other, or as many and leave little free. */
function isBetterTurned(pile: Pile, below: Pile): boolean {
  const more = below.sheets.length - (pile.sheets.length + 1);
  return more > 0 || (more === 0 && pile.left <= pile.fresh * FREE_ENOUGH);
}

/**
 * In two columns, the first of which has that share of the width. Cut in order, so that the higher of the columns is
 * as low as can be; none of a single section.
 */
function besides(builders: readonly SectionBuilder[], split: number, room: FlowRoom): FlowBand[] {
  const free = room.width - FLOW.gutter;
  const widths = [Math.floor(free * split), Math.floor(free * (1 - split))];
  const [first = [], second = []] = widths.map((width) => builders.map((build) => build({ ...room, width })));
  let best: FlowBand[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < builders.length; at++) {
    const columns = [first.slice(0, at), second.slice(at)].map((sections) =>
      sections.flatMap((one) => one ?? []),
    );
    const height = Math.max(...columns.map(stackHeight));
    if (height < least && columns.every((sections) => sections.length > 0))
      [best, least] = [[{ columns, widths }], height];
  }
  return best;
}

function placeWhole(pile: Pile, section: FlowSection | null, width: number): void {
  if (!section) return;
  let rest: FlowSection | null = section;
  if (sectionHeight(section) > pile.left && !pile.isFresh && isBetterFresh(pile, section)) pile.turn();
  while (rest) {
    const [piece, left]: readonly [FlowSection, FlowSection | null] = cut(rest, pile.left);
    pile.put({ columns: [[piece]], widths: [width] });
    if (left) pile.turn();
    rest = left;
  }
}

/** Whether a section that does not fit on what is left of a sheet should begin the next one. */
function isBetterFresh(pile: Pile, section: FlowSection): boolean {
  const { table } = section;
  if (!table) return true;
  const all = table.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return takeRows(table, pile.left - openingHeight(section), 0).length < Math.min(ROWS_TO_BEGIN, all);
}
