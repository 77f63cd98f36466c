import type { UiState } from "#renderer/store/uiStore.ts";
import type { Id } from "#shared/domain/fields.ts";
import { presentItem } from "#shared/domain/operations/agenda.ts";
import type { Session } from "#shared/domain/session.ts";

/** Pages behind the agenda. */
export const PARTS = ["actions", "minutes", "private"] as const;
export type Part = Id | (typeof PARTS)[number];

export const PART_NAMES: Record<(typeof PARTS)[number], string> = {
  actions: "Handed over",
  minutes: "Minutes",
  private: "Private notes",
};

/** What was chosen if it is there, else what is talked about, else the minutes. */
export function shownPart(session: Session, wanted: UiState["sessionPart"]): Part {
  const isThere = PARTS.some((part) => part === wanted) || session.agenda.some(({ id }) => id === wanted);
  return isThere && wanted !== null ? wanted : (presentItem(session)?.id ?? "minutes");
}
