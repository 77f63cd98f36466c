/** The chart by keyboard: one stop for Tab, then rows by arrows. Everything the mouse can do has a key here. */
import type { Id } from "#shared/domain/fields.ts";
import type { ChartContext } from "./context.ts";
import { renameRow } from "./rename.ts";
import { selectRow } from "./selection.ts";

export interface KeyboardActions {
  zoomSteps(steps: number): void;
  today(): void;
  fit(): void;
}

type Key = (ctx: ChartContext, event: KeyboardEvent, actions: KeyboardActions) => void;

const PAGE_SHARE = 0.9;
/** Share of the window by which Shift and an arrow move it sideways. */
const PAN_SHARE = 0.25;

const KEYS: Record<string, Key> = {
  ArrowDown: (ctx, event) => step(ctx, 1, event.shiftKey),
  ArrowUp: (ctx, event) => step(ctx, -1, event.shiftKey),
  PageDown: (ctx, event) => step(ctx, pageRows(ctx), event.shiftKey),
  PageUp: (ctx, event) => step(ctx, -pageRows(ctx), event.shiftKey),
  Home: (ctx, event) => goTo(ctx, 0, event.shiftKey),
  End: (ctx, event) => goTo(ctx, ctx.data.rows.length - 1, event.shiftKey),
  ArrowRight: (ctx, event) => (event.shiftKey ? pan(ctx, 1) : unfold(ctx)),
  ArrowLeft: (ctx, event) => (event.shiftKey ? pan(ctx, -1) : fold(ctx)),
  Enter: (ctx) => enter(ctx),
  " ": (ctx, event) => selectRow(ctx, ctx.active, { add: event.ctrlKey || event.metaKey || isChosen(ctx) }),
  "[": (ctx) => nudge(ctx, -1),
  "]": (ctx) => nudge(ctx, 1),
  "{": (ctx) => stretch(ctx, "finish", -1),
  "}": (ctx) => stretch(ctx, "finish", 1),
  "<": (ctx) => stretch(ctx, "start", -1),
  ">": (ctx) => stretch(ctx, "start", 1),
  "+": (_, __, actions) => actions.zoomSteps(1),
  "=": (_, __, actions) => actions.zoomSteps(1),
  "-": (_, __, actions) => actions.zoomSteps(-1),
  t: (_, __, actions) => actions.today(),
  f: (_, __, actions) => actions.fit(),
  c: (ctx) => ctx.events.critical(),
  "/": (ctx) => ctx.events.filter(),
  l: (ctx) => beginLink(ctx),
  n: (ctx) => addHere(ctx),
  Delete: (ctx) => remove(ctx),
  F2: (ctx) => renameRow(ctx, ctx.active),
  Escape: (ctx) => endLink(ctx, "Link cancelled"),
};

/** Keys that a command elsewhere may own when held with Control, Command or Alt. */
export function onKeyDown(ctx: ChartContext, event: KeyboardEvent, actions: KeyboardActions): void {
  if (event.target !== ctx.dom.scroller || event.altKey) return;
  const withCommand = event.ctrlKey || event.metaKey;
  if (withCommand && event.key !== " ") return;
  if (event.key === "Escape" && ctx.linkFrom < 0) return;
  const key = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
  if (!key) return;
  event.preventDefault();
  event.stopPropagation();
  if (ctx.active < 0 && ctx.data.rows.length > 0) ctx.active = 0;
  key(ctx, event, actions);
}

function isChosen(ctx: ChartContext): boolean {
  const row = ctx.data.row(ctx.active);
  return row !== null && ctx.selection.has(row.id);
}

function pageRows(ctx: ChartContext): number {
  return Math.max(1, Math.floor((ctx.view.laneHeight / ctx.view.rowHeight) * PAGE_SHARE));
}

function step(ctx: ChartContext, by: number, extend: boolean): void {
  goTo(ctx, ctx.active + by, extend);
}

function goTo(ctx: ChartContext, index: number, extend: boolean): void {
  const held = Math.min(ctx.data.rows.length - 1, Math.max(0, index));
  if (held < 0) return;
  if (ctx.linkFrom >= 0) {
    ctx.active = held;
    ctx.target = held === ctx.linkFrom ? -1 : held;
  } else selectRow(ctx, held, { extend });
  ctx.revealRow(held);
}

function pan(ctx: ChartContext, direction: number): void {
  ctx.scrollBy(direction * ctx.view.laneWidth * PAN_SHARE, 0);
}

function unfold(ctx: ChartContext): void {
  const row = ctx.data.row(ctx.active);
  if (row?.expanded === false) ctx.events.toggle(row.id);
  else if (row?.expanded) step(ctx, 1, false);
}

function fold(ctx: ChartContext): void {
  const row = ctx.data.row(ctx.active);
  const parent = ctx.data.parentOf(ctx.active);
  if (row?.expanded) ctx.events.toggle(row.id);
  else if (parent >= 0) goTo(ctx, parent, false);
}

function enter(ctx: ChartContext): void {
  const row = ctx.data.row(ctx.active);
  if (!row) return;
  const from = ctx.data.row(ctx.linkFrom);
  if (!from) {
    ctx.events.open(row.id);
    return;
  }
  endLink(ctx, "");
  if (from.id !== row.id) ctx.events.link(from.id, row.id);
}

function beginLink(ctx: ChartContext): void {
  const row = ctx.data.row(ctx.active);
  if (!row || ctx.readOnly || row.kind === "stage") return;
  ctx.linkFrom = ctx.active;
  ctx.refreshRows();
  ctx.events.say(`Linking from ${row.label}. Go to the item that comes after it and press Enter.`);
}

function endLink(ctx: ChartContext, words: string): void {
  ctx.linkFrom = -1;
  ctx.target = -1;
  ctx.refreshRows();
  if (words !== "") ctx.events.say(words);
}

function addHere(ctx: ChartContext): void {
  const row = ctx.data.row(ctx.active);
  if (!row || ctx.readOnly || !ctx.canAdd) return;
  ctx.events.add(row.id, ctx.data.storedSpan(ctx.active)?.start ?? ctx.today);
}

/** What a key acts on: the chosen rows where the keyboard stands on one of them, else the row it stands on. */
function chosenIds(ctx: ChartContext): readonly Id[] {
  const row = ctx.data.row(ctx.active);
  if (!row || ctx.readOnly) return [];
  return ctx.selection.has(row.id) ? [...ctx.selection] : [row.id];
}

function remove(ctx: ChartContext): void {
  const ids = chosenIds(ctx);
  if (ids.length > 0) ctx.events.remove(ids);
}

/** Moves the chosen rows one working day on or back, as the first of them counts. */
function nudge(ctx: ChartContext, direction: number): void {
  const row = ctx.data.row(ctx.active);
  const ids = chosenIds(ctx);
  if (!row || ids.length === 0) return;
  const span = ctx.data.storedSpan(ctx.active);
  if (!span) return;
  const days = ctx.rules.workingStep(span.start, direction);
  if (days === 0) return;
  if (ids.length === 1 && row.kind === "milestone") ctx.events.milestone(row.id, span.start + days);
  else ctx.events.shift(ids, days);
  sayDates(ctx, row.id);
}

function stretch(ctx: ChartContext, edge: "start" | "finish", direction: number): void {
  const row = ctx.data.row(ctx.active);
  const span = ctx.data.storedSpan(ctx.active);
  if (!row || !span || ctx.readOnly || row.kind !== "task") return;
  const day = span[edge] + ctx.rules.workingStep(span[edge], direction);
  if (edge === "finish" ? day < span.start : day > span.finish) return;
  ctx.events[edge](row.id, day);
  sayDates(ctx, row.id);
}

/** After the store has answered, so that the words tell what is, not what was asked for. */
function sayDates(ctx: ChartContext, id: string): void {
  setTimeout(() => {
    if (ctx.data.indexOf(id) >= 0) ctx.events.say(ctx.rules.words(id));
  });
}
