/** What a person can do with what changed: ask since when, say why something slipped, take the list along. */
import type { JournalSince } from "#renderer/store/storage.ts";
import type { PlanView, Since, UiState } from "#renderer/store/uiStore.ts";
import { isWhereItLed, netOfChanges, planBefore } from "#shared/changes/net.ts";
import { withSlip } from "#shared/changes/slips.ts";
import type { ChangeLine, Former, UntoldSlip } from "#shared/changes/types.ts";
import type { Baseline } from "#shared/domain/baseline.ts";
import { baselineName, frozenOn } from "#shared/domain/compareWords.ts";
import { addDays, dayOfInstant, formatDay, startOfDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { baselinesOf } from "#shared/domain/operations/baselines.ts";
import { editEntity } from "#shared/domain/operations/edit.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Session } from "#shared/domain/session.ts";
import type { App } from "./app.ts";
import { showIssue } from "./issues.ts";
import { showDialog, showView } from "./navigation.ts";
import { notify, notifyProblem } from "./notify.ts";
import { perform } from "./perform.ts";
import { showProcedure } from "./procedures.ts";
import { showDecision } from "./records.ts";
import { goTo } from "./selection.ts";
import { showMatter } from "./whoDecides.ts";

/** A former state of the open plan. */
export interface FormerState {
  readonly former: Former;
  /** `since 3 Mar 2027`. */
  readonly since: string;
  /** What has to be said of where it comes from, or null. */
  readonly note: string | null;
}

/** Sessions that are over, the last one first. */
export function closedSessions(plan: Plan): (Session & { readonly closedAt: string })[] {
  return [...plan.sessions.values()]
    .flatMap((session) => {
      const { closedAt, deletedAt } = session;
      return closedAt === null || deletedAt !== null ? [] : [{ ...session, closedAt }];
    })
    .sort((a, b) => (a.closedAt < b.closedAt ? 1 : -1));
}

const USUAL_DAYS = 7;

/** The last session, or where there was none yet a week ago, if the journal reaches back so far; else a baseline. */
export function usualSince(app: App, plan: Plan): Since {
  const last = closedSessions(plan)[0];
  if (last) return { kind: "session", id: last.id };
  const day = addDays(app.ui.getState().today, -USUAL_DAYS);
  if (Date.parse(startOfDay(day)) >= Date.parse(plan.roadmap.createdAt)) return { kind: "day", day };
  const baseline = baselinesOf(plan)[0];
  return baseline ? { kind: "baseline", id: baseline.id } : { kind: "first" };
}

/** The open plan as it was. Read from the journal, or from a baseline where the journal does not reach. */
export async function formerOf(app: App, since: Since): Promise<Result<FormerState>> {
  for (;;) {
    if (!(await app.storage.flush())) return refuse("not-saved", NOT_SAVED);
    const { plan } = app.documents.state.getState();
    if (!plan) return refuse("no-plan", "No roadmap is open.");
    if (since.kind === "baseline") return frozenState(app, plan, since.id);
    if (since.kind === "file") return ok(savedState(since));
    const asked = askedOf(plan, since);
    if (!asked.ok) return asked;
    const read = await app.storage.journalSince(plan.roadmap.id, asked.value);
    if (!read.ok) return read;
    // Somebody went on editing meanwhile: what was read is older than the plan by now.
    if (app.documents.state.getState().plan === plan) return stateFrom(app, plan, asked.value, read.value);
  }
}

const NOT_SAVED =
  "The last changes are not written to disk yet, so what changed cannot be told. It can once they are saved.";

interface Asked {
  readonly since: string;
  readonly sessionId: Id | null;
  readonly words: string;
}

function askedOf(plan: Plan, since: Exclude<Since, { kind: "baseline" | "file" }>): Result<Asked> {
  switch (since.kind) {
    case "first": {
      const { createdAt } = plan.roadmap;
      return ok({
        since: createdAt,
        sessionId: null,
        words: `since it was first opened here, ${dayWords(createdAt)}`,
      });
    }
    case "day":
      return ok({ since: startOfDay(since.day), sessionId: null, words: `since ${formatDay(since.day)}` });
    case "session": {
      const session = plan.sessions.get(since.id);
      const at = session?.closedAt ?? session?.openedAt;
      if (!session || !at)
        return refuse("gone", "That session is no longer in the plan. Choose another day.");
      return ok({ since: at, sessionId: session.id, words: `since the session of ${dayWords(at)}` });
    }
  }
}

function dayWords(instant: string): string {
  return formatDay(dayOfInstant(new Date(instant)));
}

function savedState({ name, savedAt, plan }: Extract<Since, { kind: "file" }>): FormerState {
  const when = savedAt === null ? "" : `, saved ${dayWords(savedAt)}`;
  return { former: { kind: "plan", plan }, since: `since the file “${name}”${when}`, note: null };
}

function frozenState(app: App, plan: Plan, id: Id): Result<FormerState> {
  const baseline = plan.baselines.get(id);
  if (!baseline) return refuse("gone", "That baseline is no longer in the plan. Choose another day.");
  return ok({ former: { kind: "baseline", baseline }, since: sinceFrozen(app, baseline), note: null });
}

function sinceFrozen(app: App, baseline: Baseline): string {
  return `since “${baselineName(baseline)}”, frozen ${frozenOn(baseline, app.ui.getState().today)}`;
}

/** The journal tells of the whole time that was asked for, or a baseline from before it steps in. */
function stateFrom(
  app: App,
  plan: Plan,
  asked: Asked,
  { entries, isCut }: JournalSince,
): Result<FormerState> {
  const net = netOfChanges(
    plan.roadmap.id,
    entries.map(({ change }) => change),
  );
  const fits = isWhereItLed(plan, net);
  const beginsLater = Date.parse(asked.since) < Date.parse(plan.roadmap.createdAt);
  const why = !fits ? DOES_NOT_FIT : isCut ? IS_CUT : beginsLater ? beginsAt(plan) : null;
  const stand = why === null ? undefined : baselinesOf(plan).find(({ frozenAt }) => frozenAt <= asked.since);
  if (why !== null && stand) {
    const since = sinceFrozen(app, stand);
    return ok({
      former: { kind: "baseline", baseline: stand },
      since,
      note: `${why} So this is what changed ${since}.`,
    });
  }
  if (!fits) return refuse("no-fit", `${DOES_NOT_FIT} Choose a baseline instead.`);
  const former: Former = { kind: "plan", plan: planBefore(plan, net) };
  if (isCut) {
    const from = entries[0] ? `since ${dayWords(entries[0].change.at)}` : "by what can still be read";
    return ok({ former, since: from, note: `${IS_CUT} Older changes are not listed.` });
  }
  return ok({ former, since: asked.words, note: why && `${why} Nothing from before is listed.` });
}

const DOES_NOT_FIT = "The record of edits on this computer does not lead to this plan.";
const IS_CUT = "Part of the record of edits on this computer cannot be read.";

function beginsAt({ roadmap }: Plan): string {
  return `Edits are recorded from ${dayWords(roadmap.createdAt)} on, when this roadmap was made or opened on this computer.`;
}

/** Remembers why a milestone slipped; an empty reason says that there is none, and it is not asked about again. */
export function tellSlip(app: App, { milestoneId, from, to }: UntoldSlip, reason: string): void {
  const label = reason.trim() === "" ? "No reason for the slip" : "Say why it slipped";
  perform(app, (plan, ctx) => {
    const milestone = plan.milestones.get(milestoneId);
    if (!milestone) return refuse("gone", "That milestone is no longer in the plan.");
    const slips = withSlip(milestone, { from, to, reason, on: ctx.today() });
    return editEntity(plan, ctx, "milestone", milestoneId, { slips }, { label });
  });
}

/** Shows what a line is about, on the screen it belongs to. */
export function openLine(app: App, { id, rowKind }: Pick<ChangeLine, "id" | "rowKind">): void {
  if (rowKind === "roadmap") showDialog(app, { kind: "settings" });
  else if (rowKind === "procedure") showProcedure(app, id);
  else if (rowKind === "person") showAt(app, "people", { personId: id });
  else if (rowKind === "routine") showAt(app, "routines", { routineId: id });
  else if (rowKind === "decisionRight") showMatter(app, id);
  else if (rowKind === "issue") showIssue(app, id);
  else if (rowKind === "decision") showDecision(app, id);
  else openItem(app, id);
}

function showAt(app: App, view: PlanView, at: Partial<UiState>): void {
  app.ui.setState(at);
  showView(app, view);
}

function openItem(app: App, id: Id): void {
  const { route } = app.ui.getState();
  if (route.screen === "plan" && route.view !== "outline" && route.view !== "timeline")
    showView(app, "outline");
  goTo(app, id);
}

export async function copyText(app: App, text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(app, done);
  } catch {
    notifyProblem(app, {
      code: "no-clipboard",
      message: "The clipboard could not be written to. Click into the window and try again.",
    });
  }
}
