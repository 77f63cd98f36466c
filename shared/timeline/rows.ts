/** A plan as timeline rows: what is folded away, what each bar shows. Pure, O(items). */

import { commissionWords, waitsForStart } from "#shared/domain/commission.ts";
import type { Comparison, ItemComparison } from "#shared/domain/compare.ts";
import { type Day, dayNumber } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { type Gate, gatesOf, tooEarlyIn } from "#shared/domain/gates.ts";
import { type OutlineNode, outlineOf } from "#shared/domain/outline.ts";
import { segmentsOf } from "#shared/domain/outlineBuild.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { promiseOf } from "#shared/domain/promise.ts";
import { nameOrUntitled } from "#shared/domain/words.ts";
import { NO_SIGNS, type RowKind, type RowMark, type RowSigns, type Span, type TimelineRow } from "./bar.ts";
import type { Filtered } from "./filter.ts";
import { markOf } from "./rowMarks.ts";

const HUES = 6;

/** What is looked for among the rows. */
export interface RowLook {
  /** Null shows everything. */
  readonly filtered: Filtered | null;
  readonly critical: ReadonlySet<Id>;
  /** Day number up to which an item may slip. */
  readonly slipTo: ReadonlyMap<Id, number>;
}

/**
 * Rows in reading order; what a folded row holds, and what a filter leaves out, is left out. `today` decides what is
 * late; a comparison, where the ghosts lie.
 */
export function timelineRows(
  plan: Plan,
  collapsed: ReadonlySet<Id>,
  today: Day,
  comparison: Comparison | null = null,
  look: RowLook | null = null,
): readonly TimelineRow[] {
  const early = tooEarlyIn(plan);
  const gates = new Map<Id, Gate>(gatesOf(plan).map((gate) => [gate.stage.id, gate]));
  const isPlain = comparison === null && look === null;
  const rows = segmentsOf(outlineOf(plan)).map((nodes, index) => {
    const [stage] = nodes as [OutlineNode];
    const gate = gates.get(stage.item.id);
    const view = { collapsed, today, hue: (index % HUES) + 1, gate: gate?.isUsed ? gate.state : null };
    return isPlain ? knownRows(nodes, view, early) : stageRows(nodes, { ...view, early, comparison, look });
  });
  const [only] = rows;
  return only && rows.length === 1 ? only : rows.flat();
}

/** What the rows of a stage are made for, besides its nodes. */
interface StageView {
  readonly collapsed: ReadonlySet<Id>;
  readonly today: Day;
  readonly hue: number;
  /** Null unless the stage's gate is used. */
  readonly gate: RowSigns["gate"];
}

interface KnownRows extends StageView {
  readonly early: readonly Id[];
  readonly rows: readonly TimelineRow[];
}

const known = new WeakMap<OutlineNode, KnownRows>();

/** The rows of a stage that an edit left alone are the same rows. */
function knownRows(
  nodes: readonly OutlineNode[],
  view: StageView,
  early: ReadonlyMap<Id, unknown>,
): readonly TimelineRow[] {
  const [stage] = nodes as [OutlineNode];
  const before = known.get(stage);
  const earlyHere = early.size === 0 ? NONE : idsIn(nodes, early);
  const keys = ["collapsed", "today", "hue", "gate"] as const;
  if (
    before &&
    keys.every((key) => before[key] === view[key]) &&
    earlyHere.length === before.early.length &&
    earlyHere.every((id, i) => id === before.early[i])
  )
    return before.rows;
  const rows = stageRows(nodes, { ...view, early, comparison: null, look: null });
  known.set(stage, { ...view, early: earlyHere, rows });
  return rows;
}

const NONE: readonly Id[] = [];

function idsIn(nodes: readonly OutlineNode[], among: ReadonlyMap<Id, unknown>): readonly Id[] {
  const ids: Id[] = [];
  for (const { item } of nodes) if (item.kind === "milestone" && among.has(item.id)) ids.push(item.id);
  return ids;
}

interface Shown extends StageView {
  readonly early: ReadonlyMap<Id, unknown>;
  readonly comparison: Comparison | null;
  readonly look: RowLook | null;
}

function stageRows(nodes: readonly OutlineNode[], view: Shown): readonly TimelineRow[] {
  const { collapsed, today, hue, comparison, look } = view;
  const shown = look?.filtered?.shown;
  const rows: TimelineRow[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.depth > hiddenBelow || shown?.has(node.item.id) === false) continue;
    const holds = shown ? node.children.some(({ item }) => shown.has(item.id)) : node.children.length > 0;
    const folded = holds && collapsed.has(node.item.id);
    hiddenBelow = folded ? node.depth : Number.POSITIVE_INFINITY;
    const ghost = comparison ? ghostOf(comparison.byId.get(node.item.id)) : null;
    const signs = signsOf(node, folded, today, look, gateSigns(node, view));
    rows.push(new NodeRow(node, today, hue, holds ? !folded : null, ghost, signs));
  }
  return rows;
}

type GateSigns = Pick<RowSigns, "gate" | "isEarly">;
const NO_GATE: GateSigns = { gate: null, isEarly: false };
const EARLY: GateSigns = { gate: null, isEarly: true };

/** An item does not know of it by itself: a decision elsewhere changes its signs. */
function gateSigns({ item }: OutlineNode, { gate, early }: Pick<Shown, "gate" | "early">): GateSigns {
  if (item.kind === "milestone" && early.has(item.id)) return EARLY;
  return item.kind === "stage" && gate !== null ? { gate, isEarly: false } : NO_GATE;
}

function ghostOf(item: ItemComparison | undefined): Span | null {
  if (!item?.changes.includes("moved")) return null;
  const { start, finish } = item.was;
  return start === null || finish === null ? null : { start: dayNumber(start), finish: dayNumber(finish) };
}

/** What holds others is critical by what it holds, which is seen there unless it is folded away. */
function signsOf(
  node: OutlineNode,
  folded: boolean,
  today: Day,
  look: RowLook | null,
  gate: GateSigns,
): RowSigns {
  const { item } = node;
  const isHolder = item.kind === "stage" || node.isGroup;
  const promised = item.kind !== "stage" && item.deadline !== null ? promiseOf(node, today) : null;
  const isPinned = !isHolder && item.isPinned;
  const isDimmed = look?.filtered?.matches.has(item.id) === false;
  const isCritical = (folded || !isHolder) && (look?.critical.has(item.id) ?? false);
  const slipTo = isCritical ? null : (look?.slipTo.get(item.id) ?? null);
  const starts = startsOf(node);
  const isPlain = !promised && !isPinned && !isDimmed && !isCritical && slipTo === null;
  if (isPlain && starts === "none" && gate === NO_GATE) return NO_SIGNS;
  const promise = promised && { day: dayNumber(promised.deadline), isMissed: promised.isMissed };
  return { isDimmed, isCritical, slipTo, promise, isPinned, starts, ...gate };
}

function startsOf(node: OutlineNode): RowSigns["starts"] {
  if (commissionWords(node) === null) return "none";
  return waitsForStart(node) ? "late" : "well";
}

/** What few rows are asked for is worked out when they are: a window shows thirty of ten thousand. */
class NodeRow implements TimelineRow {
  readonly #node: OutlineNode;
  readonly #today: Day;
  readonly hue: number;
  readonly expanded: boolean | null;
  readonly ghost: Span | null;
  readonly signs: RowSigns;

  constructor(
    node: OutlineNode,
    today: Day,
    hue: number,
    expanded: boolean | null,
    ghost: Span | null,
    signs: RowSigns,
  ) {
    this.#node = node;
    this.#today = today;
    this.hue = hue;
    this.expanded = expanded;
    this.ghost = ghost;
    this.signs = signs;
  }
  get id(): Id {
    return this.#node.item.id;
  }
  get kind(): RowKind {
    return kindOf(this.#node);
  }
  get depth(): number {
    return this.#node.depth;
  }
  /** Of two rows in the same place among rows whose codes are the same. */
  hasCodeOf(other: NodeRow): boolean {
    return this.#node.place === other.#node.place;
  }
  get code(): string {
    return this.#node.wbsCode;
  }
  get label(): string {
    return nameOrUntitled(this.#node.item.name, this.#node.item.kind);
  }
  get start(): number | null {
    return this.#node.startNumber;
  }
  get finish(): number | null {
    return this.#node.finishNumber;
  }
  get progress(): number {
    return (this.#node.progressPct ?? 0) / 100;
  }
  get mark(): RowMark {
    return markOf(this.#node, this.#today).mark;
  }
  get note(): string {
    const { note } = markOf(this.#node, this.#today);
    return this.signs.isEarly ? withEarly(note) : note;
  }
}

/**
 * Whether row after row of two lists with the same ids in the same order, asked in that order, has the same outline
 * number: quicker than to write both.
 */
export function hasSameCode(a: TimelineRow, b: TimelineRow): boolean {
  return a instanceof NodeRow && b instanceof NodeRow ? a.hasCodeOf(b) : a.code === b.code;
}

export function kindOf(node: OutlineNode): RowKind {
  return node.item.kind === "task" && node.isGroup ? "group" : node.item.kind;
}

function withEarly(word: string): string {
  return word === "" ? "Too early" : `${word}, too early`;
}
