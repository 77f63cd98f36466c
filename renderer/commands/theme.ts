/** Light and dark. */
import { rememberTheme } from "#renderer/persistence/viewMemory.ts";
import type { Theme } from "#renderer/store/uiStore.ts";
import type { App } from "./app.ts";

/** The theme in force: the person's choice, else the system's. */
export function themeInForce(theme: Theme): "light" | "dark" {
  if (theme !== "system") return theme;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function switchTheme(app: App): void {
  const theme = themeInForce(app.ui.getState().theme) === "dark" ? "light" : "dark";
  app.ui.setState({ theme });
  rememberTheme(theme);
}
