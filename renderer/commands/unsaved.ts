import { useEffect, useMemo, useRef } from "react";
import { holdDraft, releaseDraft } from "./drafts.ts";
import { useApp, useUi } from "./hooks.ts";

/**
 * The line typed into a dialog that records something. Closing the dialog keeps it for the next time; leaving the
 * roadmap or the app while the dialog is open saves it.
 */
export function useUnsaved(
  kind: "issue" | "decision",
  save: (text: string) => boolean,
): readonly [text: string, setText: (text: string) => void] {
  const app = useApp();
  const text = useUi((state) => state.unsaved[kind]);
  const field = useMemo(() => ({}), []);
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (text.trim() !== "") holdDraft(app, field, () => void latest.current(text));
    return () => releaseDraft(app, field);
  }, [app, field, text]);
  return [text, (typed) => app.ui.setState(({ unsaved }) => ({ unsaved: { ...unsaved, [kind]: typed } }))];
}
