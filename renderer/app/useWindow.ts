import { useEffect, useLayoutEffect } from "react";
import { useApp, useDocument, useUi } from "#renderer/commands/hooks.ts";
import { themeInForce } from "#renderer/commands/theme.ts";
import { dayOfInstant } from "#shared/domain/day.ts";
import { listenToKeyboard } from "./keyboard.ts";

/** What the window itself needs: keyboard, theme, title, and a new day at midnight. */
export function useWindow(): void {
  const app = useApp();
  const theme = useUi((state) => state.theme);
  const name = useDocument((state) => state.plan?.roadmap.name ?? null);

  // Before the first paint: whoever sees the screen may type at once.
  useLayoutEffect(() => listenToKeyboard(app), [app]);

  useEffect(() => {
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    const show = (): void => {
      const inForce = themeInForce(theme);
      document.documentElement.dataset.theme = inForce;
      app.platform.setTheme(inForce);
    };
    show();
    system.addEventListener("change", show);
    return () => system.removeEventListener("change", show);
  }, [theme, app]);

  useEffect(() => {
    app.platform.setTitle(name ? `${name} – Groundwork` : "Groundwork");
  }, [name, app]);

  useEffect(() => {
    const timer = window.setInterval(() => {
      const today = dayOfInstant(new Date());
      if (today !== app.ui.getState().today) app.ui.setState({ today });
    }, 30_000);
    return () => window.clearInterval(timer);
  }, [app]);
}
