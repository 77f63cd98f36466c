import type { Paper } from "#shared/domain/printSettings.ts";

export const PAPER_WORDS: Record<Paper, string> = {
  A4: "A4",
  Letter: "Letter",
  A3: "A3",
  Tabloid: "Tabloid",
  A0: "A0 poster",
};

/** North America prints on Letter, everybody else on A4. */
export function usualPaper(): Paper {
  return /-(US|CA|MX|PH|CL|CO)$/i.test(navigator.language) ? "Letter" : "A4";
}

/** What the button says that makes the PDF, and what a browser does then. */
export const SAVE_WORDS = { desktop: "Save PDF…", browser: "Open the print dialog" } as const;
export const BROWSER_NOTE =
  "In the browser the print dialog opens: choose “Save as PDF” as the destination and leave margins and scale as they are.";
