import { useEffect, useId, useMemo, useRef, useState } from "react";
import { holdDraft, releaseDraft } from "./drafts.ts";
import { useApp } from "./hooks.ts";

/** How long typing may rest before it becomes a change, in milliseconds. */
const PAUSE_MS = 400;

export interface Draft {
  readonly text: string;
  setText(text: string): void;
  /** Makes a change of what was typed, now. */
  commit(): void;
  /** Forgets what was typed since the last change. */
  cancel(): void;
}

/**
 * A text field that saves while one types: a pause, leaving the field or leaving the app makes a change of it.
 * `save` gets a group that stays the same until the field is left, so that undo takes the typing back as one step.
 */
export function useDraft(value: string, save: (text: string, group: string) => void): Draft {
  const app = useApp();
  const field = useMemo(() => ({}), []);
  const fieldId = useId();
  const session = useRef(0);
  const latest = useRef({ save, typed: null as string | null, timer: 0 });
  latest.current.save = save;
  const [typed, setTyped] = useState<string | null>(null);

  const draft = useMemo(() => {
    function settle(text: string | null): void {
      window.clearTimeout(latest.current.timer);
      latest.current.typed = null;
      releaseDraft(app, field);
      if (text !== null) latest.current.save(text, `${fieldId}:${session.current}`);
      setTyped(null);
    }
    return {
      setText(text: string): void {
        latest.current.typed = text;
        setTyped(text);
        holdDraft(app, field, () => settle(latest.current.typed));
        window.clearTimeout(latest.current.timer);
        latest.current.timer = window.setTimeout(() => settle(latest.current.typed), PAUSE_MS);
      },
      commit(): void {
        settle(latest.current.typed);
        session.current = Date.now();
      },
      cancel: () => settle(null),
    };
  }, [app, field, fieldId]);

  useEffect(() => {
    session.current = Date.now();
    return () => draft.commit();
  }, [draft]);

  return { ...draft, text: typed ?? value };
}
