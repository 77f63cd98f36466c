/** What a person can do with whole roadmaps: start, open, copy, save as a file, bring in, put in the bin. */
import { parseDocument } from "#shared/document/parse.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { type Day, daysBetween, formatDay } from "#shared/domain/day.ts";
import type { Id } from "#shared/domain/fields.ts";
import { copyName } from "#shared/domain/operations/place.ts";
import {
  copyRoadmap,
  deleteRoadmap,
  type RoadmapStart,
  renameRoadmap,
  restoreRoadmap,
  startRoadmap,
} from "#shared/domain/operations/roadmaps.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { reviewName } from "#shared/domain/reviews.ts";
import { dayOfSession } from "#shared/domain/sessions.ts";
import { shiftPlan } from "#shared/domain/shiftPlan.ts";
import { count } from "#shared/domain/words.ts";
import { FORMAT_WORDS, type TextFormat } from "#shared/interchange/formatNames.ts";
import type { PrintOptions, PrintProgress } from "#shared/print/document/request.ts";
import type { App } from "./app.ts";
import { commitDrafts } from "./drafts.ts";
import { adopt } from "./imports.ts";
import { openRoadmap } from "./navigation.ts";
import { notify, notifyProblem, UNDO } from "./notify.ts";
import { performHome } from "./perform.ts";

export async function createRoadmap(app: App, input: RoadmapStart): Promise<void> {
  const change = performHome(app, startRoadmap(app.context, input));
  const id = change?.added[0]?.id;
  if (id) await openRoadmap(app, id, "outline");
}

export function rename(app: App, id: Id, name: string): void {
  const roadmap = app.documents.state.getState().roadmaps.get(id);
  if (roadmap) performHome(app, renameRoadmap(app.context, roadmap, name));
}

export function remove(app: App, id: Id): void {
  const roadmap = app.documents.state.getState().roadmaps.get(id);
  if (roadmap && performHome(app, deleteRoadmap(app.context, roadmap))) {
    notify(app, `“${roadmap.name}” moved to the bin.`, UNDO);
  }
}

export function restore(app: App, id: Id): void {
  const roadmap = app.documents.state.getState().roadmaps.get(id);
  if (roadmap) performHome(app, restoreRoadmap(app.context, roadmap));
}

export async function duplicate(app: App, id: Id): Promise<void> {
  const loaded = await app.storage.loadPlan(id);
  if (!loaded.ok) return notifyProblem(app, loaded.problem);
  const { plan } = loaded.value;
  performHome(app, copyRoadmap(app.context, plan, copyName(plan.roadmap.name)));
}

/** The day the stories of the shipped examples are told on; a copy is moved by whole weeks so that it is told today. */
const EXAMPLE_TODAY = "2026-11-23";

export async function openExample(app: App, load: () => Promise<string>): Promise<void> {
  const parsed = parseDocument(await load());
  if (!parsed.ok) return notifyProblem(app, parsed.problem);
  const weeks = Math.round(daysBetween(EXAMPLE_TODAY, app.ui.getState().today) / 7);
  await adopt(app, shiftPlan(parsed.value, weeks * 7), "Open example");
}

export async function saveCopy(app: App): Promise<void> {
  commitDrafts(app);
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  const saved = await app.platform.saveDocument({
    suggestedName: `${fileNameFor(plan)}.groundwork`,
    text: serialiseDocument(plan, { exportedAt: app.context.now() }),
  });
  if (!saved.ok) notifyProblem(app, saved.problem);
  else if (saved.value.outcome === "saved") notify(app, `Saved as ${saved.value.name}.`);
}

/** A file for other programs. What of the plan it has no place for is told when it is written. */
export async function exportAs(app: App, format: Exclude<TextFormat, "groundwork">): Promise<void> {
  commitDrafts(app);
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  const { leftOut, writePlan } = await import("#shared/interchange/formats.ts");
  const saved = await app.platform.saveDocument({
    suggestedName: `${fileNameFor(plan)}.${format}`,
    text: writePlan(plan, format, app.context.now()),
    format,
  });
  if (!saved.ok) return notifyProblem(app, saved.problem);
  if (saved.value.outcome !== "saved") return;
  const left = leftOut(plan, format);
  const without = left.length > 0 ? ` ${FORMAT_WORDS[format]} has no place for ${listed(left)}.` : "";
  notify(app, `Saved as ${saved.value.name}.${without}`);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What is printed, and how: what it does not say is as the roadmap remembers it. */
export type PdfChoice = Partial<Pick<PrintOptions, "part" | "sessionId" | "reviewId" | "settings" | "paper">>;

/** Lays out and saves or prints; meanwhile it says how far it is, and can be called off. */
export async function exportPdf(app: App, choice: PdfChoice): Promise<void> {
  commitDrafts(app);
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  const stop = new AbortController();
  const say = (words: string): void => app.ui.setState({ busy: words, cancelBusy: () => stop.abort() });
  say("Laying out the pages…");
  const argument = {
    document: serialiseDocument(plan, { exportedAt: app.context.now() }),
    options: { ...choice, asOf: printedAsOf(app, plan) },
    suggestedName: `${fileNameFor(plan)}${partWords(plan, choice)}.pdf`,
  };
  const onProgress = (progress: PrintProgress): void => {
    if (!stop.signal.aborted) say(progressWords(progress));
  };
  const exported = await app.platform
    .exportPdf(argument, { signal: stop.signal, onProgress })
    .finally(() => app.ui.setState({ busy: null, cancelBusy: null }));
  if (!exported.ok) return notifyProblem(app, exported.problem);
  if (exported.value.outcome === "saved")
    notify(app, `Saved as ${exported.value.name}, ${count(exported.value.pages, "page")}.`);
}

/** The day the plan is kept as of, else today. */
export function printedAsOf(app: App, plan: Plan): Day {
  return plan.roadmap.statusDate ?? app.ui.getState().today;
}

function progressWords({ step, done, of }: PrintProgress): string {
  if (step === "writing") return "Writing the PDF…";
  return step === "drawing" ? `Drawing page ${Math.min(done + 1, of)} of ${of}…` : "Laying out the pages…";
}

function partWords(plan: Plan, { part, sessionId, reviewId }: PdfChoice): string {
  const review = plan.reviews.get(reviewId ?? "");
  if (part === "review") return review ? `, ${reviewName(review)}` : ", review";
  const session = plan.sessions.get(sessionId ?? "");
  if (part === "session") return session ? `, session of ${formatDay(dayOfSession(session))}` : ", session";
  return part === "decisions" ? ", who decides" : "";
}

/** A name that every file system takes. */
export function fileNameFor(plan: Plan): string {
  const name = plan.roadmap.name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return (name || "Roadmap").slice(0, 100);
}
