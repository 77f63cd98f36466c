/** Tables of printed sheets: columns as wide as their words, within limits, and cells broken into lines. */
import {
  CELL_GAP,
  FLOW,
  FLOW_NOTE,
  FLOW_STRONG,
  FLOW_TEXT,
  type FlowCell,
  type FlowColumn,
  type FlowGroup,
  type FlowMark,
  type FlowRoom,
  type FlowRow,
  type FlowTable,
  MARK_ROOM,
} from "./flow.ts";
import { ellipsise, figures, type TextStyle, wrapText } from "./text.ts";

/**
 * `most`: as wide as its words, up to that share of the table; 1 for dates and figures, which are never broken.
 * `share`: its part of what the others leave.
 */
export interface ColumnSpec {
  readonly head: string;
  readonly most?: number;
  readonly share?: number;
  readonly align?: FlowColumn["align"];
  /** Left out where no row has anything in it. */
  readonly isOptional?: boolean;
}

export interface CellText {
  readonly text?: string;
  readonly note?: string;
  readonly mark?: FlowMark | null;
  readonly isStrong?: boolean;
  readonly isQuiet?: boolean;
  readonly label?: string;
}

export interface RowText {
  readonly id: string;
  readonly cells: readonly (CellText | string)[];
  readonly isSum?: boolean;
}

export interface GroupText {
  readonly id: string;
  readonly title?: string;
  readonly aside?: string;
  readonly hue?: string | null;
  readonly rows: readonly RowText[];
}

/** Keeps a row well within a sheet; longer words end in an ellipsis. */
const MOST_LINES = 13;
const MIDDLE_GAP = 6;
/** For the word that says that a group goes on, beside its title. */
const CONTINUED_ROOM = 44;
/** What the columns of a fixed width leave for the others at least, as a share of the table. */
const LEAST_LEFT = 0.42;

export function flowTable(
  allSpecs: readonly ColumnSpec[],
  allGroups: readonly GroupText[],
  room: FlowRoom,
): FlowTable {
  const isKept = allSpecs.map(
    ({ isOptional }, at) => !isOptional || allGroups.some((group) => isUsed(group, at)),
  );
  const specs = allSpecs.filter((_, at) => isKept[at]);
  const groups = allGroups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: row.cells.filter((_, at) => isKept[at]) })),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const columns = columnsOf(specs, rows, room);
  const drawn = groups.map((group): FlowGroup => {
    const aside = ellipsise(group.aside ?? "", room.width * 0.5, FLOW_TEXT, room.measure);
    const titleRoom = room.width - Math.max(CONTINUED_ROOM, room.measure(aside, FLOW_TEXT)) - 3 * CELL_GAP;
    return {
      id: group.id,
      title: ellipsise(oneLine(group.title ?? ""), titleRoom, FLOW_STRONG, room.measure),
      aside,
      hue: group.hue ?? null,
      rows: group.rows.map((row) => flowRow(row, columns, room)),
    };
  });
  return { columns, groups: drawn.filter((group) => group.rows.length > 0) };
}

function isUsed({ rows }: GroupText, at: number): boolean {
  return rows.some(({ cells }) => {
    const { text = "", note = "", mark } = cellText(cells[at] ?? "");
    return text !== "" || note !== "" || Boolean(mark);
  });
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function columnsOf(
  specs: readonly ColumnSpec[],
  rows: readonly RowText[],
  { width, measure }: FlowRoom,
): FlowColumn[] {
  const own = specs.map((spec, at) => {
    if (spec.most === undefined) return 0;
    const words = rows.flatMap(({ cells }) => {
      const isSpanning = at === cells.length - 1 && cells.length < specs.length;
      const cell = cells[at];
      return cell === undefined || isSpanning ? [] : [cellText(cell)];
    });
    const measured = spec.most === 1 ? figures(measure) : measure;
    const widest = words.reduce((most, cell) => Math.max(most, cellWidth(cell, measured)), 0);
    const least = measure(spec.head, FLOW_NOTE);
    return Math.ceil(Math.min(Math.max(widest, least), spec.most * width) + gapOf(spec.align) + 1);
  });
  // The days of a grid are equally wide.
  const widest = Math.max(0, ...own.filter((_, at) => specs[at]?.align === "middle"));
  const hugged = own.map((one, at) => (specs[at]?.align === "middle" ? widest : one));
  const taken = (isIn: (spec: ColumnSpec) => boolean): number =>
    hugged.reduce((sum, one, at) => sum + (specs[at] && isIn(specs[at]) ? one : 0), 0);
  const firm = taken(({ most }) => most === 1);
  const soft = taken(({ most }) => most !== undefined && most < 1);
  const hasShares = specs.some(({ share }) => share !== undefined);
  const free = Math.max(width * 0.2, width * (hasShares ? 1 - LEAST_LEFT : 1) - firm);
  const squeeze = soft === 0 ? 1 : Math.min(1, free / soft);
  const left = Math.max(0, width - firm - soft * squeeze);
  const shares = specs.reduce((sum, { share = 0 }) => sum + share, 0);
  const widthOf = (at: number, share: number | undefined): number => {
    if (share !== undefined) return (left * share) / shares;
    return (hugged[at] ?? 0) * (specs[at]?.most === 1 ? 1 : squeeze);
  };
  return specs.map(({ head, share, most, align = "start" }, at) => ({
    head,
    align,
    width: widthOf(at, share),
    isFigures: most === 1,
  }));
}

/** What stands in the middle of its column keeps clear of the next by itself. */
function gapOf(align: FlowColumn["align"] = "start"): number {
  return align === "middle" ? MIDDLE_GAP : CELL_GAP;
}

function cellWidth({ text = "", note = "", mark, isStrong }: CellText, measure: FlowRoom["measure"]): number {
  const words = Math.max(measure(oneLine(text), styleOf(isStrong)), measure(oneLine(note), FLOW_NOTE));
  return words + (mark ? MARK_ROOM : 0);
}

function cellText(cell: CellText | string): CellText {
  return typeof cell === "string" ? { text: cell } : cell;
}

function styleOf(isStrong = false): TextStyle {
  return isStrong ? FLOW_STRONG : FLOW_TEXT;
}

function flowRow(
  { id, cells, isSum = false }: RowText,
  columns: readonly FlowColumn[],
  room: FlowRoom,
): FlowRow {
  const drawn = cells.map((cell, at) => {
    const isLast = at === cells.length - 1;
    const own = isLast ? columns.slice(at) : columns.slice(at, at + 1);
    return flowCell(
      cellText(cell),
      own.reduce((sum, { width }) => sum + width, -gapOf(own[0]?.align)),
      own[0]?.isFigures ? { ...room, measure: figures(room.measure) } : room,
    );
  });
  const height = Math.max(FLOW.line, ...drawn.map(cellHeight)) + room.rowPadding;
  return { id, cells: drawn, height, isSum };
}

export function cellHeight({ lines, note }: FlowCell): number {
  return lines.length * FLOW.line + note.length * FLOW.note;
}

function flowCell(
  { text = "", note = "", mark = null, isStrong = false, isQuiet = false, label = "" }: CellText,
  width: number,
  { measure }: FlowRoom,
): FlowCell {
  const inner = Math.max(10, width - (mark ? MARK_ROOM : 0));
  const wrap = (words: string, style: TextStyle): string[] =>
    oneLine(words) === "" ? [] : wrapText(words, inner, MOST_LINES, style, measure);
  return {
    lines: wrap(text, styleOf(isStrong)),
    note: wrap(note, FLOW_NOTE),
    mark,
    isStrong,
    isQuiet,
    label,
  };
}
