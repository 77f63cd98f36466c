/** The gates of the plan on a page, beside each other: where each stands, and what speaks for it. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Gate, gatesOf, isDue, isUndecided } from "#shared/domain/gates.ts";
import { decidedWith, gateStateWord, readinessLine } from "#shared/domain/gateWords.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { capital, nameOrUntitled } from "#shared/domain/words.ts";
import type { FlowMark } from "#shared/print/layout/flow.ts";
import { BODY_STRONG, BODY_TEXT, LINE, SMALL_TEXT } from "#shared/print/layout/planText.ts";
import { ellipsise, type Measure, wrapText } from "#shared/print/layout/text.ts";
import { gateMark } from "#shared/print/pages/verdictMarks.ts";

export interface GateCell {
  readonly id: Id;
  readonly stageIndex: number;
  readonly title: string;
  readonly mark: FlowMark;
  readonly state: string;
  readonly detail: readonly string[];
}

export interface GateStrip {
  readonly cells: readonly GateCell[];
  /** Marks of all gates that somebody set up, by stage, for the band. */
  readonly marks: ReadonlyMap<Id, FlowMark>;
  /** 0 while nobody has set up a gate. */
  readonly height: number;
}

export const GATE_GAP = 18;
const LEAST_WIDTH = 116;
const MOST_DETAIL = 3;
/** Rule above and space under it, and what stands before the words. */
const RULE = 5;
const MARK = 12;

/** As many as fit, from the last that was decided on. */
export function gateStrip(plan: Plan, asOf: Day, width: number, measure: Measure): GateStrip {
  const gates = gatesOf(plan);
  const used = gates.filter(({ isUsed }) => isUsed);
  const marks = new Map(used.map((gate) => [gate.stage.id, gateMark(gate)]));
  if (used.length === 0) return { cells: [], marks, height: 0 };
  const most = Math.max(1, Math.floor((width + GATE_GAP) / (LEAST_WIDTH + GATE_GAP)));
  const next = used.findIndex(isUndecided);
  const from = Math.max(0, Math.min(next < 0 ? used.length : next - 1, used.length - most));
  const shown = used.slice(from, from + most);
  const room = (width - GATE_GAP * (shown.length - 1)) / shown.length - 2;
  const cells = shown.map((gate) => gateCell(gate, gates.indexOf(gate), asOf, room, measure));
  const lines = Math.max(...cells.map(({ detail }) => detail.length));
  return { cells, marks, height: RULE + 2 * LINE.body + lines * LINE.small };
}

function gateCell(gate: Gate, stageIndex: number, asOf: Day, room: number, measure: Measure): GateCell {
  const { stage, day, decisions } = gate;
  const [last] = decisions;
  const due = day === null ? "" : isDue(gate, asOf) ? `, due since ${formatDay(day)}` : `, ${formatDay(day)}`;
  const state = `${gateStateWord(gate)}${last ? ` on ${formatDay(last.on)}` : due}`;
  const words = isUndecided(gate) || !last ? readinessLine(gate) : decidedWith(last);
  return {
    id: stage.id,
    stageIndex,
    title: ellipsise(`Gate of ${nameOrUntitled(stage.name, "stage").trim()}`, room, BODY_STRONG, measure),
    mark: gateMark(gate),
    state: ellipsise(state, room - MARK, BODY_TEXT, measure),
    detail: wrapText(capital(words), room, MOST_DETAIL, SMALL_TEXT, measure),
  };
}
