import { useEffect, useState } from "react";

/** For a list that is itself the answer to a key or a click elsewhere, such as a cell of the outline. */
export interface OpensByItself {
  /** Open as soon as it is on screen. */
  readonly startsOpen?: boolean | undefined;
  readonly onClosed?: (() => void) | undefined;
}

/** Whether a list that hangs from a button is open. */
export function useOpening({ startsOpen = false, onClosed }: OpensByItself) {
  const [isOpen, setOpen] = useState(false);
  // A moment later: the list is placed at its button, which has to be on screen for that, and the key that asked for
  // it must be over, or it would type into the list as well.
  useEffect(() => {
    if (!startsOpen) return;
    const timer = window.setTimeout(() => setOpen(true), 0);
    return () => window.clearTimeout(timer);
  }, [startsOpen]);
  function onOpenChange(open: boolean): void {
    setOpen(open);
    if (!open) onClosed?.();
  }
  return { isOpen, onOpenChange };
}
