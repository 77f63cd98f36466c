/** Composition root: take the writer's lock, open the database, load, wire the persister, render. */
import "@fontsource-variable/inter";
import "./ui/tokens.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "#renderer/app/ErrorBoundary.tsx";
import { connectHost } from "#renderer/app/host.ts";
import { takeWriterLock } from "#renderer/app/lock.ts";
import { Root } from "#renderer/app/Root.tsx";
import { startRouting } from "#renderer/app/routing.ts";
import { StartFailure } from "#renderer/app/StartFailure.tsx";
import type { App } from "#renderer/commands/app.ts";
import { AppContext } from "#renderer/commands/hooks.ts";
import { GroundworkDatabase } from "#renderer/persistence/database.ts";
import { createPersister } from "#renderer/persistence/persister.ts";
import { createStorage } from "#renderer/persistence/storage.ts";
import { recallTheme } from "#renderer/persistence/viewMemory.ts";
import { detectPlatform } from "#renderer/platform/choose.ts";
import { createDocumentStore, type DocumentStore } from "#renderer/store/documentStore.ts";
import { createSaveStore } from "#renderer/store/saveStore.ts";
import { withOpenSession } from "#renderer/store/sessionContext.ts";
import { createUiStore } from "#renderer/store/uiStore.ts";
import { dayOfInstant } from "#shared/domain/day.ts";

async function startApp(): Promise<App> {
  const readOnly = await takeWriterLock(navigator.locks);
  const started = {
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
    today: () => dayOfInstant(new Date()),
    author: "",
    sessionId: null,
  };
  const context = withOpenSession(started, () => documents.state.getState().plan);
  const db = new GroundworkDatabase();
  const save = createSaveStore();
  const persister = createPersister(db, save);
  const storage = createStorage(db, persister, context);
  const documents: DocumentStore = createDocumentStore({
    home: await storage.loadHome(),
    context,
    readOnly,
    sink: persister.enqueue,
  });
  const ui = createUiStore({ today: dayOfInstant(new Date()), theme: recallTheme() });
  return { documents, ui, save, storage, platform: detectPlatform(), context };
}

const root = createRoot(document.getElementById("root") as HTMLElement);

startApp()
  .then(async (app) => {
    connectHost(app);
    await startRouting(app);
    root.render(
      <AppContext value={app}>
        <ErrorBoundary>
          <Root />
        </ErrorBoundary>
      </AppContext>,
    );
    // Asks the browser not to clear the plans when the disk runs full; the answer changes nothing here.
    void navigator.storage?.persist?.();
  })
  .catch((error: unknown) => root.render(<StartFailure error={error} />));
