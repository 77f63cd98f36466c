/** What is printed when somebody asks for this roadmap in that way. */
import type { Plan } from "#shared/domain/plan.ts";
import type { Paper, PrintSettings } from "#shared/domain/printSettings.ts";
import type { PrintOptions } from "./request.ts";

/** Where neither the roadmap nor the request says which. */
const USUAL_PAPER: Paper = "A4";

/** The roadmap's own settings, or those that are tried out, with what the request says otherwise. */
export function settingsFor(
  plan: Plan,
  { part, settings, preset, sections, paper, orientation }: PrintOptions,
): PrintSettings & { readonly paper: Paper } {
  const base = settings ?? plan.roadmap.print;
  return {
    ...base,
    ...(preset ? { preset } : {}),
    ...(sections ? { preset: "own", sections } : {}),
    ...(part === "decisions" ? { preset: "own", sections: ["decisions"] } : {}),
    ...(orientation ? { orientation, sectionOrientations: [] } : {}),
    paper: paper ?? base.paper ?? USUAL_PAPER,
  };
}
