/** Draws what is to be printed, a few sheets at a time, so that a long document holds up nothing else. */
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { parseDocumentValue } from "#shared/document/parse.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { documentAbout } from "#shared/print/about.ts";
import { type DocumentSetting, layingOut, type PrintDocument } from "#shared/print/document.ts";
import { sheetSize } from "#shared/print/paper.ts";
import {
  type PrintOptions,
  type PrintOutcome,
  type PrintProgress,
  type PrintRequest,
  printOptionsSchema,
} from "#shared/print/request.ts";
import { documentTitle, runningWords } from "#shared/print/running.ts";
import { settingsFor } from "#shared/print/settings.ts";
import { breather } from "./breather.ts";
import { loadFonts, measureText } from "./fonts.ts";
import { kindOf } from "./Leaf.tsx";
import { NothingToPrint } from "./NothingToPrint.tsx";
import { PrintedRoadmap } from "./PrintedRoadmap.tsx";
import { type PageKind, pageKind, pageRules } from "./pageRules.ts";
import { SessionSheets } from "./SessionSheets.tsx";
import { textOf } from "./textOf.ts";

const TROUBLE = "The pages could not be laid out. Save a copy of the roadmap, open it and try again.";
const WRONG_OPTIONS =
  "Choose A4, Letter, A3, Tabloid or A0 paper, landscape or portrait, and an as-of date of the form yyyy-mm-dd.";
/** Milliseconds of drawing before others have their turn. */
const TURN = 30;

let root: Root | null = null;
let now: PrintProgress | null = null;

export function progress(): PrintProgress | null {
  return now;
}

export async function show(request: PrintRequest): Promise<PrintOutcome> {
  const options = printOptionsSchema.safeParse(request.options);
  if (!options.success) return { ok: false, message: WRONG_OPTIONS };
  const parsed = parseDocumentValue(request.document);
  if (!parsed.ok) return { ok: false, message: parsed.problem.message };
  try {
    await loadFonts(textOf(parsed.value));
    await drawAll(parsed.value, options.data);
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    return { ok: true, about: documentAbout(parsed.value, document.title) };
  } catch (error) {
    reportError(error);
    return { ok: false, message: TROUBLE };
  } finally {
    now = null;
  }
}

async function drawAll(plan: Plan, options: PrintOptions): Promise<void> {
  document.title = documentTitle(plan, options.part);
  const settings = settingsFor(
    plan,
    options.part === "decisions" ? { ...options, sections: ["decisions"] } : options,
  );
  const setRules = (kinds: readonly PageKind[]): void => {
    const words = { asOf: options.asOf, part: options.part, versionName: settings.versionName };
    setPageRules(pageRules(kinds, (size) => runningWords(plan, words, size, measureText), settings.colour));
  };
  const size = sheetSize(settings.paper, settings.orientation);
  const single = pageKind(size);
  if (options.part === "session") {
    setRules([single]);
    const session = plan.sessions.get(options.sessionId ?? "");
    return draw(
      <div className="leaf" data-page={single.name}>
        <SessionSheets plan={plan} session={session} asOf={options.asOf} />
      </div>,
    );
  }
  const laid = await layOut({ plan, settings, asOf: options.asOf, measure: measureText });
  setRules(laid.sections.length > 0 ? laid.sections.map(kindOf) : [single]);
  if (laid.pageCount === 0) return draw(<NothingToPrint kind={single} />);
  for (let most = 0; most < laid.pageCount; ) {
    const until = performance.now() + TURN;
    do draw(<PrintedRoadmap document={laid} most={++most} />);
    while (most < laid.pageCount && performance.now() < until);
    now = { step: "drawing", done: most, of: laid.pageCount };
    await breather();
  }
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
