/**
 * The stages as one band over a time axis. Stages that follow each other share a lane; stages that overlap in
 * time step down to a lane of their own. A label stands inside its stage when it fits, else it hangs above the
 * band. Stages without dates stand apart at the end, dashed. Units are points.
 */
import { type Day, dayNumber, formatDay, formatSpan } from "#shared/domain/day.ts";
import type { OutlineNode } from "#shared/domain/outline.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { ellipsise, type Measure, type TextStyle, wrapText } from "#shared/print/layout/text.ts";
import { extentOf, type TimeScale } from "#shared/timeline/scale.ts";
import { hangFlags, POLE_SPACE } from "./flags.ts";

export interface BandLabel {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  /** The dates, on a line of their own inside the band and after the name above it. */
  readonly dates: string;
  /** Of name and dates above the band, where lines run behind them; 0 inside. */
  readonly width: number;
  readonly inside: boolean;
  readonly anchor: "start" | "end";
  /** Pole from the label down to the stage. */
  readonly pole: { readonly x: number; readonly from: number; readonly to: number } | null;
}

export interface BandStage {
  readonly node: OutlineNode;
  /** Place among all stages, for the hue. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly dated: boolean;
  /** Null when even the place above had no room: then only the number stands. */
  readonly label: BandLabel | null;
}

export interface StageBand {
  readonly stages: readonly BandStage[];
  readonly top: number;
  readonly bottom: number;
}

export const STAGE_NAME: TextStyle = { size: 8.5, weight: 600 };
export const STAGE_DATES: TextStyle = { size: 7, weight: 400 };
const TALL = 27;
const SLIM = 15;
const LANE_GAP = 2;
const FLAG_LANE = 11;
const FLAG_LANES = 4;
const SMALLEST = 9;
const PADDING = 7;
/** What the point at a stage's end and the mark of its gate need beside the text. */
const POINT_ROOM = 21;

export interface BandRoom {
  readonly y: number;
  /** The time axis runs from 0 to here; undated stages stand in what is left up to `width`. */
  readonly axisWidth: number;
  readonly width: number;
}

export function stageBand(
  stages: readonly OutlineNode[],
  scale: TimeScale | null,
  room: BandRoom,
  measure: Measure,
): StageBand {
  const boxes = stages.map((node, index) => datedBox(node, index, scale, room.axisWidth));
  const dated = boxes.filter((box) => box !== null);
  const lanes = laneOf(dated);
  const laneCount = Math.max(0, ...lanes) + 1;
  const height = laneCount <= 3 ? TALL : SLIM;
  const dates = datesThatFit(dated, height, measure);
  const inside = dated.map((box) => insideLines(box, dates(box), height, measure));
  const hung = hangAbove(dated, inside, dates, room, measure);
  const flagRows = Math.max(-1, ...hung.map((flag) => flag?.lane ?? -1)) + 1;
  const top = room.y + flagRows * FLAG_LANE + (flagRows > 0 ? 3 : 0);
  const placed = dated.map((box, i): BandStage => {
    const y = top + (lanes[i] ?? 0) * (height + LANE_GAP);
    const label = inside[i]
      ? labelInside(box, y, height, inside[i])
      : labelAbove(box, y, top, hung[i] ?? null);
    return { node: box.node, index: box.index, x: box.x, y, width: box.width, height, dated: true, label };
  });
  const undated = stages.flatMap((node, index) => (boxes[index] ? [] : [{ node, index }]));
  const bottom = top + laneCount * (height + LANE_GAP) - LANE_GAP;
  return {
    stages: [...placed, ...undatedStages(undated, dated.length > 0, top, room, measure)],
    top,
    bottom,
  };
}

interface Box {
  readonly node: OutlineNode;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly start: Day;
  readonly finish: Day;
}

function datedBox(node: OutlineNode, index: number, scale: TimeScale | null, axisWidth: number): Box | null {
  const { spanStart: start, spanFinish: finish } = node;
  if (!scale || start === null || finish === null) return null;
  const extent = extentOf(scale, start, finish);
  const width = Math.max(extent.width, SMALLEST);
  return { node, index, x: Math.max(0, Math.min(extent.x, axisWidth - width)), width, start, finish };
}

/** The first lane in which a stage meets no earlier one. Days, not points, decide, except for tiny stages. */
function laneOf(boxes: readonly Box[]): number[] {
  const lanes: number[] = boxes.map(() => 0);
  const order = boxes.map((_, i) => i).sort((a, b) => (boxes[a] as Box).x - (boxes[b] as Box).x || a - b);
  const lastIn: Box[] = [];
  for (const i of order) {
    const box = boxes[i] as Box;
    let lane = lastIn.findIndex((last) => isAfter(last, box));
    if (lane < 0) lane = lastIn.length;
    lastIn[lane] = box;
    lanes[i] = lane;
  }
  return lanes;
}

function isAfter(last: Box, box: Box): boolean {
  return dayNumber(box.start) > dayNumber(last.finish) && box.x >= last.x + last.width - 0.5;
}

type DatesOf = (box: Box) => string;

const fullDates: DatesOf = ({ start, finish }) => formatSpan(start, finish);

/** `Jan – Nov 2027`, `Dec 2027 – Mar 2028`, `Jan 2027`. */
const monthDates: DatesOf = ({ start, finish }) => {
  const [from, to] = [formatDay(start, "monthYear"), formatDay(finish, "monthYear")];
  if (from === to) return to;
  return `${from.slice(-4) === to.slice(-4) ? from.slice(0, -5) : from} – ${to}`;
};

/** Whole dates where they fit, months on every stage alike when that lets more labels stand inside. */
function datesThatFit(boxes: readonly Box[], height: number, measure: Measure): DatesOf {
  const fitting = (dates: DatesOf): number =>
    boxes.filter((box) => insideLines(box, dates(box), height, measure)).length;
  return fitting(monthDates) > fitting(fullDates) ? monthDates : fullDates;
}

function nameOf({ node }: { readonly node: OutlineNode }): string {
  return `${node.wbsCode}  ${nameOrUntitled(node.item.name, "stage")}`;
}

/** Lines that fit inside the stage, or null. */
function insideLines(
  box: Box,
  dates: string,
  height: number,
  measure: Measure,
): { name: string; dates: string } | null {
  const name = nameOf(box);
  const room = box.width - PADDING - POINT_ROOM;
  if (height === TALL) {
    const fits = Math.max(measure(name, STAGE_NAME), measure(dates, STAGE_DATES)) <= room;
    return fits ? { name, dates } : null;
  }
  const both = measure(name, STAGE_NAME) + 6 + measure(dates, STAGE_DATES);
  return both <= room ? { name, dates } : null;
}

function labelInside(box: Box, y: number, height: number, text: { name: string; dates: string }): BandLabel {
  const baseline = height === TALL ? y + 11.5 : y + 10.4;
  return {
    x: box.x + PADDING,
    y: baseline,
    lines: [text.name],
    dates: text.dates,
    width: 0,
    inside: true,
    anchor: "start",
    pole: null,
  };
}

interface Above {
  readonly lane: number;
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly name: string;
  readonly dates: string;
  readonly width: number;
}

function hangAbove(
  boxes: readonly Box[],
  inside: readonly (object | null)[],
  datesOf: DatesOf,
  room: BandRoom,
  measure: Measure,
): (Above | null)[] {
  const texts = boxes.map((box) => {
    const name = ellipsise(nameOf(box), 190, STAGE_NAME, measure);
    const dates = datesOf(box);
    return { name, dates, width: measure(name, STAGE_NAME) + 5 + measure(dates, STAGE_DATES) };
  });
  const outside = boxes.flatMap((_, i) => (inside[i] ? [] : [i]));
  const flags = outside.map((i) => {
    return { x: poleOf(boxes[i] as Box), width: texts[i]?.width ?? 0, weight: -i };
  });
  const hung = hangFlags(flags, { left: 0, right: room.axisWidth, lanes: FLAG_LANES, gap: 8 });
  const result: (Above | null)[] = boxes.map(() => null);
  outside.forEach((i, at) => {
    const flag = hung[at];
    if (!flag) return;
    const anchor = flag.side === "right" ? "start" : "end";
    const x = poleOf(boxes[i] as Box) + (anchor === "start" ? POLE_SPACE : -POLE_SPACE);
    result[i] = { lane: flag.lane, x, anchor, ...(texts[i] as (typeof texts)[number]) };
  });
  return result;
}

function poleOf(box: Box): number {
  return box.x + Math.min(4, box.width / 2);
}

function labelAbove(box: Box, y: number, top: number, above: Above | null): BandLabel | null {
  if (!above) return null;
  const baseline = top - 6 - above.lane * FLAG_LANE;
  return {
    x: above.x,
    y: baseline,
    lines: [above.name],
    dates: above.dates,
    width: above.width,
    inside: false,
    anchor: above.anchor,
    pole: { x: poleOf(box), from: baseline - 6.5, to: y },
  };
}

/** Width kept free at the end of the axis for stages that have no dates yet. */
export function undatedRoom(stages: readonly OutlineNode[], width: number): number {
  const undated = stages.filter((stage) => stage.spanStart === null).length;
  if (undated === 0) return 0;
  if (undated === stages.length) return width;
  return Math.min(undated * 92, width * 0.4);
}

function undatedStages(
  undated: readonly { node: OutlineNode; index: number }[],
  besideDated: boolean,
  y: number,
  room: BandRoom,
  measure: Measure,
): BandStage[] {
  const from = besideDated ? room.axisWidth + 8 : 0;
  const gap = 4;
  const width = (room.width - from - gap * (undated.length - 1)) / Math.max(1, undated.length);
  return undated.map(({ node, index }, i) => {
    const x = from + i * (width + gap);
    const [name = ""] = wrapText(nameOf({ node }), width - 2 * PADDING, 1, STAGE_NAME, measure);
    const label: BandLabel = {
      x: x + PADDING,
      y: y + 11.5,
      lines: [name],
      dates: ellipsise("No dates yet", width - 2 * PADDING, STAGE_DATES, measure),
      width: 0,
      inside: true,
      anchor: "start",
      pole: null,
    };
    const legible = width >= 34;
    return { node, index, x, y, width, height: TALL, dated: false, label: legible ? label : null };
  });
}
