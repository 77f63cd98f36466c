/** Whether what is on screen is on disk. Told truthfully: `saved` only when nothing is typed, queued or failed. */
import { createStore, type StoreApi } from "zustand/vanilla";

export interface SaveState {
  /** Changes handed to the database and not yet confirmed. */
  readonly queued: number;
  /** Fields with typing that is not yet a change. */
  readonly drafts: number;
  /** Why the last write failed, in a sentence; null while all is well. */
  readonly failure: string | null;
}

export type SaveWord = "saved" | "saving" | "failed";

export function createSaveStore(): StoreApi<SaveState> {
  return createStore<SaveState>(() => ({ queued: 0, drafts: 0, failure: null }));
}

export function saveWord(state: SaveState): SaveWord {
  if (state.failure !== null) return "failed";
  return state.queued + state.drafts > 0 ? "saving" : "saved";
}
