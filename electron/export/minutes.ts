/** Which session is meant, and its minutes as Markdown. */
import { type Day, formatDay } from "#shared/domain/day.ts";
import type { Plan } from "#shared/domain/plan.ts";
import { ok, type Result, refuse } from "#shared/domain/result.ts";
import type { Session } from "#shared/domain/session.ts";
import { dayOfSession, lastClosed, liveSessions, sessionName } from "#shared/domain/sessions.ts";
import { minutesMarkdown } from "#shared/print/session/sessionMarkdown.ts";

interface Minutes {
  readonly content: string;
  readonly what: string;
}

/** `--session none` asks for the plan itself. */
const NONE = "none";

/** Null where the plan is to be written: it has no closed session, or the plan was asked for. */
export function minutesOf(plan: Plan, named: string | null, today: Day): Result<Minutes | null> {
  if (named?.toLowerCase() === NONE) return ok(null);
  const session = named === null ? ok(lastClosed(plan)) : chosenSession(plan, named);
  if (!session.ok) return session;
  if (!session.value) return ok(null);
  const content = minutesMarkdown(plan, session.value, today);
  return ok({ content, what: `Minutes of “${sessionName(session.value)}”` });
}

/** By its day, else by its name, capitals or not; the newest of several. */
export function chosenSession(plan: Plan, named: string): Result<Session> {
  const wanted = named.toLowerCase();
  const newestFirst = [...liveSessions(plan)].sort((a, b) => (dayOfSession(a) < dayOfSession(b) ? 1 : -1));
  const found =
    newestFirst.find((session) => dayOfSession(session) === wanted) ??
    newestFirst.find((session) => sessionName(session).toLowerCase() === wanted);
  if (found) return ok(found);
  const days = newestFirst.slice(0, 5).map((session) => formatDay(dayOfSession(session)));
  return refuse(
    "export.session",
    days.length === 0
      ? "This roadmap has no sessions. Leave --session out to write the plan."
      : `There is no session “${named}”. The newest are of ${days.join(", ")}.`,
  );
}
