import { Timer } from "lucide-react";
import { useEffect, useState } from "react";
import { useApp, usePlan, useUi } from "#renderer/commands/hooks.ts";
import { showSessions } from "#renderer/commands/sessions.ts";
import { presentItem } from "#shared/domain/operations/agenda.ts";
import { openSession } from "#shared/domain/sessions.ts";
import { spentInAll, spentMinutes } from "#shared/domain/sessionTime.ts";
import { minutesWords } from "#shared/domain/words.ts";
import styles from "./SessionChip.module.css";

const EVERY_MS = 15_000;

/** On every other screen while a session is open: how long it goes on, what is talked about, and the way back. */
export function SessionChip() {
  const app = useApp();
  const session = openSession(usePlan());
  const isThere = useUi(
    ({ route, sessionId }) => route.screen === "plan" && route.view === "sessions" && sessionId !== "list",
  );
  const [, setTick] = useState(0);
  const isShown = session !== null && !isThere;
  useEffect(() => {
    if (!isShown) return;
    const timer = window.setInterval(() => setTick((n) => n + 1), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isShown]);
  if (!isShown) return null;
  const minutes = minutesWords(spentMinutes(spentInAll(session, app.context.now())));
  const item = presentItem(session)?.name.trim();
  return (
    <button type="button" className={styles.chip} onClick={() => showSessions(app)}>
      <Timer size={14} aria-hidden />
      <span className={styles.words}>{["Session", minutes, item].filter(Boolean).join(", ")}</span>
    </button>
  );
}
