/** Files that come in: read beside the window, shown before anything is done, then added as a roadmap of their own. */
import { serialiseDocument } from "#shared/document/serialise.ts";
import { cutText, type Id } from "#shared/domain/fields.ts";
import { adoptRoadmap } from "#shared/domain/operations/roadmaps.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { parseCsv } from "#shared/interchange/csv-parse.ts";
import type { ImportContext } from "#shared/interchange/gan.ts";
import type { OpenedDocument } from "#shared/ipc/contract.ts";
import type { App } from "./app.ts";
import { openRoadmap, showDialog, showHome } from "./navigation.ts";
import { notify, notifyProblem } from "./notify.ts";
import { performHome } from "./perform.ts";
import { readBeside } from "./readBeside.ts";

export async function chooseFile(app: App): Promise<void> {
  const chosen = await app.platform.openDocument();
  if (!chosen.ok)
    return showDialog(app, {
      kind: "problem",
      title: "The file was not opened",
      message: chosen.problem.message,
    });
  if (chosen.value.outcome === "opened") await openFile(app, chosen.value);
}

const NO_READER = "Groundwork could not load what reads files. Restart it, then open the file again.";

/** A file somebody chose or dropped, told apart by its content. Nothing is brought in before it was looked at. */
export async function openFile(app: App, file: OpenedDocument): Promise<void> {
  const { name, text } = file;
  // Loaded when a file is opened: no other start of the app needs it.
  const reader = await import("#shared/interchange/readAny.ts").catch(() => null);
  if (!reader) return showUnread(app, name, NO_READER);
  const { kindOfFile, readAnyPlan } = reader;
  const { today } = app.ui.getState();
  app.ui.setState({ busy: "Reading the file…" });
  try {
    if (kindOfFile(file) === "csv") {
      const table = await readBeside({ as: "table", file, today }, () => parseCsv(text));
      if (!table.ok) return showUnread(app, name, table.problem.message);
      return showDialog(app, { kind: "import-table", name, table: table.value });
    }
    const read = await readBeside({ as: "plan", file, today }, () =>
      readAnyPlan(file, importContext(app, name)),
    );
    if (!read.ok) return showUnread(app, name, read.problem.message);
    showDialog(app, { kind: "import-preview", name, read: read.value });
  } finally {
    app.ui.setState({ busy: null });
  }
}

function showUnread(app: App, name: string, message: string): void {
  showDialog(app, { kind: "problem", title: `“${name}” was not opened`, message });
}

/** What an import takes from the app: ids, the clock, and a name for a roadmap that has none. */
export function importContext(app: App, fileName: string): ImportContext {
  const { context, ui } = app;
  return {
    newId: context.newId,
    now: context.now,
    today: ui.getState().today,
    fallbackName: fileName.replace(/\.[^.]*$/, ""),
  };
}

/** Once whoever brings it in has seen what becomes of it. The roadmap that is open is backed up first. */
export async function bringIn(app: App, plan: Plan, label: "Import roadmap" | "Open file"): Promise<void> {
  const backedUp = await backUpOpen(app);
  if (!backedUp.ok) return notifyProblem(app, backedUp.problem);
  const id = await adopt(app, plan, label);
  const name = app.documents.state.getState().roadmaps.get(id ?? "")?.name;
  if (name !== undefined)
    notify(app, `“${name}” is now a roadmap of its own. Delete it under All roadmaps if it was not meant.`);
}

async function backUpOpen(app: App): Promise<Result<null>> {
  const { plan, readOnly } = app.documents.state.getState();
  if (!app.platform.writeBackup || !plan || readOnly !== null) return ok(null);
  const { id, name } = plan.roadmap;
  const text = serialiseDocument(plan, { exportedAt: app.context.now() });
  const written = await app.platform.writeBackup({ roadmapId: id, name: name || "Roadmap", text });
  return written.ok ? ok(null) : written;
}

/** Adds a plan from outside under new ids, as one change, and opens it. Nothing that is here is touched. */
export async function adopt(app: App, plan: Plan, label: string): Promise<Id | null> {
  const { plan: open, roadmaps } = app.documents.state.getState();
  if (open) showHome(app);
  const taken = new Set([...roadmaps.values()].filter((r) => r.deletedAt === null).map((r) => r.name));
  const change = performHome(app, adoptRoadmap(app.context, plan, label, freeName(plan.roadmap.name, taken)));
  const id = change?.added[0]?.id ?? null;
  if (id) await openRoadmap(app, id, "outline");
  return id;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name;
  for (let n = 2; taken.has(candidate); n++) candidate = `${cutText(name, 480)} (${n})`;
  return candidate;
}
