/** Every edit that is made while a session is open says so. */
import type { EditContext } from "#shared/domain/change.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { sessionIdOf } from "#shared/domain/sessions.ts";

/** The same context with the id of whichever session of the open plan is open at the time. */
export function withOpenSession(context: EditContext, planNow: () => Plan | null): EditContext {
  return {
    newId: () => context.newId(),
    now: () => context.now(),
    today: () => context.today(),
    author: context.author,
    get sessionId() {
      return sessionIdOf(planNow());
    },
  };
}
