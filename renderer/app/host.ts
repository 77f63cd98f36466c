/** Connects the app to its host: native menu, files handed over, closing without losing anything, backups. */

import type { App } from "#renderer/commands/app.ts";
import { commitDrafts } from "#renderer/commands/drafts.ts";
import { openFile } from "#renderer/commands/imports.ts";
import { keepView } from "#renderer/commands/navigation.ts";
import { notifyProblem } from "#renderer/commands/notify.ts";
import { run } from "#renderer/commands/registry.ts";
import { saveWord } from "#renderer/store/saveStore.ts";
import { serialiseDocument } from "#shared/document/serialise.ts";
import { ok, refuse } from "#shared/domain/result.ts";

const NOT_YET = "The last changes are not on disk yet.";
/** A backup of the open roadmap is written at most this often, and when the app closes. */
const BACKUP_EVERY_MS = 10 * 60_000;

export function connectHost(app: App): void {
  const { platform } = app;
  const backup = createBackup(app);
  platform.onMenuCommand((id) => run(app, id));
  platform.onDocumentOpened((file) => {
    if (file.ok) void openFile(app, file.value);
    else notifyProblem(app, file.problem);
  });
  platform.onClosing({
    isSaved() {
      commitDrafts(app);
      return saveWord(app.save.getState()) === "saved";
    },
    async flush() {
      commitDrafts(app);
      keepView(app);
      const written = await app.storage.flush();
      await backup.writeNow();
      return written ? ok(null) : refuse("unsaved", app.save.getState().failure ?? NOT_YET);
    },
  });
  window.addEventListener("pagehide", () => {
    commitDrafts(app);
    keepView(app);
  });
  window.setInterval(() => void backup.writeNow(), BACKUP_EVERY_MS);
}

/** Writes the open roadmap to the backup folder when it has changed since the last backup that was written. */
function createBackup(app: App) {
  let last: unknown = null;
  app.documents.state.subscribe((state, before) => {
    if (state.plan?.roadmap.id !== before.plan?.roadmap.id) last = state.plan;
  });
  return {
    async writeNow(): Promise<void> {
      const { plan, readOnly } = app.documents.state.getState();
      if (!app.platform.writeBackup || !plan || plan === last || readOnly !== null) return;
      const text = serialiseDocument(plan, { exportedAt: app.context.now() });
      const { id, name } = plan.roadmap;
      const written = await app.platform.writeBackup({ roadmapId: id, name: name || "Roadmap", text });
      if (written.ok) last = plan;
      else notifyProblem(app, written.problem);
    },
  };
}
