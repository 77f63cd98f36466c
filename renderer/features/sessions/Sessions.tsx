import { usePlan, useUi } from "#renderer/commands/hooks.ts";
import { openSession } from "#shared/domain/sessions.ts";
import { SessionList } from "./SessionList.tsx";
import { SessionPage } from "./SessionPage.tsx";

/** The list of sessions, or the page of one: the one that was chosen, or else the one that is open. */
export function Sessions() {
  const plan = usePlan();
  const chosen = useUi((state) => state.sessionId);
  if (chosen === "list") return <SessionList />;
  const session = (chosen !== null && plan.sessions.get(chosen)) || openSession(plan);
  if (!session || session.deletedAt !== null) return <SessionList />;
  return <SessionPage key={session.id} session={session} />;
}
