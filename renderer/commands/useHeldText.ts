import { useEffect, useMemo, useRef, useState } from "react";
import { holdDraft, releaseDraft } from "./drafts.ts";
import { useApp } from "./hooks.ts";

export interface HeldText {
  /** What is being typed, or null while nobody types. */
  readonly text: string | null;
  setText(text: string): void;
  /** Makes a change of what was typed, now. */
  commit(): void;
  /** Forgets what was typed. */
  cancel(): void;
}

/**
 * Text that means nothing until it is complete (a number, the name of a new row): it becomes a change when the
 * field is left, on Enter, or when the roadmap or the app is left, and not while one types.
 */
export function useHeldText(save: (text: string) => void): HeldText {
  const app = useApp();
  const field = useMemo(() => ({}), []);
  const latest = useRef({ save, typed: null as string | null });
  latest.current.save = save;
  const [text, show] = useState<string | null>(null);

  const held = useMemo(() => {
    function settle(typed: string | null): void {
      latest.current.typed = null;
      releaseDraft(app, field);
      show(null);
      if (typed !== null) latest.current.save(typed);
    }
    return {
      setText(typed: string): void {
        latest.current.typed = typed;
        show(typed);
        holdDraft(app, field, () => settle(latest.current.typed));
      },
      commit: () => settle(latest.current.typed),
      cancel: () => settle(null),
    };
  }, [app, field]);

  useEffect(() => () => held.commit(), [held]);

  return { ...held, text };
}
