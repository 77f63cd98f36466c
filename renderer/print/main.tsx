/** The printing page. Whoever opens it hands over a document and prints what then stands here. */
import "@fontsource/inter/400.css";
import "@fontsource/inter/600.css";
import "./print.css";
import "./planPage.css";
import "./charts.css";
import "./workTable.css";
import "./decisions.css";
import "./session.css";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { parseDocumentValue } from "#shared/document/parse.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { documentAbout } from "#shared/print/about.ts";
import { sheetSize } from "#shared/print/paper.ts";
import {
  type PrintOutcome,
  type PrintPage,
  type PrintRequest,
  printOptionsSchema,
} from "#shared/print/request.ts";
import { loadFonts, measureText } from "./fonts.ts";
import { PrintedRoadmap } from "./PrintedRoadmap.tsx";
import { documentTitle, pageRules } from "./pageRules.ts";
import { drawPicture } from "./picture/draw.tsx";

declare global {
  interface Window {
    groundworkPrint: PrintPage;
  }
}

const TROUBLE = "The pages could not be laid out. Save a copy of the roadmap, open it and try again.";
let root: Root | null = null;

async function show(request: PrintRequest): Promise<PrintOutcome> {
  const options = printOptionsSchema.safeParse(request.options);
  if (!options.success) {
    return {
      ok: false,
      message:
        "Choose A4, Letter, A3, Tabloid or A0 paper, landscape or portrait, and an as-of date of the form yyyy-mm-dd.",
    };
  }
  const parsed = parseDocumentValue(request.document);
  if (!parsed.ok) return { ok: false, message: parsed.problem.message };
  const plan = parsed.value;
  try {
    await loadFonts(textOf(plan));
    const size = sheetSize(options.data.paper, options.data.orientation);
    const title = documentTitle(plan, options.data.part);
    document.title = title;
    setPageRules(pageRules(plan, options.data, size, measureText));
    root ??= createRoot(document.getElementById("paper") as HTMLElement);
    const drawn = root;
    flushSync(() =>
      drawn.render(<PrintedRoadmap plan={plan} {...options.data} size={size} measure={measureText} />),
    );
    await document.fonts.ready;
    return { ok: true, about: documentAbout(plan, title) };
  } catch (error) {
    reportError(error);
    return { ok: false, message: TROUBLE };
  }
}

function setPageRules(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/** Every name that is printed: the fonts of their scripts must be there before anything is measured. */
function textOf(plan: Plan): string {
  const names = [plan.stages, plan.milestones, plan.tasks, plan.people, plan.decisionRights].flatMap((map) =>
    [...map.values()].map((row) => row.name),
  );
  const roles = [...plan.people.values()].map(({ role }) => role);
  const sessions = [...plan.sessions.values()].flatMap(({ name, minutes, agenda }) => [
    name,
    minutes,
    ...agenda.flatMap((item) => [item.name, item.notes]),
  ]);
  const decided = [...plan.decisions.values(), ...plan.issues.values()].flatMap((row) =>
    row.kind === "decision" ? [row.name, row.outcome, row.reason] : [row.name],
  );
  const characters = new Set(
    [
      ...sessions,
      ...decided,
      plan.roadmap.companyName,
      plan.roadmap.name,
      plan.roadmap.vision,
      ...names,
      ...roles,
    ].join(""),
  );
  return [...characters].join("");
}

window.groundworkPrint = {
  show,
  picture: (request) =>
    drawPicture(request, {
      prepare: (plan) => loadFonts(textOf(plan)),
      render: (page, css) => {
        setPageRules(css);
        root ??= createRoot(document.getElementById("paper") as HTMLElement);
        root.render(page);
      },
    }),
};
