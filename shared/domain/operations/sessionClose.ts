/** Closing a session: what it brings about, as one change. */
import { type Change, composeChanges, createChange, type EditContext } from "#shared/domain/change.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import type { Entity } from "#shared/domain/entity.ts";
import type { Id } from "#shared/domain/fields.ts";
import { applyChange, type Plan } from "#shared/domain/plan.ts";
import { type Result, refuse } from "#shared/domain/result.ts";
import type { Session } from "#shared/domain/session.ts";
import { dayOfSession, liveSessions, notReached, sessionName, stateOf } from "#shared/domain/sessions.ts";
import { stopped } from "#shared/domain/sessionTime.ts";
import { freeBaselineName, freezeBaseline } from "./baselines.ts";
import { changed, gone } from "./context.ts";
import { takeActionLines } from "./sessionActions.ts";
import { blankSession, carriedInto, withoutDay } from "./sessions.ts";

export interface Closing {
  /** When the pair meets again; null while it is not known: what was not reached waits for the next session. */
  readonly nextOn: Day | null;
  /** Where work goes that was only noted, and who hands it over; as of `takeActionLines`. */
  readonly parentId: Id | null;
  readonly byId: Id | null;
}

/**
 * Closes an open session: noted actions become tasks, the plan is frozen under the session's name, and what was not
 * reached goes to the session of the next day, which is planned if there is none.
 */
export function closeSession(plan: Plan, ctx: EditContext, id: Id, closing: Closing): Result<Change> {
  const session = plan.sessions.get(id);
  if (!session) return gone("session");
  if (stateOf(session) !== "open") return refuse("not-open", "That session is not open.");
  const { nextOn } = closing;
  if (nextOn !== null && !isDay(nextOn))
    return refuse("no-day", "That is not a date between the years 1900 and 2199.");
  if (nextOn !== null && nextOn <= ctx.today())
    return refuse("past", "The next session comes after today. Choose a later day, or leave it open.");
  const actions = takeActionLines(plan, ctx, id, closing);
  if (!actions.ok) return actions;
  const after = applyChange(plan, actions.value);
  const frozen = freeze(after, ctx, session);
  const closed = closedSession(ctx, after.sessions.get(id) as Session, nextOn, frozen.baselineId);
  const next = nextOn === null ? NOTHING : nextRows(after, ctx, closed, nextOn);
  const rest = createChange(ctx, "", {
    added: [...frozen.added, ...next.added],
    updated: [[after.sessions.get(id) as Session, closed], ...next.updated],
    removed: frozen.removed,
  });
  const { added, updated, removed } = composeChanges(ctx, "", [actions.value, rest]);
  return changed(ctx, "Close session", { added, updated, removed });
}

interface Rows {
  readonly added: readonly Entity[];
  readonly updated: readonly (readonly [Entity, Entity])[];
}
const NOTHING: Rows = { added: [], updated: [] };

/** The baseline of an earlier closing gives way. A plan without dates has nothing to freeze. */
function freeze(plan: Plan, ctx: EditContext, session: Session) {
  const before = session.baselineId === null ? undefined : plan.baselines.get(session.baselineId);
  const removed = before ? [before] : [];
  const others = before ? applyChange(plan, createChange(ctx, "", { removed })) : plan;
  const frozen = freezeBaseline(others, ctx, freeBaselineName(others, sessionName(session)));
  const row = frozen.ok ? frozen.value.added[0] : undefined;
  return { added: row ? [row] : [], removed, baselineId: row?.id ?? null };
}

function closedSession(
  ctx: EditContext,
  session: Session,
  nextOn: Day | null,
  baselineId: Id | null,
): Session {
  const closedAt = ctx.now();
  const still = stopped(session, closedAt);
  const agenda = still.agenda.map((item) =>
    item.kind === "next" && nextOn !== null ? { ...item, isDone: true } : item,
  );
  return { ...still, agenda, closedAt, nextOn, baselineId };
}

function nextRows(plan: Plan, ctx: EditContext, closed: Session, day: Day): Rows {
  const left = notReached(closed);
  const planned = liveSessions(plan).find(
    (session) => stateOf(session) === "planned" && dayOfSession(session) === day,
  );
  if (planned) return { added: [], updated: [[planned, carriedInto(ctx, planned, left)]] };
  return {
    added: [carriedInto(ctx, blankSession(plan, ctx, day), left)],
    updated: withoutDay(plan.roadmap, day),
  };
}
