/** Everything a command may use, put together once in renderer/main.tsx. */
import type { StoreApi } from "zustand/vanilla";
import type { Platform } from "#renderer/platform/platform.ts";
import type { DocumentStore } from "#renderer/store/documentStore.ts";
import type { SaveState } from "#renderer/store/saveStore.ts";
import type { Storage } from "#renderer/store/storage.ts";
import type { UiStore } from "#renderer/store/uiStore.ts";
import type { EditContext } from "#shared/domain/change.ts";

export interface App {
  readonly documents: DocumentStore;
  readonly ui: UiStore;
  readonly save: StoreApi<SaveState>;
  readonly storage: Storage;
  readonly platform: Platform;
  readonly context: EditContext;
}
