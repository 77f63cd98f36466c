import { type ReactNode, startTransition, useEffect, useRef, useState } from "react";
import type { App } from "#renderer/commands/app.ts";
import { type Seen, SeenContext, useApp } from "#renderer/commands/hooks.ts";
import { afterPaint } from "#renderer/ui/afterPaint.ts";
import styles from "./Behind.module.css";

/**
 * Draws what stands beside the rows right behind them: a change made elsewhere is painted where it was made before
 * anything in here is drawn. While the focus is in here, changes show at once: a field that has just handed on what
 * was typed must not fall back to what stood there before.
 */
export function Behind({ children }: { readonly children: ReactNode }) {
  const app = useApp();
  const [seen, setSeen] = useState(() => seenNow(app));
  const latest = useRef(seen);
  const hasFocus = useRef(false);

  useEffect(() => {
    let callOff = (): void => {};
    let isWaiting = false;
    const follow = (): void => {
      const [was, now] = [latest.current, seenNow(app)];
      if (now === null || (was?.plan === now.plan && was.selection === now.selection)) return;
      latest.current = now;
      callOff();
      const draw = (): void => {
        isWaiting = false;
        startTransition(() => setSeen(now));
      };
      if (hasFocus.current || was?.plan.roadmap.id !== now.plan.roadmap.id) setSeen(now);
      else if (was.plan === now.plan && !isWaiting) draw();
      else {
        isWaiting = true;
        callOff = afterPaint(draw);
      }
    };
    follow();
    const stops = [app.documents.state.subscribe(follow), app.ui.subscribe(follow)];
    return () => {
      callOff();
      for (const stop of stops) stop();
    };
  }, [app]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears where the focus is.
    <div
      className={styles.behind}
      onFocus={() => {
        hasFocus.current = true;
        setSeen(latest.current);
      }}
      onBlur={() => {
        hasFocus.current = false;
      }}
    >
      <SeenContext value={seen}>{children}</SeenContext>
    </div>
  );
}

function seenNow(app: App): Seen | null {
  const { plan } = app.documents.state.getState();
  return plan && { plan, selection: app.ui.getState().selection };
}
