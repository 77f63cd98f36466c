/** A saved copy or a backup of the open roadmap, to tell what changed since it was written. */
import { parseDocument } from "#shared/document/parse.ts";
import { savedAtOf } from "#shared/document/savedAt.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { App } from "./app.ts";
import { notifyProblem } from "./notify.ts";

/** Asks for a file and tells the changes since then; nothing of the plan is touched. */
export async function chooseVersion(app: App): Promise<void> {
  const chosen = await app.platform.openDocument();
  if (!chosen.ok) return notifyProblem(app, chosen.problem);
  if (chosen.value.outcome !== "opened") return;
  const { name, text } = chosen.value;
  const read = versionOf(app, text);
  if (!read.ok) return notifyProblem(app, read.problem);
  const savedAt = savedAtOf(text);
  app.ui.setState({ changesSince: { kind: "file", name, savedAt, plan: read.value } });
}

function versionOf(app: App, text: string): Result<Plan> {
  const read = parseDocument(text);
  if (!read.ok) return read;
  if (read.value.roadmap.id !== app.documents.state.getState().plan?.roadmap.id)
    return refuse(
      "other-roadmap",
      "That file was not saved from this roadmap. Choose a copy or a backup that was saved from it.",
    );
  return read;
}
