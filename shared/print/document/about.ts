/** What a printed document says about itself to the programs that file, search and read it. */
import { z } from "zod";
import type { Plan } from "#shared/domain/plan.ts";
import { companyOf } from "#shared/print/planPage/planHead.ts";

export const documentAboutSchema = z
  .object({
    title: z.string().min(1),
    authors: z.array(z.string()).readonly(),
    subject: z.string(),
    /** Of the printed words (BCP 47). Names in other languages carry their own mark on the page. */
    language: z.string().min(1),
  })
  .readonly();
export type DocumentAbout = z.infer<typeof documentAboutSchema>;

/** The language of the words that are not the plan's own. */
const LANGUAGE = "en";

/** The authors are the two who draft the plan, or the company as long as nobody is named. */
export function documentAbout(plan: Plan, title: string): DocumentAbout {
  const { roadmap, people } = plan;
  const ids = [...new Set([roadmap.ceoId, roadmap.cooId])];
  const names = ids.map((id) => people.get(id ?? "")?.name.trim() ?? "").filter((name) => name !== "");
  return {
    title,
    authors: names.length > 0 ? names : [companyOf(plan)],
    subject: roadmap.vision.trim() || roadmap.name.trim(),
    language: LANGUAGE,
  };
}
