/** The document to look at before it is printed: the very sheets, each drawn when it is scrolled to. */
import type { Plan } from "#shared/domain/plan.ts";
import { type KnownSections, layingOut, type PrintDocument } from "#shared/print/document/document.ts";
import { HEAD_LOGO, logoIn } from "#shared/print/document/logoIn.ts";
import type { PreviewOutcome, PrintRequest } from "#shared/print/document/request.ts";
import { settingsFor } from "#shared/print/document/settings.ts";
import { breather } from "./breather.ts";
import { measureText } from "./fonts.ts";
import { kindOf } from "./Leaf.tsx";
import { PreviewPages } from "./PreviewPages.tsx";
import { pageRules } from "./pageRules.ts";
import { type ReadRequest, readRequest } from "./readRequest.ts";
import { draw, setPageRules, TROUBLE, wordsFor } from "./show.tsx";
import "./preview.css";

let run = 0;
const known = new WeakMap<Plan, KnownSections>();

export async function preview(request: PrintRequest): Promise<PreviewOutcome> {
  const own = ++run;
  const isCurrent = (): boolean => own === run;
  try {
    const read = await readRequest(request);
    if (!isCurrent()) return { outcome: "superseded" };
    if (!read.ok) return { outcome: "refused", message: read.problem.message };
    const laid = await layOut(read.value, isCurrent);
    if (!laid) return { outcome: "superseded" };
    put(laid, read.value);
    return { outcome: "shown", previewed: told(laid) };
  } catch (error) {
    reportError(error);
    return { outcome: "refused", message: TROUBLE };
  }
}

export function setColumns(columns: number): void {
  document.documentElement.style.setProperty("--columns", String(columns));
}

export function setTheme(theme: "light" | "dark"): void {
  document.documentElement.dataset.theme = theme;
}

async function layOut(
  { plan, options }: ReadRequest,
  isCurrent: () => boolean,
): Promise<PrintDocument | null> {
  const kept = known.get(plan) ?? new Map();
  known.set(plan, kept);
  const settings = settingsFor(plan, options);
  const steps = layingOut({ plan, settings, asOf: options.asOf, measure: measureText, known: kept });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breather();
    if (!isCurrent()) return null;
  }
}

function put(laid: PrintDocument, { plan, options }: ReadRequest): void {
  const words = wordsFor(plan, options);
  const settings = settingsFor(plan, options);
  setPageRules(pageRules(laid.sections.map(kindOf), words, settings));
  if (document.documentElement.dataset.preview === undefined) {
    document.documentElement.dataset.preview = "";
    document.addEventListener("click", followLink);
    // One stop for the keyboard, from which the arrows scroll.
    document.body.tabIndex = 0;
  }
  draw(<PreviewPages document={laid} wordsFor={words} logo={logoIn(settings.logo, HEAD_LOGO)} />);
}

/** Links of the contents lead to pages of the preview, without a step in the window's history. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.getAttribute("href")?.slice(1) ?? "")?.scrollIntoView({ behavior: "smooth" });
}

function told({ pageCount, sections, leftOut }: PrintDocument) {
  return {
    pages: pageCount,
    sections: sections.map(({ section, about }) => ({ section, pages: about.length })),
    leftOut,
  };
}
