import { useEffect, useState } from "react";
import { useApp } from "#renderer/commands/hooks.ts";

/** Minutes are shown, so that a look at the clock every few seconds is often enough. */
const EVERY_MS = 5_000;

/** The present instant, looked at again while something runs. */
export function useNow(isRunning: boolean): string {
  const app = useApp();
  const [, setTick] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const timer = window.setInterval(() => setTick((n) => n + 1), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isRunning]);
  return app.context.now();
}
