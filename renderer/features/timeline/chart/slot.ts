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
  readonly words: Text;
  readonly lane: HTMLElement;
  readonly bar: HTMLElement;
  /** Text within the bar, and beside it. */
  readonly inside: Text;
  readonly beside: Text;
  readonly tail: HTMLElement;
  readonly note: HTMLElement;
  readonly noteText: Text;
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
  nameInside: boolean | null;
  progress: number;
  depth: number;
  expanded: boolean | null | undefined;
  selected: boolean | undefined;
}

let charts = 0;

/** Prefix of the row ids of one chart, for aria-activedescendant. */
export function newChartPrefix(): string {
  return `timeline-${++charts}`;
}

/** `prefix` makes the ids of one chart's rows unique on the page. */
export function createSlot(prefix: string, number: number): Slot {
  const row = rowElements(`${prefix}-row-${number}`);
  const bar = barElements();
  row.rowEl.dataset.slot = String(number);
  bar.bar.dataset.slot = String(number);
  return {
    ...row,
    ...bar,
    row: -1,
    hidden: false,
    lane: laneElement(),
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
    nameInside: null,
    progress: -1,
    depth: -1,
    expanded: undefined,
    selected: undefined,
  };
}

function laneElement(): HTMLElement {
  const lane = element(classOf("lane"));
  lane.hidden = true;
  return lane;
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
  const cell = element(classOf("words"), rowEl, "span");
  cell.setAttribute("role", "gridcell");
  cell.id = `${id}-words`;
  rowEl.setAttribute("aria-labelledby", cell.id);
  return { rowEl, header, code, mark, nameEl, name: text(nameEl), words: text(cell) };
}

function barElements() {
  const bar = element(classOf("bar"));
  const inside = text(element(classOf("inside"), bar, "span"));
  const tail = element(classOf("tail"), bar, "span");
  const beside = text(tail);
  const note = element(classOf("note"), tail, "span");
  note.hidden = true;
  return { bar, inside, tail, beside, note, noteText: text(note) };
}

function text(parent: HTMLElement): Text {
  const node = document.createTextNode("");
  parent.append(node);
  return node;
}

export function slotElements(slot: Slot): HTMLElement[] {
  return [slot.rowEl, slot.bar];
}
