import type { Paper } from "#shared/domain/printSettings.ts";

export const PAPER_WORDS: Record<Paper, string> = {
  A4: "A4, 210 × 297 mm",
  Letter: "Letter, 8.5 × 11 in",
  A3: "A3, 297 × 420 mm",
  Tabloid: "Tabloid, 11 × 17 in",
  A0: "A0 poster, 841 × 1189 mm",
};

/** North America prints on Letter, everybody else on A4. */
export function usualPaper(): Paper {
  return /-(US|CA|MX|PH|CL|CO)$/i.test(navigator.language) ? "Letter" : "A4";
}

/** What the button says that makes the PDF, and what a browser does then. */
export const SAVE_WORDS = { desktop: "Save PDF…", browser: "Open the print dialog" } as const;
export const BROWSER_NOTE =
  "In the browser the print dialog opens: choose “Save as PDF” as the destination and leave margins and scale as they are.";
