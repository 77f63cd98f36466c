/**
 * Time in a session. What runs is kept as an instant, so that nothing is written while it runs and a crash loses
 * none of it. Times are seconds; instants ISO 8601 UTC.
 */
import type { AgendaItem, Session } from "./session.ts";

/** What is kept at most of one item: ten days. */
const MOST_SECONDS = 864_000;
/** From here on it is likelier that nobody stopped the clock than that the pair still talks. */
export const LONG_RUN_SECONDS = 3 * 3_600;

/** Seconds since the present item was started; 0 while none runs, and when the clock was set back. */
export function runningSeconds({ running }: Session, now: string): number {
  if (!running) return 0;
  const seconds = (Date.parse(now) - Date.parse(running.since)) / 1_000;
  return Math.max(0, Math.min(MOST_SECONDS, seconds));
}

/** Seconds spent on an item, what runs included. */
export function spentOn(session: Session, item: AgendaItem, now: string): number {
  const more = session.running?.itemId === item.id ? runningSeconds(session, now) : 0;
  return Math.min(MOST_SECONDS, item.spentSeconds + more);
}

/** Seconds spent on the whole agenda. */
export function spentInAll(session: Session, now: string): number {
  return session.agenda.reduce((sum, item) => sum + spentOn(session, item, now), 0);
}

/** The session with nothing running: what ran is added to its item. */
export function stopped(session: Session, now: string): Session {
  if (!session.running) return session;
  const { itemId } = session.running;
  return {
    ...session,
    running: null,
    agenda: session.agenda.map((item) =>
      item.id === itemId ? { ...item, spentSeconds: spentOn(session, item, now) } : item,
    ),
  };
}

/** `12 min left`, `under a minute left`, `5 min over`: words rather than colours. Empty where no time is set aside. */
export function leftWords(minutes: number, spentSeconds: number): string {
  if (minutes === 0) return "";
  const left = minutes * 60 - spentSeconds;
  if (left <= -60) return `${Math.floor(-left / 60)} min over`;
  if (left <= 0) return "time is up";
  return left < 60 ? "under a minute left" : `${Math.ceil(left / 60)} min left`;
}

/** Whole minutes, as they are told. */
export function spentMinutes(seconds: number): number {
  return Math.round(seconds / 60);
}
