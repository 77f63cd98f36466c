/** The reusable elements of one row: its cell in the column, its lane and its bar. */
import { classOf, element } from "./dom.ts";

export interface Slot {
  /** Row shown, or -1. */
  row: number;
  hidden: boolean;
  readonly rowEl: HTMLElement;
  readonly header: HTMLElement;
  readonly code: Text;
  readonly mark: HTMLElement;
  readonly name: Text;
  readonly nameEl: HTMLElement;
  /** Made when the chart first rests: only assistive technology reads them. */
  words: Text | null;
  /** Made for the first row that has a tint. */
  lane: HTMLElement | null;
  readonly bar: HTMLElement;
  /** Text within the bar, and what stands beside it; each made for the first row that has it. */
  inside: Text | null;
  tail: Tail | null;
  /** Shown only where the row has a tint: stages, selected, hovered. */
  laneShown: boolean;
  /** What was written last, so that equal values cost nothing. */
  rowClass: string;
  markHue: string;
  laneClass: string;
  barClass: string;
  barKind: string;
  barStates: string;
  /** Where the bar lies; the width is -1 while there is none. */
  x: number;
  width: number;
  left: number;
  /** Whether the window's left edge cuts the bar, or leaves it out. */
  edge: "" | "cut" | "out";
  /** Width from which the name stands inside, and whether it does; null before it was written. */
  nameRoom: number;
  /** In a word or two beside the bar; empty where nothing needs saying. */
  noteSaid: string;
  nameInside: boolean | null;
  progress: number;
  depth: number;
  expanded: boolean | null | undefined;
  selected: boolean | undefined;
}

export interface Tail {
  readonly name: Text;
  readonly note: HTMLElement;
  readonly noteText: Text;
}

let charts = 0;

/** Prefix of the row ids of one chart, for aria-activedescendant. */
export function newChartPrefix(): string {
  return `timeline-${++charts}`;
}

/** `prefix` makes the ids of one chart's rows unique on the page. */
export function createSlot(prefix: string, number: number): Slot {
  const row = rowElements(`${prefix}-row-${number}`);
  const bar = element(classOf("bar"));
  row.rowEl.dataset.slot = String(number);
  bar.dataset.slot = String(number);
  return {
    ...row,
    bar,
    words: null,
    lane: null,
    inside: null,
    tail: null,
    row: -1,
    hidden: false,
    laneShown: false,
    rowClass: "",
    markHue: "",
    laneClass: "",
    barClass: "",
    barKind: "",
    barStates: "",
    x: 0,
    width: -1,
    left: 0,
    edge: "",
    nameRoom: 0,
    noteSaid: "",
    nameInside: null,
    progress: -1,
    depth: -1,
    expanded: undefined,
    selected: undefined,
  };
}

function rowElements(id: string) {
  const rowEl = element(classOf("row"));
  rowEl.setAttribute("role", "row");
  rowEl.id = id;
  const header = element(classOf("name"), rowEl);
  header.setAttribute("role", "rowheader");
  const code = text(element(classOf("code"), header, "span"));
  const twist = element(classOf("twist"), header, "span");
  twist.dataset.twist = "";
  const mark = element(classOf("mark"), header, "span");
  const nameEl = element(classOf("title"), header, "span");
  return { rowEl, header, code, mark, nameEl, name: text(nameEl) };
}

export function wordsOf(slot: Slot): Text {
  if (!slot.words) {
    const cell = element(classOf("words"), slot.rowEl, "span");
    cell.setAttribute("role", "gridcell");
    cell.id = `${slot.rowEl.id}-words`;
    slot.rowEl.setAttribute("aria-labelledby", cell.id);
    slot.words = text(cell);
  }
  return slot.words;
}

export function insideOf(slot: Slot): Text {
  if (!slot.inside) {
    const inside = element(classOf("inside"), null, "span");
    slot.bar.prepend(inside);
    slot.inside = text(inside);
  }
  return slot.inside;
}

export function tailOf(slot: Slot): Tail {
  if (!slot.tail) {
    const tail = element(classOf("tail"), slot.bar, "span");
    const name = text(tail);
    const note = element(classOf("note"), tail, "span");
    note.hidden = true;
    slot.tail = { name, note, noteText: text(note) };
  }
  return slot.tail;
}

function text(parent: HTMLElement): Text {
  const node = document.createTextNode("");
  parent.append(node);
  return node;
}

export function slotElements(slot: Slot): HTMLElement[] {
  return [slot.rowEl, slot.bar];
}
