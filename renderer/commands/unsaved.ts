import { useApp, useUi } from "./hooks.ts";
import { keepView } from "./navigation.ts";

/**
 * The line typed into a dialog that records something. It is kept on this computer with every letter, so that it is
 * there again when the dialog was closed, or the app was, before it was recorded.
 */
export function useUnsaved(
  kind: "issue" | "decision",
): readonly [text: string, setText: (text: string) => void] {
  const app = useApp();
  const text = useUi((state) => state.unsaved[kind]);
  function setText(typed: string): void {
    app.ui.setState(({ unsaved }) => ({ unsaved: { ...unsaved, [kind]: typed } }));
    keepView(app);
  }
  return [text, setText];
}
