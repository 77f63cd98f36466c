/** Pictures of the plan for slides: drawn to look at, saved as a file, or copied to be pasted. */
import { serialiseDocument } from "#shared/document/serialise.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { PictureFormat, PictureOptions, PictureOutcome } from "#shared/print/picture.ts";
import type { App } from "./app.ts";
import { commitDrafts } from "./drafts.ts";
import { notify, notifyProblem } from "./notify.ts";
import { fileNameFor } from "./roadmaps.ts";

export type PictureChoice = Omit<PictureOptions, "asOf" | "format">;
export type Drawn = Extract<PictureOutcome, { ok: true }>;

export async function drawPicture(
  app: App,
  choice: PictureChoice,
  format: PictureFormat,
): Promise<Result<Drawn>> {
  commitDrafts(app);
  const { plan } = app.documents.state.getState();
  if (!plan) return refuse("picture.noPlan", "Open a roadmap first.");
  const options: PictureOptions = {
    ...choice,
    format,
    asOf: plan.roadmap.statusDate ?? app.ui.getState().today,
  };
  const exportedAt = app.context.now();
  const drawn = await app.platform.drawPicture({
    document: JSON.parse(serialiseDocument(plan, { exportedAt })) as unknown,
    options,
  });
  return drawn.ok ? ok(drawn) : refuse("picture.refused", drawn.message);
}

export async function savePicture(app: App, choice: PictureChoice, format: PictureFormat): Promise<void> {
  const { plan } = app.documents.state.getState();
  if (!plan) return;
  app.ui.setState({ busy: "Drawing the picture…" });
  const drawn = await drawPicture(app, choice, format).finally(() => app.ui.setState({ busy: null }));
  if (!drawn.ok) return notifyProblem(app, drawn.problem);
  const what = choice.picture === "timeline" ? ", timeline" : "";
  const saved = await app.platform.savePicture({
    suggestedName: `${fileNameFor(plan)}${what}.${format}`,
    format,
    content: drawn.value.content,
  });
  if (!saved.ok) return notifyProblem(app, saved.problem);
  if (saved.value.outcome === "saved") notify(app, `Saved as ${saved.value.name}.`);
}

const NOT_COPIED = "The picture could not be copied. Save it as a file instead.";

/** What the clipboard is given is still being drawn then: browsers allow it only at the press of the button. */
export async function copyPicture(app: App, choice: PictureChoice): Promise<void> {
  app.ui.setState({ busy: "Drawing the picture…" });
  let problem = NOT_COPIED;
  async function pixels(): Promise<Blob> {
    const drawn = await drawPicture(app, choice, "png");
    if (!drawn.ok) {
      problem = drawn.problem.message;
      throw new Error(problem);
    }
    const bytes = Uint8Array.from(atob(drawn.value.content), (sign) => sign.charCodeAt(0));
    return new Blob([bytes], { type: "image/png" });
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pixels() })]);
    notify(app, "Copied. Paste it into a slide.");
  } catch {
    notifyProblem(app, { code: "picture.copy", message: problem });
  } finally {
    app.ui.setState({ busy: null });
  }
}
