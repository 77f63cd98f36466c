/** Draws what is to be printed, a few sheets at a time, so that a long document holds up nothing else. */
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import type { Plan } from "#shared/domain/plan.ts";
import { documentAbout } from "#shared/print/document/about.ts";
import { type DocumentSetting, layingOut, type PrintDocument } from "#shared/print/document/document.ts";
import type {
  PrintOptions,
  PrintOutcome,
  PrintProgress,
  PrintRequest,
} from "#shared/print/document/request.ts";
import { documentTitle, type RunningWords, runningWords } from "#shared/print/document/running.ts";
import { settingsFor } from "#shared/print/document/settings.ts";
import { type SheetSize, sheetSize } from "#shared/print/layout/paper.ts";
import { breather } from "./breather.ts";
import { homeOfPlan, loadDrawn, measureText } from "./fonts.ts";
import { kindOf } from "./Leaf.tsx";
import { markLanguages } from "./languages.ts";
import { NothingToPrint } from "./NothingToPrint.tsx";
import { PrintedRoadmap } from "./PrintedRoadmap.tsx";
import { pageKind, pageRules } from "./pageRules.ts";
import { ReviewSheets } from "./ReviewSheets.tsx";
import { readRequest } from "./readRequest.ts";
import { SessionSheets } from "./SessionSheets.tsx";

export const TROUBLE = "The pages could not be laid out. Save a copy of the roadmap, open it and try again.";
/** Milliseconds of drawing before others have their turn. */
const TURN = 30;

let root: Root | null = null;
let now: PrintProgress | null = null;

export function progress(): PrintProgress | null {
  return now;
}

export async function show(request: PrintRequest): Promise<PrintOutcome> {
  try {
    const read = await readRequest(request);
    if (!read.ok) return { ok: false, message: read.problem.message };
    const { plan, options } = read.value;
    const title = documentTitle(plan, options.part);
    document.title = title;
    document.documentElement.setAttribute("data-unseen", "");
    await drawAll(plan, options);
    await loadDrawn(document.body);
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    return { ok: true, about: documentAbout(plan, title) };
  } catch (error) {
    reportError(error);
    return { ok: false, message: TROUBLE };
  } finally {
    now = null;
  }
}

async function drawAll(plan: Plan, options: PrintOptions): Promise<void> {
  const settings = settingsFor(plan, options);
  const words = wordsFor(plan, options);
  const single = pageKind(sheetSize(settings.paper, settings.orientation));
  const flowing = flowingPart(plan, options);
  if (flowing) {
    setPageRules(pageRules([single], words, settings));
    draw(
      <div className="leaf" data-page={single.name}>
        {flowing}
      </div>,
    );
    return markLanguages(document.body, homeOfPlan());
  }
  const laid = await layOut({ plan, settings, asOf: options.asOf, measure: measureText });
  const kinds = laid.sections.map(kindOf);
  setPageRules(pageRules(kinds.length > 0 ? kinds : [single], words, settings));
  if (laid.pageCount === 0) return draw(<NothingToPrint kind={single} />);
  await drawSheets(laid);
}

/** What the browser breaks into pages by itself; null for everything else. */
function flowingPart(plan: Plan, { part, sessionId, reviewId, asOf }: PrintOptions): ReactNode {
  if (part === "session")
    return <SessionSheets plan={plan} session={plan.sessions.get(sessionId ?? "")} asOf={asOf} />;
  if (part === "review")
    return <ReviewSheets plan={plan} review={plan.reviews.get(reviewId ?? "")} asOf={asOf} />;
  return null;
}

/** What stands in the margins of sheets of a size. */
export function wordsFor(plan: Plan, options: PrintOptions): (size: SheetSize) => RunningWords {
  const { asOf, part } = options;
  const { versionName } = settingsFor(plan, options);
  return (size) => runningWords(plan, { asOf, part, versionName }, size, measureText);
}

async function layOut(setting: DocumentSetting): Promise<PrintDocument> {
  const steps = layingOut(setting);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    now = { step: "laying out", ...value };
    await breather();
  }
}

async function drawSheets(laid: PrintDocument): Promise<void> {
  for (let most = 0; most < laid.pageCount; ) {
    const until = performance.now() + TURN;
    do draw(<PrintedRoadmap document={laid} most={++most} />);
    while (most < laid.pageCount && performance.now() < until);
    now = { step: "drawing", done: most, of: laid.pageCount };
    await breather();
  }
}

/** What then stands on the page. */
export function draw(content: ReactNode): void {
  root ??= createRoot(document.getElementById("paper") as HTMLElement);
  const drawn = root;
  flushSync(() => drawn.render(content));
}

export function setPageRules(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}
