/** What does not fit together in the open plan: the list beside the rows, and mending what it names. */
import { showsRows } from "#renderer/store/uiStore.ts";
import type { Change } from "#shared/domain/change.ts";
import { daysBetween } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok } from "#shared/domain/result.ts";
import { count, lowered } from "#shared/domain/words.ts";
import { type Clash, type Fix, quoted } from "#shared/schedule/clash.ts";
import { followersOf } from "#shared/schedule/follow.ts";
import { keptLinks, keptWords } from "#shared/schedule/keptLinks.ts";
import { followWords } from "#shared/timeline/words.ts";
import type { App } from "./app.ts";
import { findClashes } from "./findClashes.ts";
import { showView } from "./navigation.ts";
import { notify, UNDO } from "./notify.ts";
import { type Operation, perform } from "./perform.ts";

export function toggleClashes(app: App): void {
  const { clashesOpen } = app.ui.getState();
  if (clashesOpen && showsRows(app.ui.getState())) closeClashes(app);
  else showClashes(app);
}

/** They stand beside the rows they are about. */
function showClashes(app: App): void {
  if (!showsRows(app.ui.getState())) showView(app, "outline");
  app.ui.setState({ clashesOpen: true });
}

export function closeClashes(app: App): void {
  app.ui.setState({ clashesOpen: false });
}

/** Applies one way out of a clash as one step, and says what it was and what moved besides. */
export function mend(app: App, clash: Clash, fix: Fix): boolean {
  const { plan } = app.documents.state.getState();
  const about = plan && NAMED.has(clash.kind) ? ` for ${quoted(plan, clash.itemIds[0] ?? "")}` : "";
  const label = lowered(fix.label);
  return mendBy(app, (now, ctx) => fix.apply(now, ctx), `Done${about}: ${label}.`);
}

/** Kinds of clash that are about one item, which the words of their fixes call `it`. */
const NAMED: ReadonlySet<Clash["kind"]> = new Set([
  "promise-missed",
  "rule-not-met",
  "link-not-kept",
  "milestone-before-work",
]);

/** Moves all that starts too early for its links, as one step; what is pinned or has a must-date stays. */
export function mendAllLinks(app: App): boolean {
  const { plan } = app.documents.state.getState();
  if (!plan) return false;
  const kept = keptLinks(plan, app.context);
  return mendBy(app, () => kept.change, keptWords(kept));
}

/** What that would move, in words: `Moves 4 items, by up to 6 days`. */
export function effectOnAllWords(app: App, plan: Plan): string {
  const { change } = keptLinks(plan, app.context);
  if (!change.ok) return change.problem.message;
  const { updated } = change.value;
  const furthest = updated.reduce((far, [from, to]) => Math.max(far, Math.abs(shiftOf(from, to))), 0);
  const days = updated.length === 1 ? "by" : "by up to";
  return `Moves ${count(updated.length, "item")}, ${days} ${count(furthest, "day")}`;
}

/** Calendar days by which a row moved. */
function shiftOf(from: Entity, to: Entity): number {
  if (from.kind === "task" && to.kind === "task") return daysBetween(from.start, to.start);
  return from.kind === "milestone" && to.kind === "milestone" ? daysBetween(from.date, to.date) : 0;
}

function mendBy(app: App, operation: Operation, words: string): boolean {
  let own: Change | null = null;
  const change = perform(app, (plan, ctx) => {
    const result = operation(plan, ctx);
    if (!result.ok) return result;
    own = result.value;
    return ok(result.value);
  });
  const { plan } = app.documents.state.getState();
  if (!change || !own || !plan) return false;
  const besides = change.updated.length - (own as Change).updated.length;
  const moved =
    besides > 0
      ? ` ${count(besides, "item")} after it moved to keep ${besides === 1 ? "its" : "their"} links.`
      : "";
  notify(app, `${words}${moved}`, UNDO);
  // What was mended must not stand in the list for another moment.
  findClashes(plan, app.ui.getState().today);
  return true;
}

/** What a way out would move besides, in words: `Moves 4 others, by up to 6 days`; empty when nothing. */
export function effectWords(app: App, plan: Plan, fix: Fix): string {
  const result = fix.apply(plan, app.context);
  if (!result.ok) return result.problem.message;
  const own = new Set(result.value.updated.map(([, to]) => to.id));
  const days = followersOf(plan, result.value).flatMap(([from, to]) =>
    own.has(to.id) ? [] : [shiftOf(from, to)],
  );
  return followWords(days);
}
